import { once } from '../text/once'
import { firstAtLeast } from '../text/search'

/** Finds the texts in which a word begins with what is asked for; it must be letters and digits, and everything folded. */
export interface WordIndex {
  /** Indexes of the texts, each once, in no order. */
  beginningWith(word: string): readonly number[]
}

export function createWordIndex(texts: readonly string[]): WordIndex {
  const index = once(() => indexed(texts))
  return {
    beginningWith(word) {
      const { words, places, others } = index()
      const lists: (readonly number[])[] =
        others.length > 0 ? [others.filter((place) => hasWord(texts[place] ?? '', word))] : []
      for (let i = firstAtLeast(words, word, (each) => each); words[i]?.startsWith(word); i++)
        lists.push(places.get(words[i] ?? '') ?? [])
      return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())]
    },
  }
}

interface Indexed {
  /** In order. */
  readonly words: readonly string[]
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Texts with letters of two UTF-16 units, which are looked through. */
  readonly others: readonly number[]
}

function indexed(texts: readonly string[]): Indexed {
  const places = new Map<string, number[]>()
  const others: number[] = []
  for (const [i, text] of texts.entries()) {
    if (/[\ud800-\udfff]/.test(text)) {
      others.push(i)
      continue
    }
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
      const known = places.get(word)
      if (!known) places.set(word, [i])
      else if (known.at(-1) !== i) known.push(i)
    }
  }
  return { words: [...places.keys()].sort(), places, others }
}

/** Whether a word of a text begins with it. */
const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

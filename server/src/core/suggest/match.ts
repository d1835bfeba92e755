import UFuzzy from '@leeoniya/ufuzzy'
import { bareAddress, isAddressIntro } from '../references/address'
import { folded } from '../text/fold'

/**
 * Finds texts by some of their words: in any order, begun, with a slip in each, and one of them wrong altogether. What every address begins with
 * is no word; alone it finds all texts, and numbers with a dash, which are rather a range, find those that have them so.
 * `texts` must be folded. Answers indexes of `texts`, the best first, at most `limit`; `weight` decides between equals.
 */
export function bestMatches(
  texts: readonly string[],
  query: string,
  limit: number,
  weight: (index: number) => number = () => 0,
): readonly number[] {
  const { found, asked } = foundIn(texts, query.slice(0, LONGEST_QUERY).trim())
  return found
    .map((index) => ({ index, score: scoreOf(texts[index] ?? '', asked), weight: weight(index) }))
    .sort((a, b) => b.score - a.score || b.weight - a.weight || a.index - b.index)
    .slice(0, limit)
    .map(({ index }) => index)
}

function foundIn(texts: readonly string[], query: string): Candidates {
  const range = RANGE.exec(query)
  if (range) {
    const [, from = '', to = ''] = range
    const literal = new RegExp(String.raw`(?<!\d)${from}${DASH}${to}`, 'u')
    return { found: indexesOf(texts, (text) => literal.test(text)), asked: [from] }
  }
  const words = wordsIn(query)
  // uFuzzy takes arrays, and changes none.
  const { found, asked } =
    words.length === 0 ? NONE : candidates(new UFuzzy(optionsFor(words)), texts as string[], words)
  return found.length === 0 && isAddressIntro(query) ? { found: [...texts.keys()], asked: [] } : { found, asked }
}

const NONE: Candidates = { found: [], asked: [] }

const DASH = String.raw`[-\u2010-\u2015]`
const RANGE = new RegExp(String.raw`^(\d{1,9})\s?${DASH}\s?(\d{0,9})$`, 'u')

/** The words to look for, folded. */
export const wordsIn = (query: string): readonly string[] =>
  (folded(query.split(/\s+/u).map(bareAddress).join(' ')).match(/[\p{L}\p{N}](?:[\p{L}\p{N}']*[\p{L}\p{N}])?/gu) ?? [])
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))

/** Nobody types more; what is pasted may be longer. In UTF-16 units: the expression that a word is looked for by grows with its square, and its beginning tells it. */
const MOST_WORDS = 8
const LONGEST_WORD = 50
const LONGEST_QUERY = 1000

/** One slip in a word. Texts are folded, so there are no capitals; an expression with all the world's letters takes long to make. */
const optionsFor = (words: readonly string[]): UFuzzy.Options => {
  const letters = words.every((word) => /^[a-z\d']*$/u.test(word)) ? "a-z\\d'" : "a-z\\d'\\u00b5-\\uffff"
  return {
    interSplit: `[^${letters}]+`,
    intraSplit: null,
    interBound: `[^${letters}]`,
    intraBound: null,
    intraChars: `[${letters}]`,
    intraContr: "'[a-z]{1,2}\\b",
    intraMode: 1,
  }
}

interface Candidates {
  readonly found: readonly number[]
  /** The words that led there. */
  readonly asked: readonly string[]
}

/** The texts that have every word; if there are none, those that have all but one; of a single word, all but its first letter. */
function candidates(fuzzy: UFuzzy, texts: string[], words: readonly string[]): Candidates {
  // The longest word leaves the fewest texts to look for the others in.
  const rarest = [...words].sort((a, b) => b.length - a.length)
  // Several lists begin with the same words, and to look through all texts takes longest.
  const known = new Map<string, number[]>()
  const having = (wanted: readonly string[]): readonly number[] => {
    let found: number[] | undefined
    for (const [i, word] of wanted.entries()) {
      const key = wanted.slice(0, i + 1).join(' ')
      found = known.get(key) ?? fuzzy.filter(texts, word, found) ?? []
      known.set(key, found)
      if (found.length === 0) return found
    }
    return found ?? []
  }
  const found = having(rarest)
  if (found.length > 0) return { found, asked: words }
  const [only = ''] = words
  if (words.length === 1) {
    const tail = only.slice(1)
    const ending = only.length < SHORTEST_SLIP ? [] : indexesOf(texts, (text) => text.includes(tail))
    if (ending.length > 0 || texts.length > FEW_TEXTS) return { found: ending, asked: [tail] }
    const begun = beginningAlmost(only)
    return { found: indexesOf(texts, (text) => begun.test(text)), asked: words }
  }
  const union = new Set<number>()
  for (const wrong of rarest.slice(0, MOST_WRONG_WORDS)) {
    const others = rarest.filter((word) => word !== wrong)
    // What is left must say something.
    if (others.some((word) => word.length >= TELLING_LETTERS)) for (const index of having(others)) union.add(index)
  }
  return { found: [...union], asked: words }
}

function indexesOf(texts: readonly string[], fits: (text: string) => boolean): readonly number[] {
  return texts.flatMap((text, index) => (fits(text) ? [index] : []))
}

/**
 * Finds a word that begins as typed but for one slip behind its first letter: one too few, one too many, a wrong one, two in the wrong order. Who
 * has typed `md` of `mkdocs` must not be told that there is nothing: an editor's list that has closed does not open again by itself.
 */
function beginningAlmost(word: string): RegExp {
  const any = '[\\p{L}\\p{N}]'
  const beginnings: string[] = []
  for (let i = 1; i < word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)]
    beginnings.push(
      before + any + word.slice(i),
      before + any + after,
      before.slice(0, -1) + word.charAt(i) + before.slice(-1) + after,
    )
    if (word.length > 2) beginnings.push(before + after)
  }
  return new RegExp(`(?<!${any})(?:${beginnings.length === 0 ? word : [...new Set(beginnings)].join('|')})`, 'u')
}

/** Among more texts something begins with whatever is typed, and looking for slips takes long. */
const FEW_TEXTS = 5000

/** In letters: a shorter word without its first one is in too many texts. */
const SHORTEST_SLIP = 5
const TELLING_LETTERS = 4

/** One wrong word is looked for among so many. */
const MOST_WRONG_WORDS = 4

/** A word counts most where it stands as it was typed, in the title, which is the first line if there are several, more at the beginning of a word and as a whole one; words in the order in which they were typed count, too. */
function scoreOf(text: string, words: readonly string[]): number {
  let score = 0
  let end = -1
  const title = text.indexOf('\n')
  for (const word of words) {
    const behind = end < 0 ? -1 : startOf(text, word, end)
    const at = behind < 0 ? startOf(text, word, 0) : behind
    if (at < 0) continue
    const whole = !LETTER.test(text.charAt(at + word.length))
    score +=
      4 +
      (at === 0 || !LETTER.test(text.charAt(at - 1)) ? (whole ? 2 : 1) : 0) +
      (behind < 0 ? 0 : behind - end < 3 ? 1 : 0.5)
    if (at < title) score += at === 0 ? 0.75 : 0.5
    end = at + word.length
  }
  return score
}

/** Where a word begins with it, else where it stands at all; -1 where it does not. */
function startOf(text: string, word: string, from: number): number {
  const first = text.indexOf(word, from)
  for (let at = first, tries = 0; at >= 0 && tries < 5; at = text.indexOf(word, at + 1), tries++) {
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return at
  }
  return first
}

const LETTER = /[\p{L}\p{N}]/u

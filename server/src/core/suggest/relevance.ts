import type { Document } from '../document'
import { initiativeAt } from '../survey/query'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { folded } from './fold'

/**
 * How likely each reference is what an author wants to cite at `offset`, by its index in `texts`, what is said of each, folded: it speaks of
 * what is written around the cursor, was cited a moment ago, or is cited often. What stands in `replaced` does not count.
 */
export function relevanceOf(document: Document, offset: number, replaced: Span, texts: readonly string[]): (index: number) => number {
  const { survey } = document
  const around = wordsAround(document, offset, replaced)
  const words = around.map((word) => ({ word, count: texts.reduce((count, text) => count + (hasWord(text, word) ? 1 : 0), 0) })).filter(({ count }) => count > 0)
  const { recent, grouped } = citedBefore(document, replaced)
  const counts = new Map<number, number>()
  for (const { number } of survey.citations) counts.set(number, (counts.get(number) ?? 0) + 1)
  return (index) => {
    const text = texts[index] ?? ''
    // A word that few references have tells more.
    const alike = words.reduce((sum, { word, count }) => (hasWord(text, word) ? sum + 1 / (1 + Math.log2(count)) : sum), 0)
    const number = survey.references[index]?.number
    if (number === undefined || grouped.has(number)) return 2 * alike
    return 2 * alike + (recent.get(number) ?? 0) + OFTEN * Math.log2(1 + (counts.get(number) ?? 0))
  }
}

const OFTEN = 0.2

/** Whether a word of a text begins with it. */
const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

/** The words nearest to the cursor in its paragraph, and those of the initiative's title. */
function wordsAround({ text, survey }: Document, offset: number, { from, to }: Span): readonly string[] {
  const before = text.slice(Math.max(0, from - FAR), from).split(/\n[ \t]*\r?\n/u).at(-1) ?? ''
  const after = text.slice(to, to + NEAR).split(/\n[ \t]*\r?\n/u)[0] ?? ''
  const near = [...tellingWords(before).toReversed(), ...tellingWords(after)].slice(0, MOST)
  return [...new Set([...near, ...tellingWords(initiativeAt(survey, offset)?.title ?? '')])]
}

const tellingWords = (text: string): readonly string[] =>
  folded(text).split(/[^\p{L}\p{N}]+/u).filter((word) => (word.length > 3 || /[^\u0000-\u024f]/u.test(word)) && !/^\d+$/u.test(word) && !COMMON.has(word))

/** In UTF-16 units, before and behind the cursor, and in words. */
const FAR = 300
const NEAR = 80
const MOST = 16

const COMMON: ReadonlySet<string> = new Set('also another because been being between both could does each from have into like many more most much must only other over same should since some such than that their them then there these they this those through under very were what when where which while with without would'.split(' '))

/**
 * The numbers cited last before a place, each with more the nearer it is, and those of the group that the place is in: who writes
 * `([17], [` has cited 17 there already.
 */
function citedBefore({ text, survey: { citations } }: Document, { from }: Span): { readonly recent: ReadonlyMap<number, number>; readonly grouped: ReadonlySet<number> } {
  const recent = new Map<number, number>()
  const grouped = new Set<number>()
  let end = from
  for (let i = lastAtMost(citations, from - 1, ({ span }) => span.from), steps = 0; i >= 0 && recent.size < LAST && steps < LAST * 4; i--, steps++) {
    const cited = citations[i]
    if (!cited || cited.span.to > from) continue
    if (end >= 0 && end - cited.span.to < 8 && /^[\s,;]*$/u.test(text.slice(cited.span.to, end))) {
      grouped.add(cited.number)
      end = cited.span.from
    } else {
      end = -1
      if (!recent.has(cited.number)) recent.set(cited.number, 1 / (1 + recent.size))
    }
  }
  return { recent, grouped }
}

/** Sources. */
const LAST = 8

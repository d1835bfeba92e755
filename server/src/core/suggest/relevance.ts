import type { Document } from '../document'
import { known } from '../known'
import type { Span } from '../text/span'
import type { Catalogue } from './catalogue'
import { folded } from '../text/fold'
import { titleAround } from './titleAround'
import { citationsBefore } from '../citing/citationsBefore'
import { citedOften } from './citedOften'

/**
 * How likely each reference is what an author wants to cite at `offset`, by its index: it speaks of what is written around the cursor, was
 * cited a moment ago, or is cited often. What stands in `replaced` does not count. Nobody cites those `beside`
 * it, in one pair of brackets with it, once more.
 */
export function relevanceOf(
  document: Document,
  offset: number,
  replaced: Span,
  { places, words }: Catalogue,
  beside: readonly number[] = [],
): Float64Array {
  const often = known(document, citedOften)
  const alike = new Float64Array(often.length)
  for (const word of wordsAround(document, offset, replaced)) {
    const found = words.beginningWith(word)
    // A word that few references have tells more.
    const weight = 1 / (1 + Math.log2(found.length))
    for (const index of found) alike[index] = (alike[index] ?? 0) + weight
  }
  const { recent, grouped } = citedBefore(document, replaced)
  const weights = often.map((weight, index) => 2 * (alike[index] ?? 0) + weight)
  for (const number of [...recent.keys(), ...grouped]) {
    for (const index of places.get(number) ?? []) {
      const likeness = 2 * (alike[index] ?? 0)
      weights[index] = grouped.has(number) ? likeness : likeness + (recent.get(number) ?? 0) + (often[index] ?? 0)
    }
  }
  for (const index of beside.flatMap((number) => places.get(number) ?? [])) weights[index] = -1
  return weights
}

/** The words nearest to the cursor in its paragraph, and those of the initiative's title. */
function wordsAround(document: Document, offset: number, { from, to }: Span): readonly string[] {
  const { buffer } = document
  const before =
    buffer
      .slice(Math.max(0, from - TEXT_BEFORE), from)
      .split(/\n[ \t]*\r?\n/u)
      .at(-1) ?? ''
  const after = buffer.slice(to, to + TEXT_BEHIND).split(/\n[ \t]*\r?\n/u)[0] ?? ''
  const near = [...tellingWords(before).toReversed(), ...tellingWords(after)].slice(0, MOST_TELLING_WORDS)
  return [...new Set([...near, ...tellingWords(titleAround(document, offset) ?? '')])]
}

const tellingWords = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => (word.length > 3 || /[^\u0000-\u024f]/u.test(word)) && !/^\d+$/u.test(word) && !COMMON.has(word))

/** In UTF-16 units, before and behind the cursor, and in words. */
const TEXT_BEFORE = 300
const TEXT_BEHIND = 80
const MOST_TELLING_WORDS = 16

const COMMON: ReadonlySet<string> = new Set(
  'also another because been being between both could does each from have into like many more most much must only other over same should since some such than that their them then there these they this those through under very were what when where which while with without would'.split(
    ' ',
  ),
)

/**
 * The numbers cited last before a place, each with more the nearer it is, and those of the group that the place is in: who writes
 * `([17], [` has cited 17 there already.
 */
function citedBefore(
  document: Document,
  { from }: Span,
): { readonly recent: ReadonlyMap<number, number>; readonly grouped: ReadonlySet<number> } {
  const recent = new Map<number, number>()
  const grouped = new Set<number>()
  let end = from
  let steps = 0
  for (const cited of citationsBefore(document, from)) {
    if (recent.size >= LAST_CITED || steps++ >= LAST_CITED * 4) break
    if (cited.to > from) continue
    if (end >= 0 && end - cited.to < 8 && /^[\s,;]*$/u.test(document.buffer.slice(cited.to, end))) {
      grouped.add(cited.number)
      end = cited.from
    } else {
      end = -1
      if (!recent.has(cited.number)) recent.set(cited.number, 1 / (1 + recent.size))
    }
  }
  return { recent, grouped }
}

/** Sources. */
const LAST_CITED = 8

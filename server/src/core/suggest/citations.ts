import type { Document } from '../document'
import { known } from '../known'
import type { Reference } from '../references/model'
import { citation } from '../survey/skeleton'
import type { Span } from '../text/span'
import { once } from '../text/once'
import { catalogue, type Catalogue } from './catalogue'
import { citationForm } from './citationForm'
import { citationPlace } from './citationPlace'
import { heaviest } from './heaviest'
import { bestMatches } from './match'
import { relevanceOf } from './relevance'

/** References to cite at a place, the best first. */
export interface CitationSuggestions {
  /** What accepting one replaces: the open bracket, what was typed after it, and its closing bracket if it has one. */
  readonly replace: Span
  /** From the open bracket to the cursor. */
  readonly typed: string
  readonly items: readonly CitationSuggestion[]
}

export interface CitationSuggestion {
  readonly reference: Reference
  /** The citation in this file's form. */
  readonly insert: string
}

/** More than this nobody reads; typing narrows it. */
const LIMIT = 100

/** What may be cited at `offset`: where a bracket is open in prose. Otherwise nothing. */
export function suggestCitations(document: Document, offset: number): CitationSuggestions | undefined {
  const { survey } = document
  const place = survey.references.length > 0 ? citationPlace(document, offset) : undefined
  if (!place) return undefined
  const form = known(document, citationForm)
  return {
    replace: place.replace,
    typed: place.typed,
    items: rankedReferences(document, offset, place.query, place.replace, document.buffer.slice(offset, offset + 1) === ']').map((reference) => ({ reference, insert: citation(form, reference.number) })),
  }
}

/**
 * The best `LIMIT` references for what was typed, `query`, at a place where `replace` gives way to a citation. After a number that `isWhole`,
 * with the cursor at the end of a whole citation, another one is to take its place.
 */
export function rankedReferences(document: Document, offset: number, query: string, replace: Span, isWhole = false): readonly Reference[] {
  const { survey: { references } } = document
  const list = known(document, catalogue)
  const weights = once(() => relevanceOf(document, offset, replace, list))
  const best = (indexes: Iterable<number>): readonly Reference[] => distinct(indexes, list).map((index) => references[index]).filter((reference) => reference !== undefined)
  const typed = query.trim()
  if (typed === '') return best(heaviest(weights()))
  if (/^\d+$/u.test(typed)) {
    const { numbers, digits } = list
    const byNumber = [...digits.keys()].filter((index) => digits[index]?.startsWith(typed)).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
    if (byNumber.length > 0) return best(isWhole && numbers[byNumber[0] ?? 0] === Number(typed) ? chained(byNumber, heaviest(weights())) : byNumber)
  }
  return best(bestMatches(list.texts, typed, LIMIT, (index) => weights()[index] ?? 0))
}

function* chained(...lists: readonly Iterable<number>[]): Iterable<number> {
  for (const list of lists) yield* list
}

/** Of two entries with one number the first is meant. */
function distinct(indexes: Iterable<number>, { numbers }: Catalogue): readonly number[] {
  const firsts = new Map<number, number>()
  for (const index of indexes) {
    const number = numbers[index] ?? 0
    const first = firsts.get(number)
    if (first === undefined || index < first) firsts.set(number, index)
    if (firsts.size > LIMIT) break
  }
  return [...firsts.values()].slice(0, LIMIT)
}

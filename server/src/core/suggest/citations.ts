import type { Document } from '../document'
import { known } from '../known'
import type { Reference } from '../references/model'
import type { Span } from '../text/span'
import { once } from '../text/once'
import { addressed } from './addressed'
import { catalogue, type Catalogue } from './catalogue'
import { addressOfReference, citationWriter } from '../citing/citationWriter'
import { indexesByWeight } from './indexesByWeight'
import { bestMatches } from './match'
import { offeredPlace } from './offeredPlace'
import { relevanceOf } from './relevance'
import { soughtAuthors } from './soughtAuthors'

/** References to cite at a place, the best first. */
export interface CitationSuggestions {
  /** What accepting one replaces, and from where that begins to the cursor, as `CitationPlace` has them. */
  readonly replace: Span
  readonly typed: string
  readonly items: readonly CitationSuggestion[]
}

export interface CitationSuggestion {
  readonly reference: Reference
  /** The citation in this file's form; in a group its number. */
  readonly insert: string
  /** The authors that it was found by, to be shown. */
  readonly authors: string | undefined
}

/** More than this nobody reads; typing narrows it. */
const MOST_REFERENCES_OFFERED = 100

/** What may be cited at `offset`: where a bracket is open in prose. Otherwise nothing. */
export function suggestCitations(document: Document, offset: number): CitationSuggestions | undefined {
  const { survey } = document
  const place = survey.listing.length > 0 ? offeredPlace(document, offset) : undefined
  if (!place) return undefined
  const { group, replace, typed, query, isLinked } = place
  const write = citationWriter(document, isLinked)
  const isWhole = (group ? /[\],;]/u : /\]/u).test(document.buffer.slice(offset, offset + 1))
  const references = rankedReferences(document, offset, query, replace, isWhole, group?.others)
  const authors = soughtAuthors(
    query,
    references.map((each) => ({ title: each.title?.text, authors: each.authors?.text })),
  )
  return {
    replace,
    typed,
    items: references.map((reference, i) => ({
      reference,
      insert: group ? String(reference.number) : write(reference.number, addressOfReference(reference)),
      authors: authors[i],
    })),
  }
}

/**
 * The best `MOST_REFERENCES_OFFERED` references for what was typed, `query`, at a place where `replace` gives way to a citation. After a number that `isWhole`,
 * with the cursor at the end of a whole citation, another one is to take its place. Those `beside` it, in one group with it, come last.
 */
export function rankedReferences(
  document: Document,
  offset: number,
  query: string,
  replace: Span,
  isWhole = false,
  beside: readonly number[] = [],
): readonly Reference[] {
  const {
    survey: { listing: references },
  } = document
  const list = known(document, catalogue)
  const weights = once(() => relevanceOf(document, offset, replace, list, beside))
  const best = (indexes: Iterable<number>): readonly Reference[] =>
    distinct(indexes, list)
      .map((index) => references[index])
      .filter((reference) => reference !== undefined)
  const typed = query.trim()
  if (typed === '') return best(indexesByWeight(weights()))
  if (/^\d+$/u.test(typed)) {
    const { numbers, digits } = list
    const byNumber = [...digits.keys()]
      .filter((index) => digits[index]?.startsWith(typed))
      .sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
    if (byNumber.length > 0)
      return best(
        isWhole && numbers[byNumber[0] ?? 0] === Number(typed)
          ? chained(byNumber, indexesByWeight(weights()))
          : byNumber,
      )
  }
  const weight = (index: number): number => weights()[index] ?? 0
  const addresses = addressed(list.addresses, typed, weight)
  if (addresses?.isWhole) return best(addresses.found)
  return best(chained(addresses?.found ?? [], bestMatches(list.texts, typed, MOST_REFERENCES_OFFERED, weight)))
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
    if (firsts.size > MOST_REFERENCES_OFFERED) break
  }
  return [...firsts.values()].slice(0, MOST_REFERENCES_OFFERED)
}

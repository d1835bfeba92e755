import type { Document } from '../document'
import { createCiter } from '../citing/citeSources'
import { createListed } from '../citing/listedSources'
import type { Source } from '../references/source'
import { referenceNumbered } from '../survey/query'
import { replacement, type Edit } from '../text/edit'
import type { Span } from '../text/span'
import type { CitationSuggestion } from './citations'
import { offeredPlace } from './offeredPlace'
import { soughtAuthors } from './soughtAuthors'

/** Sources from elsewhere that may be cited at a place, the best first. */
export interface SourceSuggestions {
  /** What accepting one replaces, as `CitationSuggestions` has it. */
  readonly replace: Span
  readonly typed: string
  readonly items: readonly SourceSuggestion[]
  /** References of the file's own that were found by what another list says of them, the best first. */
  readonly listed: readonly CitationSuggestion[]
}

export interface SourceSuggestion {
  readonly source: Source
  /** Where it comes from, in words to show: `sources.bib`. */
  readonly from: string
  /** The number that it gets. */
  readonly number: number
  /** The citation in this file's form; in a group its number. */
  readonly insert: string
  /** What has to be written besides, elsewhere in the file: its reference. */
  readonly edits: readonly Edit[]
  /** The authors that it was found by, to be shown. */
  readonly authors: string | undefined
}

/** A source that was found, and where. */
export interface FoundSource {
  readonly source: Source
  readonly from: string
}

/**
 * What else than the file's own references may be cited at `offset`. `find` answers the best sources for what was typed; those that the
 * file's list has already are offered by their number. `today` is `YYYY-MM-DD`.
 */
export function suggestSources(
  document: Document,
  offset: number,
  find: (typed: string) => readonly FoundSource[],
  today: string,
): SourceSuggestions | undefined {
  const place = offeredPlace(document, offset)
  if (!place || /^\s*\d{1,3}\s*$/u.test(place.query)) return undefined
  const found = find(place.query)
  // Who has no sources from elsewhere waits for nothing.
  if (found.length === 0) return { replace: place.replace, typed: place.typed, items: [], listed: [] }
  const listed = createListed(document)
  const cite = createCiter(document, today)
  const at = {
    edit: replacement(place.replace, ''),
    before: '',
    after: '',
    isLinked: place.isLinked,
    ...(place.group && { separator: place.group.separator }),
  }
  const items: SourceSuggestion[] = []
  const own = new Map<number, CitationSuggestion>()
  const sought = soughtAuthors(
    place.query,
    found.map(({ source: { title, authors } }) => ({ title, authors })),
  )
  for (const [i, { source, from }] of found.entries()) {
    const authors = sought[i]
    const there = listed(source)
    const reference = there === undefined ? undefined : referenceNumbered(document.survey, there)
    if (there !== undefined && !reference) continue
    const { citation, references, numbers } = cite(at, [source])
    if (reference) own.set(reference.number, { reference, insert: citation.insert, authors })
    else items.push({ source, from, number: numbers[0] ?? 0, insert: citation.insert, edits: references, authors })
  }
  return { replace: place.replace, typed: place.typed, items, listed: [...own.values()] }
}

import type { Document } from '../document'
import { spanOfCitation } from '../references/placed'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { citedIn, inLists } from '../survey/citing'

/** The citations that start before an offset, the nearest first. */
export function* citationsBefore(document: Document, offset: number): Iterable<Span & { readonly number: number }> {
  const {
    markdown: { chunks, starts },
    survey,
  } = document
  const isListed = inLists(survey)
  for (let i = lastAtMost(starts, offset, (start) => start); i >= 0; i--) {
    const chunk = chunks[i]
    const citations = chunk ? citedIn(chunk.content, survey) : []
    for (let k = citations.length - 1; k >= 0; k--) {
      const found = citations[k]
      if (!found) continue
      const span = spanOfCitation(found, starts[i] ?? 0)
      if (span.from < offset && !isListed(span.from)) yield { number: found.number, ...span }
    }
  }
}

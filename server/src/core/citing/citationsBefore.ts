import type { Document } from '../document'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { inLists } from './referenceLists'

/** The citations that start before an offset, the nearest first. */
export function* citationsBefore(document: Document, offset: number): Iterable<Span & { readonly number: number }> {
  const {
    markdown: { chunks, starts },
  } = document
  const isListed = inLists(document)
  for (let i = lastAtMost(starts, offset, (start) => start); i >= 0; i--) {
    const citations = chunks[i]?.content.citations ?? []
    for (let k = citations.length - 1; k >= 0; k--) {
      const found = citations[k]
      if (!found) continue
      const from = (starts[i] ?? 0) + found.at - (found.double ? 1 : 0)
      if (from < offset && !isListed(from))
        yield { number: found.number, from, to: from + found.width + (found.double ? 4 : 2) }
    }
  }
}

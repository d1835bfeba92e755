import type { Document } from '../document'
import type { Known } from '../known'
import { REFERENCES } from '../survey/profile'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { catalogue } from './catalogue'
import { known } from '../known'

/** What each reference of the catalogue weighs by being cited often. */
export const citedOften: Known<Float64Array> = {
  reads: ['labels', 'entries', 'citations'],
  find(document) {
    const {
      markdown: { chunks, starts },
    } = document
    const isListed = inLists(document)
    const counts = new Map<number, number>()
    // As the chunks have them: there are many, and nothing is asked of them but the number.
    chunks.forEach(({ content: { citations } }, i) => {
      const start = starts[i] ?? 0
      for (const { number, at, double } of citations)
        if (!isListed(start + at - (double ? 1 : 0))) counts.set(number, (counts.get(number) ?? 0) + 1)
    })
    return Float64Array.from(
      known(document, catalogue).numbers,
      (number) => OFTEN * Math.log2(1 + (counts.get(number) ?? 0)),
    )
  },
}

const OFTEN = 0.2

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

/** Whether an offset is in a reference list, where a number in brackets cites nothing. */
function inLists({ survey }: Document): (offset: number) => boolean {
  const lists = survey.sections.filter(({ kind }) => kind === REFERENCES).map(({ body }) => body)
  return (offset) => lists.some(({ from, to }) => from <= offset && offset < to)
}

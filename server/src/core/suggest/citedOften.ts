import { known, type Known } from '../known'
import { spanOfCitation } from '../references/placed'
import { citedIn, inLists } from '../survey/citing'
import { catalogue } from './catalogue'

/** What each reference of the catalogue weighs by being cited often. */
export const citedOften: Known<Float64Array> = {
  reads: ['labels', 'entries', 'citations'],
  find(document) {
    const {
      markdown: { chunks, starts },
    } = document
    const isListed = inLists(document.survey)
    const counts = new Map<number, number>()
    // As the chunks have them: there are many, and nothing is asked of them but the number.
    chunks.forEach(({ content }, i) => {
      const start = starts[i] ?? 0
      for (const found of citedIn(content, document.survey))
        if (!isListed(spanOfCitation(found, start).from)) counts.set(found.number, (counts.get(found.number) ?? 0) + 1)
    })
    return Float64Array.from(
      known(document, catalogue).numbers,
      (number) => OFTEN * Math.log2(1 + (counts.get(number) ?? 0)),
    )
  },
}

const OFTEN = 0.2

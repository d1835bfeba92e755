import type { Citation } from '../../references/model'
import type { Survey } from '../../survey/model'
import { REFERENCES } from '../../survey/profile'

/**
 * The numbers that prose cites, in the order in which it first does, each with the citation to show for it.
 * `[2]–[5]` cites 3 and 4 too.
 */
export function firstCitations({ citations }: Survey, text: string): ReadonlyMap<number, Citation> {
  const firsts = new Map<number, Citation>()
  let previous: Citation | undefined
  for (const citation of citations) {
    if (previous && isRange(previous, citation, text)) {
      for (let number = previous.number + 1; number < citation.number; number++) {
        if (!firsts.has(number)) firsts.set(number, previous)
      }
    }
    if (!firsts.has(citation.number)) firsts.set(citation.number, citation)
    previous = citation
  }
  return firsts
}

/** A range of more sources than this is a slip of the pen. */
const WIDEST = 500
const DASH = /^(?:\([^()\s]*\))?\s?(?:[-\u2010-\u2015]|&[nm]dash;|&#82(?:09|11|12);)\s?$/u

const isRange = (from: Citation, to: Citation, text: string): boolean =>
  from.number < to.number && to.number - from.number <= WIDEST &&
  to.span.from - from.span.to < 500 && DASH.test(text.slice(from.span.to, to.span.from))

/**
 * The numbers in `[1, 2]` and `[3–5]`, which are no citations to the product but are to a reader.
 * A pair of brackets counts only where each of its numbers has a reference: an interval or an array seldom does.
 */
export function groupedNumbers({ references, sections }: Survey, text: string): ReadonlySet<number> {
  const known = new Set(references.map(({ number }) => number))
  const lists = sections.filter(({ kind }) => kind === REFERENCES)
  const found = new Set<number>()
  for (const match of text.matchAll(/\[(\d{1,6}(?:\s?[,;\-\u2010-\u2015]\s?\d{1,6}){1,30})\]/gu)) {
    if (lists.some(({ body }) => body.from <= match.index && match.index < body.to)) continue
    const numbers = expanded(match[1] ?? '')
    if (numbers.every((number) => known.has(number))) for (const number of numbers) found.add(number)
  }
  return found
}

function expanded(group: string): readonly number[] {
  return group.split(/[,;]/u).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-\u2010-\u2015]/u).map(Number)
    return to - from > WIDEST ? [0] : Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i)
  })
}

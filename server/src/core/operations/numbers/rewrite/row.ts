import type { Citation } from '../../../references/model'
import { rises } from '../../../references/scan'
import { replacement, type Edit } from '../../../text/edit'
import type { Span } from '../../../text/span'
import type { Row } from '../uses'
import { highest } from '../words'
import { runsOf } from './runs'
import { renumbered, type Writer } from './writer'

/** `[3]–[5]`, or one citation: written for the numbers that it is to cite, as the range that it was where it can stay one. */
export function rewriteRow(row: Row, members: readonly number[], writer: Writer): readonly Edit[] {
  const { citations } = row
  const { mapping, text } = writer
  const [first, ...rest] = citations
  const last = rest.at(-1)
  if (!first) return []
  if (!last) return renumbered(first.numberSpan, first.number, mapping(first.number))
  const sorted = [...members].sort((a, b) => a - b)
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? 0
  const isPair = citations.length === 2
  // A number that is not in the list stays where a reader sees it.
  const absent = new Set(citations.flatMap(({ number }) => (writer.known.has(number) ? [] : [mapping(number) ?? 0])))
  const hidesNone = [...absent].every((number) => number === low || number === high)
  if (isPair && hidesNone && rises(first.number, last.number) && rises(low, high) && coversOnly(members, writer)) {
    return [...renumbered(first.numberSpan, first.number, low), ...renumbered(last.numberSpan, last.number, high)]
  }
  const [from, to] = [mapping(first.number), mapping(last.number)]
  // A dash that made no range must not make one now.
  if (isPair && !rises(first.number, last.number) && from !== undefined && to !== undefined && !rises(from, to)) {
    return [...renumbered(first.numberSpan, first.number, from), ...renumbered(last.numberSpan, last.number, to)]
  }
  const written = new Map<number, string>()
  for (const citation of citations) {
    const number = mapping(citation.number)
    if (number !== undefined && !written.has(number)) written.set(number, rewritten(citation, number, text))
  }
  const dash = text.slice(rowSpan({ citations: [first], listed: false }, text).to, citations[1]?.span.from)
  const cite = (number: number): string =>
    written.get(number) ?? citedLike(first, number, writer.sources.get(number)?.url, text)
  return [
    replacement(
      rowSpan({ citations, listed: false }, text),
      runsOf(hasRange(row) ? sorted : members, cite, dash, absent),
    ),
  ]
}

export const hasRange = ({ citations }: Row): boolean =>
  citations.some((citation, i) => i > 0 && rises(citations[i - 1]?.number ?? 0, citation.number))

/** Whether a range from the lowest to the highest of some numbers means none of the list but these. */
export function coversOnly(members: readonly number[], { taken }: Writer): boolean {
  const meant = new Set(members)
  const high = highest(members)
  for (let number = members.reduce((least, each) => Math.min(least, each), high); number < high; number++)
    if (taken.has(number) && !meant.has(number)) return false
  return true
}

/** `[[7]](url)`: where the address ends. */
const SUFFIX = /^\([^()\s]*\)/u

const suffixOf = ({ span }: Citation, text: string): string =>
  text[span.to - 2] === ']' ? (SUFFIX.exec(text.slice(span.to, span.to + 2000))?.[0] ?? '') : ''

/** With the address behind the last one. */
export function rowSpan({ citations }: Row, text: string): Span {
  const last = citations.at(-1)
  return { from: citations[0]?.span.from ?? 0, to: last ? last.span.to + suffixOf(last, text).length : 0 }
}

const rewritten = (citation: Citation, number: number, text: string): string =>
  text.slice(citation.span.from, citation.numberSpan.from) +
  String(number) +
  text.slice(citation.numberSpan.to, citation.span.to) +
  suffixOf(citation, text)

/** As another citation is written, with the address of its own source. */
function citedLike(other: Citation, number: number, url: string | undefined, text: string): string {
  const suffix = suffixOf(other, text) && url !== undefined && /^https?:\/\/[^()\s]+$/u.test(url) ? `(${url})` : ''
  return (
    text.slice(other.span.from, other.numberSpan.from) +
    String(number) +
    text.slice(other.numberSpan.to, other.span.to) +
    suffix
  )
}

import { linkTargetEnd } from '../../../markdown/linkTarget'
import { normalAddress } from '../../../references/address'
import type { Citation } from '../../../references/model'
import { rises } from '../../../references/scan'
import { replacement, type Edit } from '../../../text/edit'
import type { Span } from '../../../text/span'
import type { Item } from '../item'
import type { Row } from '../uses'
import { highest } from '../words'
import { runsOf } from './runs'
import { renumberedCitation, type Writer } from './writer'

/**
 * `[3]–[5]`, or one citation: written for the numbers that it is to cite, as the range that it was where it can stay one. What a number
 * leads to, `[[3]](url)`, goes where its source does.
 */
export function rewriteRow(row: Row, members: readonly number[], writer: Writer): readonly Edit[] {
  const { citations } = row
  const { mapping, text } = writer
  const [first, ...rest] = citations
  const last = rest.at(-1)
  if (!first) return []
  if (!last) return renumberedCitation(first, mapping(first.number))
  const sorted = [...members].sort((a, b) => a - b)
  const low = sorted[0] ?? 0
  const high = sorted.at(-1) ?? 0
  const isPair = citations.length === 2
  const seen = seenNumbers(row, writer)
  const [from, to] = [mapping(first.number), mapping(last.number)]
  const inPlace = (one: number, other: number): readonly Edit[] => [
    ...renumberedCitation(first, one),
    ...renumberedCitation(last, other),
  ]
  const hidesNone = [...seen].every((number) => number === low || number === high)
  const staysRange =
    isPair && hidesNone && rises(first.number, last.number) && rises(low, high) && coversOnly(members, writer)
  const isLinked = citations.some((citation) => targetOf(citation, text) !== '')
  if (staysRange && (!isLinked || (from === low && to === high))) return inPlace(low, high)
  // A dash that made no range must not make one now.
  if (isPair && !rises(first.number, last.number) && from !== undefined && to !== undefined && !rises(from, to))
    return inPlace(from, to)
  const written = writtenIn(row, writer)
  const whole = rowSpan(row, text)
  const dash = text.slice(rowSpan({ citations: [first] }, text).to, citations[1]?.span.from)
  const cite = (number: number): string =>
    written.get(number) ?? citedLike(number === high ? last : first, number, writer.sources.get(number)?.url, text)
  return [
    replacement(
      whole,
      staysRange ? cite(low) + dash + cite(high) : runsOf(hasRange(row) ? sorted : members, cite, dash, ', ', seen),
    ),
  ]
}

/** What is to be written for the new number of each citation: of several that become one, those that lead to places of their own, else the first. */
function writtenIn({ citations }: Row, { mapping, sources, text }: Writer): ReadonlyMap<number, string> {
  const byNumber = new Map<number, { words: string; isOwn: boolean }>()
  for (const citation of citations) {
    const number = mapping(citation.number)
    if (number === undefined) continue
    const known = byNumber.get(number)
    const words = withNumber(citation, number, text) + targetOf(citation, text)
    const isOwn = leadsElsewhere(citation, sources.get(number), text)
    if (!known || (isOwn && !known.isOwn)) byNumber.set(number, { words, isOwn })
    else if (isOwn && !known.words.includes(words)) known.words += `, ${words}`
  }
  return new Map([...byNumber].map(([number, { words }]) => [number, words]))
}

/** The new numbers that no range may hide: those that are not in the list, and those that lead to a place of their own in their source. */
function seenNumbers({ citations }: Row, { mapping, known, sources, text }: Writer): ReadonlySet<number> {
  const seen = citations.flatMap((citation) => {
    const number = mapping(citation.number)
    if (number === undefined) return []
    return !known.has(citation.number) || leadsElsewhere(citation, sources.get(number), text) ? [number] : []
  })
  return new Set(seen)
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

/** Whether a citation has an address that its source has not, as that of one page: nothing else would say it. */
export function leadsElsewhere(citation: Citation, source: Item | undefined, text: string): boolean {
  const address = /^\(\s*<?([^\s<>]*)>?(.*)\)$/su.exec(targetOf(citation, text))
  if (!address) return false
  const [, url = '', rest = ''] = address
  return rest.trim() !== '' || (url !== source?.url && (source?.source ?? '') !== normalAddress(url))
}

/** `(url)` of `[[7]](url)`: with one pair of brackets it would be no citation. */
const targetOf = ({ span }: Citation, text: string): string =>
  text[span.to - 2] === ']' ? text.slice(span.to, linkTargetEnd(text, span.to) ?? span.to) : ''

/** With what the last one leads to. */
export function rowSpan({ citations }: Pick<Row, 'citations'>, text: string): Span {
  const last = citations.at(-1)
  return { from: citations[0]?.span.from ?? 0, to: last ? last.span.to + targetOf(last, text).length : 0 }
}

/** As another citation is written, with the address of its own source. */
function citedLike(other: Citation, number: number, url: string | undefined, text: string): string {
  const target = targetOf(other, text) && url !== undefined && /^https?:\/\//u.test(url) ? `(${url})` : ''
  return withNumber(other, number, text) + (linkTargetEnd(target, 0) === target.length ? target : '')
}

const withNumber = ({ span, numberSpan, labelSpan }: Citation, number: number, text: string): string =>
  text.slice(span.from, numberSpan.from) +
  String(number) +
  text.slice(numberSpan.to, labelSpan?.from ?? span.to) +
  (labelSpan ? String(number) + text.slice(labelSpan.to, span.to) : '')

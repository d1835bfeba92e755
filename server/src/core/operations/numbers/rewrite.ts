import type { Citation } from '../../references/model'
import { rises } from '../../references/scan'
import { deletion, replacement, type Edit } from '../../text/edit'
import type { Row, Uses } from './uses'
import type { Item } from './list'
import { highest } from './words'
import type { Span } from '../../text/span'

/** What becomes of a number; undefined where it goes away. */
export type Mapping = (number: number) => number | undefined

/**
 * Writes the new numbers where text uses the old ones. A range stays one where it means nothing more than before, else it is
 * written out. `taken` are the numbers that the list has afterwards.
 */
export function rewriteUses(uses: Uses, mapping: Mapping, items: readonly Item[], taken: ReadonlySet<number>, text: string): readonly Edit[] {
  const known = new Set<number>()
  const sources = new Map<number, Item>()
  const merged = new Set<number>()
  for (const item of items) {
    const to = mapping(item.number)
    if (known.has(item.number) || to === undefined) continue
    if (sources.has(to)) merged.add(to)
    else sources.set(to, item)
    known.add(item.number)
  }
  for (const { number } of items) known.add(number)
  const writer: Writer = { mapping, known, sources, merged, taken, text }
  return [
    ...clustersOf(uses.rows, text).flatMap((cluster) => rewriteCluster(cluster, writer)),
    ...uses.groups.flatMap((span) => rewriteGroup(span, writer)),
    ...uses.links.flatMap(({ number, numberSpan }) => renumbered(numberSpan, number, mapping(number))),
  ]
}

interface Writer {
  readonly mapping: Mapping
  /** The numbers that the list has. */
  readonly known: ReadonlySet<number>
  /** The entry behind each new number. */
  readonly sources: ReadonlyMap<number, Item>
  /** The new numbers that several old ones become. */
  readonly merged: ReadonlySet<number>
  readonly taken: ReadonlySet<number>
  readonly text: string
}

export const renumbered = (span: Span, from: number, to: number | undefined): readonly Edit[] =>
  to === undefined || to === from ? [] : [replacement(span, String(to))]

/** Rows that commas and the like join: `[1], [3]–[5] and [7]`. */
function clustersOf(rows: readonly Row[], text: string): readonly (readonly Row[])[] {
  const clusters: Row[][] = []
  let end = -1
  for (const row of rows) {
    const span = spanOf(row, text)
    if (end >= 0 && span.from - end < 20 && isJoint(text.slice(end, span.from))) clusters.at(-1)?.push(row)
    else clusters.push([row])
    end = span.to
  }
  return clusters
}

/** Not across a blank line, where another paragraph begins. */
const isJoint = (between: string): boolean => JOINT.test(between) && !/\n[^\S\n]*\n/u.test(between)

const JOINT = /^[\s,;]*(?:(?:and|&|und|et|y)\s+)?$/u

function rewriteCluster(cluster: readonly Row[], writer: Writer): readonly Edit[] {
  const plans = cluster.map((row) => planOf(row, writer))
  if (!plans.some(({ isChanged }) => isChanged)) return []
  const edits: Edit[] = []
  const cited = new Set<number>()
  let kept = 0
  let start: number | undefined
  let end = 0
  for (const { row, members, isChanged } of plans) {
    const span = spanOf(row, writer.text)
    start ??= span.from
    const isRepeated = members.length > 0 && members.every((number) => cited.has(number) && writer.merged.has(number))
    // What goes takes along what joins it to what is before; at the start of a cluster, what joins it to the rest.
    if (members.length === 0 || isRepeated) {
      if (kept > 0) edits.push(deletion({ from: end, to: span.to }))
    } else {
      if (kept === 0 && start < span.from) edits.push(deletion({ from: start, to: span.from }))
      kept++
      if (isChanged) edits.push(...rewriteRow(row, members, writer))
      for (const number of members) cited.add(number)
    }
    end = span.to
  }
  return kept === 0 && start !== undefined ? [deletion(withSurroundings({ from: start, to: end }, writer.text))] : edits
}

interface RowPlan {
  readonly row: Row
  /** What it is to cite. */
  readonly members: readonly number[]
  readonly isChanged: boolean
}

function planOf(row: Row, writer: Writer): RowPlan {
  const old = membersOf(row.citations, writer)
  const members = distinct(old.map(writer.mapping))
  const isSame = old.every((number) => writer.mapping(number) === number)
  return { row, members, isChanged: !isSame || (old.length > 1 && hasRange(row) && !coversOnly(members, writer)) }
}

const hasRange = ({ citations }: Row): boolean => citations.some((citation, i) => i > 0 && rises(citations[i - 1]?.number ?? 0, citation.number))

/** Whether a range from the lowest to the highest of some numbers means none of the list but these. */
function coversOnly(members: readonly number[], { taken }: Writer): boolean {
  const meant = new Set(members)
  const high = highest(members)
  for (let number = members.reduce((least, each) => Math.min(least, each), high); number < high; number++) if (taken.has(number) && !meant.has(number)) return false
  return true
}

/** What a row cites: the numbers in its ranges that the list has, and those that are written. */
function membersOf(citations: readonly Citation[], { known }: Writer): readonly number[] {
  const members = citations.map(({ number }) => number)
  for (let i = 1; i < citations.length; i++) {
    const from = citations[i - 1]?.number ?? 0
    const to = citations[i]?.number ?? 0
    if (rises(from, to)) for (let number = from + 1; number < to; number++) if (known.has(number)) members.push(number)
  }
  return members
}

const distinct = (numbers: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(numbers)].filter((number) => number !== undefined)

function rewriteRow(row: Row, members: readonly number[], writer: Writer): readonly Edit[] {
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
  if (isPair && !rises(first.number, last.number) && from !== undefined && to !== undefined && !(rises(from, to) && to > from + 1)) {
    return [...renumbered(first.numberSpan, first.number, from), ...renumbered(last.numberSpan, last.number, to)]
  }
  const written = new Map<number, string>()
  for (const citation of citations) {
    const number = mapping(citation.number)
    if (number !== undefined && !written.has(number)) written.set(number, rewritten(citation, number, text))
  }
  const dash = text.slice(spanOf({ citations: [first], listed: false }, text).to, citations[1]?.span.from)
  const cite = (number: number): string => written.get(number) ?? citedLike(first, number, writer.sources.get(number)?.url, text)
  return [replacement(spanOf({ citations, listed: false }, text), runsOf(hasRange(row) ? sorted : members, cite, dash, absent))]
}

/** `[1]–[3], [7]`: three and more in a row as a range. */
function runsOf(numbers: readonly number[], cite: (number: number) => string, dash: string, alone: ReadonlySet<number> = new Set()): string {
  const parts: string[] = []
  for (let i = 0; i < numbers.length;) {
    let end = i
    while (!alone.has(numbers[i] ?? 0) && numbers[end + 1] === (numbers[end] ?? 0) + 1 && !alone.has(numbers[end + 1] ?? 0)) end++
    const [from, to] = [numbers[i] ?? 0, numbers[end] ?? 0]
    if (end - i > 1) parts.push(cite(from) + dash + cite(to))
    else parts.push(...numbers.slice(i, end + 1).map(cite))
    i = end + 1
  }
  return parts.join(', ')
}

/** `[[7]](url)`: where the address ends. */
const SUFFIX = /^\([^()\s]*\)/u

const suffixOf = ({ span }: Citation, text: string): string => (text[span.to - 2] === ']' ? SUFFIX.exec(text.slice(span.to, span.to + 2000))?.[0] ?? '' : '')

function spanOf({ citations }: Row, text: string): Span {
  const last = citations.at(-1)
  return { from: citations[0]?.span.from ?? 0, to: last ? last.span.to + suffixOf(last, text).length : 0 }
}

const rewritten = (citation: Citation, number: number, text: string): string =>
  text.slice(citation.span.from, citation.numberSpan.from) + String(number) + text.slice(citation.numberSpan.to, citation.span.to) + suffixOf(citation, text)

/** As another citation is written, with the address of its own source. */
function citedLike(other: Citation, number: number, url: string | undefined, text: string): string {
  const suffix = suffixOf(other, text) && url !== undefined && /^https?:\/\/[^()\s]+$/u.test(url) ? `(${url})` : ''
  return text.slice(other.span.from, other.numberSpan.from) + String(number) + text.slice(other.numberSpan.to, other.span.to) + suffix
}

/** With the brackets around it and the blank before it, where nothing else stands in those. */
function withSurroundings({ from, to }: Span, text: string): Span {
  while (text[from - 1] === '(' && text[to] === ')') {
    from--
    to++
  }
  if (/[ \t]/u.test(text[from - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/u.test(text.slice(to, to + 1))) {
    while (/[ \t]/u.test(text[from - 1] ?? '')) from--
  } else if (/^(?:\n|$)/u.test(text[from - 1] ?? '')) {
    while (/[ \t]/u.test(text[to] ?? '')) to++
  }
  return { from, to }
}

const GROUP_DASH = /[-\u2010-\u2015]/u

/** `[1, 3–5]`: number by number, its own commas and dashes kept. */
function rewriteGroup(span: Span, { mapping, text }: Writer): readonly Edit[] {
  const inside = text.slice(span.from + 1, span.to - 1)
  const written: string[] = []
  const cited = new Set<number>()
  let isChanged = false
  const add = (number: number | undefined): readonly number[] => {
    if (number === undefined || cited.has(number)) return []
    cited.add(number)
    return [number]
  }
  const separators = inside.match(/\s?[,;]\s?/gu) ?? []
  inside.split(/\s?[,;]\s?/u).forEach((part, i) => {
    const dash = /\s?[-\u2010-\u2015]\s?/u.exec(part)?.[0]
    const [from = 0, to = from] = part.split(GROUP_DASH).map(Number)
    const old = dash !== undefined && rises(from, to) ? Array.from({ length: to - from + 1 }, (_, k) => from + k) : dash === undefined ? [from] : [from, to]
    const changed = old.some((number) => mapping(number) !== number)
    const before = i > 0 && written.length > 0 ? separators[i - 1] ?? ', ' : ''
    const numbers = changed || old.some((number) => cited.has(number)) ? old.flatMap((number) => add(mapping(number))) : old
    for (const number of numbers) cited.add(number)
    isChanged ||= changed
    if (numbers.length === 0) return
    if (!changed) written.push(before + part)
    else if (dash === undefined) written.push(before + String(numbers[0]))
    else if (rises(from, to)) written.push(before + (numbers.length === 2 && follow(numbers) ? [...numbers].sort((a, b) => a - b).join(dash) : runsOf([...numbers].sort((a, b) => a - b), String, dash)))
    else written.push(before + numbers.join(rises(numbers[0] ?? 0, numbers[1] ?? 0) ? ', ' : dash))
  })
  if (!isChanged) return []
  return [written.length === 0 ? deletion(withSurroundings(span, text)) : replacement({ from: span.from + 1, to: span.to - 1 }, written.join(''))]
}

const follow = ([a = 0, b = 0]: readonly number[]): boolean => Math.abs(a - b) === 1

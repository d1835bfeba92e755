import type { Citation } from '../../../references/model'
import { rises } from '../../../references/scan'
import { deletion, type Edit } from '../../../text/edit'
import type { Row } from '../uses'
import { distinct } from './distinct'
import { coversOnly, hasRange, leadsElsewhere, rewriteRow, rowSpan } from './row'
import { withSurroundings } from './surroundings'
import type { Writer } from './writer'

/** Rows that commas and the like join: `[1], [3]–[5] and [7]`. */
export function clustersOf(rows: readonly Row[], text: string): readonly (readonly Row[])[] {
  const clusters: Row[][] = []
  let end = -1
  for (const row of rows) {
    const span = rowSpan(row, text)
    if (end >= 0 && span.from - end < 20 && isJoint(text.slice(end, span.from))) clusters.at(-1)?.push(row)
    else clusters.push([row])
    end = span.to
  }
  return clusters
}

/** Not across a blank line, where another paragraph begins. */
const isJoint = (between: string): boolean => JOINT.test(between) && !/\n[^\S\n]*\n/u.test(between)

const JOINT = /^[\s,;]*(?:(?:and|&|und|et|y)\s+)?$/u

/** What goes takes along what joined it to its neighbours. */
export function rewriteCluster(cluster: readonly Row[], writer: Writer): readonly Edit[] {
  const plans = cluster.map((row) => planOf(row, writer))
  if (!plans.some(({ isChanged }) => isChanged)) return []
  const edits: Edit[] = []
  const cited = new Set<number>()
  let kept = 0
  let start: number | undefined
  let end = 0
  for (const { row, members, isChanged } of plans) {
    const span = rowSpan(row, writer.text)
    start ??= span.from
    const isRepeated =
      members.length > 0 &&
      members.every((number) => cited.has(number) && writer.merged.has(number)) &&
      !row.citations.some((citation) =>
        leadsElsewhere(citation, writer.sources.get(writer.mapping(citation.number) ?? 0), writer.text),
      )
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

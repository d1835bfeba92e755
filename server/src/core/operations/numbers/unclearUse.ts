import type { Reference } from '../../references/model'
import { plainTitle, quoted } from '../../survey/names'
import { oneLine } from '../../text/oneLine'
import { isDash, rises } from '../../references/scan'
import type { Span } from '../../text/span'
import { rowSpan } from './rewrite/row'
import type { UnclearGroup, Uses } from './uses'
import type { Numbers } from './numbers'
import type { Mapping } from './rewrite/writer'
import type { Refusal } from '../../refusal'

/**
 * What can be neither rewritten nor left, where it has a number that would mean another source than before: brackets that may be
 * a citation or not, `[1, 9]` where the list has no 9; a range that begins or ends in brackets with several numbers, `[1, 2]–[4]`; and the
 * entries of a second list. `taken` are the numbers that the list has afterwards.
 */
export function unclearUse(
  { document: { survey, text }, list, uses }: Numbers,
  mapping: Mapping,
  taken: ReadonlySet<number>,
): Refusal | undefined {
  if (uses.unclear.length + uses.groups.length + survey.otherEntries.length === 0) return undefined
  const known = new Set(list.items.map(({ number }) => number))
  const changes = (number: number): boolean => (known.has(number) ? mapping(number) !== number : taken.has(number))
  const twin = survey.otherEntries.find(({ number }) => changes(number))
  if (twin)
    return {
      refused: `[${twin.number}] stands in two lists: in the references, and where ${nameOf(twin, text)} has that number. Nobody can tell which of the two is meant. Give one of them another number, or bring the two lists together.`,
      span: twin.label,
    }
  const group = uses.unclear.find(({ mayCite, numbers }) =>
    mayCite ? numbers.some(changes) : numbers.every((number) => taken.has(number)),
  )
  if (group)
    return { refused: reasonOf(group, known, oneLine(text.slice(group.span.from, group.span.to))), span: group.span }
  const range = mixedRanges(uses, text).find((each) => partsWith(each, known, mapping, taken))
  return (
    range && {
      refused: `${quoted(oneLine(text.slice(range.span.from, range.span.to)))} may mean the numbers between, too, which would part. Write them out first.`,
      span: range.span,
    }
  )
}

/** A dash between brackets with several numbers and a neighbour. */
interface MixedRange {
  readonly from: number
  readonly to: number
  /** Whether both are numbers alone, and no end of another range. */
  readonly isPlain: boolean
  /** All that its two sides cite. */
  readonly numbers: readonly number[]
  readonly span: Span
}

function mixedRanges({ groups, rows }: Uses, text: string): readonly MixedRange[] {
  if (groups.length === 0) return []
  const units = [
    ...groups.map(({ span, numbers, parts }) => ({
      span,
      numbers,
      isGroup: true,
      startsPlain: parts[0]?.numbers.length === 1,
      endsPlain: parts.at(-1)?.numbers.length === 1,
    })),
    ...rows.map((row) => ({
      span: rowSpan(row, text),
      numbers: row.citations.map(({ number }) => number),
      isGroup: false,
      startsPlain: row.citations.length === 1,
      endsPlain: row.citations.length === 1,
    })),
  ].sort((a, b) => a.span.from - b.span.from)
  return units.flatMap((unit, i) => {
    const previous = units[i - 1]
    if (!previous || !(unit.isGroup || previous.isGroup) || !isDash(text.slice(previous.span.to, unit.span.from)))
      return []
    return [
      {
        from: previous.numbers.at(-1) ?? 0,
        to: unit.numbers[0] ?? 0,
        isPlain: previous.endsPlain && unit.startsPlain,
        numbers: [...previous.numbers, ...unit.numbers],
        span: { from: previous.span.from, to: unit.span.to },
      },
    ]
  })
}

/** Whether a range would mean other sources than before. */
function partsWith(
  { from, to, isPlain, numbers }: MixedRange,
  known: ReadonlySet<number>,
  mapping: Mapping,
  taken: ReadonlySet<number>,
): boolean {
  const inside = between(from, to, known)
  const all = [...numbers, ...inside]
  if (all.every((number) => mapping(number) === number) && inside.length === between(from, to, taken).length)
    return false
  const [low, high] = [mapping(from), mapping(to)]
  const isMerged = new Set(numbers.map(mapping)).size < new Set(numbers).size
  if (!isPlain || isMerged || low === undefined || high === undefined) return true
  const meant = new Set(inside.map(mapping))
  const now = between(low, high, taken)
  return now.length !== meant.size || now.some((number) => !meant.has(number))
}

const between = (from: number, to: number, listed: ReadonlySet<number>): readonly number[] =>
  rises(from, to) ? [...listed].filter((number) => from < number && number < to) : []

const nameOf = ({ title, body }: Reference, text: string): string =>
  quoted(plainTitle(oneLine(title?.text ?? text.slice(body.from, body.to))))

function reasonOf({ numbers, absent, mayCite }: UnclearGroup, known: ReadonlySet<number>, words: string): string {
  if (!mayCite)
    return `${quoted(words)} is no citation now, but would be one with the new numbers. Correct it, or put it into code.`
  const listed = numbers.find((number) => known.has(number)) ?? 0
  return `${quoted(words)} may cite [${listed}], but the list has no [${absent[0]}], so nobody can tell. Correct it, or put it into code if it is no citation.`
}

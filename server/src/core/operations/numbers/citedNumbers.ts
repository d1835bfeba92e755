import { rises } from '../../references/scan'
import { quoted } from '../../survey/names'
import type { Span } from '../../text/span'
import { sameSource, type Item } from './item'
import type { Numbers } from './numbers'
import type { Row } from './uses'
import type { Refusal } from '../../refusal'

/** The numbers that text cites, each with where it first does, in that order. Those inside the reference list are left out. */
export function firstCited({ uses, document: { survey } }: Numbers): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>()
  // The model has none of those in the list.
  const known = new Set(survey.groups.map(({ span }) => span.from))
  const places = [
    ...uses.rows
      .filter((row) => !row.listed)
      .map((row) => ({ at: row.citations[0]?.span.from ?? 0, numbers: numbersIn(row) })),
    ...uses.groups.filter(({ span }) => known.has(span.from)).map(({ span, numbers }) => ({ at: span.from, numbers })),
  ].sort((a, b) => a.at - b.at)
  for (const { at, numbers } of places) for (const number of numbers) if (!firsts.has(number)) firsts.set(number, at)
  return firsts
}

/** Every number that anything leads to: citations, entries that refer to others, links. With a place to show for it. */
export function usedNumbers(numbers: Numbers): ReadonlyMap<number, number> {
  const used = new Map(firstCited(numbers))
  for (const { span, numbers: members } of numbers.uses.groups)
    for (const number of members) if (!used.has(number)) used.set(number, span.from)
  for (const row of numbers.uses.rows)
    if (row.listed)
      for (const number of numbersIn(row)) if (!used.has(number)) used.set(number, row.citations[0]?.span.from ?? 0)
  for (const { number, span } of numbers.uses.links) if (!used.has(number)) used.set(number, span.from)
  return used
}

/** In the order in which a reader meets them: `[2]–[5]` is 2, 3, 4, 5. */
function numbersIn({ citations }: Row): readonly number[] {
  return citations.flatMap(({ number }, i) => {
    const from = citations[i - 1]?.number
    return from !== undefined && rises(from, number)
      ? Array.from({ length: number - from }, (_, k) => from + 1 + k)
      : [number]
  })
}

/** The first number that is cited and stands for two sources; or the first of some that does, whether it is cited or not. */
export function ambiguity(numbers: Numbers, among?: ReadonlySet<number>): Refusal | undefined {
  const used = among ?? usedNumbers(numbers)
  const firsts = new Map<number, Item>()
  for (const item of numbers.list.items) {
    const first = firsts.get(item.number)
    if (!first) firsts.set(item.number, item)
    else if (used.has(item.number) && !sameSource(first, item)) return ambiguous(first, item, among === undefined)
  }
  return undefined
}

export const ambiguous = (first: Item, second: Item, isCited = false): Refusal => ({
  refused: isCited
    ? `[${second.number}] is cited, but stands for two sources: ${quoted(first.name)} and ${quoted(second.name)}. Nobody can tell which one is meant. Give one of them a number of its own and correct its citations, or remove one.`
    : `[${second.number}] stands for two sources: ${quoted(first.name)} and ${quoted(second.name)}. Give one of them a number of its own first, or remove one.`,
  span: second.label,
})

/** The entry with a number, which must be there and stand for one source. */
export function findItem({ list: { items } }: Numbers, number: number): Item | Refusal {
  const [first, ...others] = items.filter((item) => item.number === number)
  if (!first) return { refused: `The list has no [${number}].` }
  const other = others.find((item) => !sameSource(first, item))
  return other ? ambiguous(first, other) : first
}

/** Where a number is cited: citations, the ranges that cover it, groups, entries that refer to it. In text order. */
export function usesOfNumber({ uses }: Numbers, number: number): readonly Span[] {
  const rows = uses.rows
    .filter((row) => numbersIn(row).includes(number))
    .map(({ citations }) => ({ from: citations[0]?.span.from ?? 0, to: citations.at(-1)?.span.to ?? 0 }))
  const groups = uses.groups.filter(({ numbers }) => numbers.includes(number)).map(({ span }) => span)
  return [...rows, ...groups].sort((a, b) => a.from - b.from)
}

import { isYear } from '../../references/year'
import type { Item } from './item'
import type { Renumbering } from './numbering'
import type { Numbers } from './numbers'
import { firstCited } from './citedNumbers'
import { highest } from './words'

/** Numbers the entries from 1 on in an order of their own. A number that is cited, but not in the list, stays as it is, and no entry gets it. */
export function numbered(
  numbers: Numbers,
  order: (units: readonly Unit[]) => readonly Unit[],
  sorted: boolean,
): Renumbering {
  const { items, strays } = numbers.list
  const listed = new Set(items.map(({ number }) => number))
  const undefinedOnes = new Set(
    numbers.uses.rows
      .flatMap(({ citations }) => citations.map(({ number }) => number))
      .filter((number) => !listed.has(number)),
  )
  const reserved = new Set([...undefinedOnes, ...numbers.uses.unclear.flatMap(({ absent }) => absent)])
  const news = new Map<Item, number>()
  const cited = new Map<number, number>()
  let last = 0
  for (const unit of order(unitsOf(items))) {
    last++
    while (reserved.has(last)) last++
    for (const item of unit) news.set(item, last)
  }
  for (const item of items) if (!cited.has(item.number)) cited.set(item.number, news.get(item) ?? item.number)
  // A link definition of no entry must not become that of one.
  const taken = new Set(news.values())
  let free = highest([last, ...listed, ...reserved, ...strays.map(({ number }) => number)])
  for (const { number } of strays) if (!cited.has(number)) cited.set(number, taken.has(number) ? ++free : number)
  const notes = [...undefinedOnes]
    .filter((number) => number <= last)
    .sort((a, b) => a - b)
    .map((number) => `[${number}] is cited but not listed: it stays as it is, and no reference gets that number.`)
  return { numberOf: (item) => news.get(item), mapping: (number) => cited.get(number) ?? number, sorted, notes }
}

/**
 * A renumbering that takes each number by itself, so that different ones stay different: also those that are cited, but not in
 * the list. `[2018]` is a year unless the list is that long.
 */
export function shifted({ list: { items } }: Numbers, shift: (number: number) => number): Renumbering {
  const longest = highest(items.map(({ number }) => number))
  const mapping = (number: number): number => (isYear(number, longest) ? number : shift(number))
  return { numberOf: ({ number }) => shift(number), mapping, sorted: false }
}

/** Entries that share a number, as they are one source. */
export type Unit = readonly Item[]

/** In list order. Copies stay with the entry that they are a copy of. */
function unitsOf(items: readonly Item[]): readonly Unit[] {
  const units: Item[][] = []
  const known = new Map<string, Item[]>()
  for (const item of items) {
    const keys = [
      ...(item.source === undefined ? [] : [`${item.number} ${item.source}`]),
      `${item.number}: ${item.words}`,
    ]
    let unit = keys.map((key) => known.get(key)).find((each) => each)
    if (unit) unit.push(item)
    else units.push((unit = [item]))
    for (const key of keys) if (!known.has(key)) known.set(key, unit)
  }
  return units
}

/** The cited ones in the order of their first citation, then the others as they stand. */
export function byCitation(numbers: Numbers): (units: readonly Unit[]) => readonly Unit[] {
  const places = new Map([...firstCited(numbers).keys()].map((number, i) => [number, i]))
  return (units) => {
    const owner = new Set<number>()
    const keys = new Map<Unit, number>()
    for (const unit of units) {
      const number = unit[0]?.number ?? 0
      keys.set(unit, owner.has(number) ? Infinity : (places.get(number) ?? Infinity))
      owner.add(number)
    }
    return [...units].sort((a, b) => compared(keys.get(a) ?? 0, keys.get(b) ?? 0))
  }
}

export const byNumber = (units: readonly Unit[]): readonly Unit[] =>
  [...units].sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0))

export const byPlace = (units: readonly Unit[]): readonly Unit[] => units

/** Also of two that are infinite. */
const compared = (a: number, b: number): number => (a === b ? 0 : a - b)

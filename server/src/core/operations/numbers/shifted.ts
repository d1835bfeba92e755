import { highest } from './words'
import type { Numbers, Renumbering } from './numbering'

/**
 * A renumbering that takes each number by itself, so that different ones stay different: also those that are cited, but not in
 * the list. `[2018]` is a year unless the list is that long.
 */
export function shifted({ list: { items } }: Numbers, shift: (number: number) => number): Renumbering {
  const longest = highest(items.map(({ number }) => number))
  const mapping = (number: number): number =>
    number >= 1900 && number < 2100 && longest < 1000 ? number : shift(number)
  return { numberOf: ({ number }) => shift(number), mapping, sorted: false }
}

import type { Numbers } from './numbers'

/** Whether the numbers of the list rise from entry to entry, so that a new order of numbers is a new order of entries. */
export const isSorted = ({ list: { stretches } }: Numbers): boolean =>
  stretches.every((stretch) => stretch.every((item, i) => (stretch[i - 1] ?? item).number <= item.number))

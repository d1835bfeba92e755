import { sameSource, type Item } from './list'
import type { Numbers } from './numbering'
import { ambiguous } from './cited'
import type { Refusal } from '../operation'

/** The entry with a number, which must be there and stand for one source. */
export function findItem({ list: { items } }: Numbers, number: number): Item | Refusal {
  const [first, ...others] = items.filter((item) => item.number === number)
  if (!first) return { refused: `The list has no [${number}].` }
  const other = others.find((item) => !sameSource(first, item))
  return other ? ambiguous(first, other) : first
}

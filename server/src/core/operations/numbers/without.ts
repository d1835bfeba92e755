import type { Renumbering } from './numbering'
import type { Numbers } from './numbers'
import { shifted } from './assign'

/** A renumbering in which all entries of some numbers go, and the numbers behind close the gaps. */
export function without(numbers: Numbers, gone: ReadonlySet<number>): Renumbering {
  const sorted = [...gone].sort((a, b) => a - b)
  const { numberOf, ...rest } = shifted(numbers, (each) => each - sorted.filter((number) => number < each).length)
  return {
    ...rest,
    numberOf: (item) => (gone.has(item.number) ? undefined : numberOf(item)),
    mapping: (each) => (gone.has(each) ? undefined : rest.mapping(each)),
  }
}

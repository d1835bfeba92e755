import { type IncompletePlace } from '../../../server/src/protocol'
import { comparePositions } from '../survey/compare-positions'

/** The first and the last index of those that are at one place with the one at `index`: sections that are missing in a row. */
export function samePlace(
  incomplete: readonly IncompletePlace[],
  index: number,
): { readonly first: number; readonly last: number } {
  const isThere = (other: number): boolean => {
    const [a, b] = [incomplete[index]?.selection, incomplete[other]?.selection]
    return (
      a !== undefined &&
      b !== undefined &&
      comparePositions(a.start, b.start) === 0 &&
      comparePositions(a.end, b.end) === 0
    )
  }
  let [first, last] = [index, index]
  while (isThere(first - 1)) first--
  while (isThere(last + 1)) last++
  return { first, last }
}

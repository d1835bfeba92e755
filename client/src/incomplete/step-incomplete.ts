import { type Range } from 'vscode-languageserver-protocol'
import { type IncompletePlace } from '../../../server/src/protocol'
import { comparePositions } from '../survey/compare-positions'

/**
 * The index of the section to go to from `here`, the author's selection; past the last comes the first. Undefined when
 * nothing is incomplete. `incomplete` is in text order.
 */
export function stepIncomplete(
  incomplete: readonly IncompletePlace[],
  here: Range,
  direction: 'next' | 'previous',
): number | undefined {
  if (incomplete.length === 0) return undefined
  const index =
    direction === 'next'
      ? incomplete.findIndex(({ selection }) => isAfter(selection, here))
      : lastBefore(incomplete, here)
  if (index >= 0) return index
  return direction === 'next' ? 0 : incomplete.length - 1
}

/** A place that starts at the cursor counts as after it until it is selected: the first press selects it. */
function isAfter(place: Range, here: Range): boolean {
  const order = comparePositions(place.start, here.start)
  return order > 0 || (order === 0 && comparePositions(place.end, here.end) !== 0)
}

function lastBefore(incomplete: readonly IncompletePlace[], here: Range): number {
  return incomplete.findLastIndex(({ selection }) => comparePositions(selection.start, here.start) < 0)
}

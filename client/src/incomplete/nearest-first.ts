import { type Position } from 'vscode-languageserver-protocol'
import { type IncompletePlace } from '../../../server/src/protocol'
import { comparePositions } from '../survey/compare-positions'

export interface NearestFirst {
  /** From the cursor on, in text order. */
  readonly after: readonly IncompletePlace[]
  /** What the cursor has passed, the latest first. */
  readonly before: readonly IncompletePlace[]
}

/** Orders places for someone at `cursor`, who reads on before going back. The one the cursor is in comes first. */
export function nearestFirst(incomplete: readonly IncompletePlace[], cursor: Position): NearestFirst {
  const isPassed = ({ selection }: IncompletePlace) => comparePositions(selection.end, cursor) < 0
  return {
    after: incomplete.filter((place) => !isPassed(place)),
    before: incomplete.filter(isPassed).reverse(),
  }
}

import { type Position } from 'vscode-languageserver-protocol'
import { type IncompleteSection } from '../../../server/src/protocol'
import { comparePositions } from './compare-positions'

export interface NearestFirst {
  /** From the cursor on, in text order. */
  readonly after: readonly IncompleteSection[]
  /** What the cursor has passed, the latest first. */
  readonly before: readonly IncompleteSection[]
}

/** Orders sections for someone at `cursor`, who reads on before going back. The one the cursor is in comes first. */
export function nearestFirst(incomplete: readonly IncompleteSection[], cursor: Position): NearestFirst {
  const isPassed = ({ selection }: IncompleteSection) => comparePositions(selection.end, cursor) < 0
  return {
    after: incomplete.filter((section) => !isPassed(section)),
    before: incomplete.filter(isPassed).reverse(),
  }
}

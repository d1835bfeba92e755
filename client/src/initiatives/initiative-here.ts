import { type Position } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { toRange } from '../editor/to-range'
import { placeOf } from '../views/place-of'
import { type Workbench } from '../workbench'

/** The place, from 1 on, of the initiative that a command is about: that of the row, else the one that the cursor is in. */
export function initiativePlace(
  workbench: Workbench,
  argument: unknown,
  { initiatives }: Outline,
  cursor: Position,
): number | undefined {
  const position = placeOf(workbench, argument) ?? (argument === undefined ? cursor : undefined)
  const index = position ? initiatives.findLastIndex(({ range }) => toRange(range).contains(position)) : -1
  return index < 0 ? undefined : index + 1
}

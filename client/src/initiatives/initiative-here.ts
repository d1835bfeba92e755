import { type Position } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { toRange } from '../editor/to-range'
import { placeOf } from '../views/place-of'
import { type Workbench } from '../workbench'

/** What a key of the Survey view gives as its argument: VS Code does not say which row it was pressed on. */
const SELECTED_ROW = 'selected row'

/** The place, from 1 on, of the initiative that a command is about: that of the row, else the one that the cursor is in. */
export function initiativePlace(
  workbench: Workbench,
  argument: unknown,
  { initiatives }: Outline,
  cursor: Position,
): number | undefined {
  const row = argument === SELECTED_ROW ? workbench.view.selected()[0] : argument
  const position = placeOf(workbench, row) ?? (row === undefined ? cursor : undefined)
  const index = position ? initiatives.findLastIndex(({ range }) => toRange(range).contains(position)) : -1
  return index < 0 ? undefined : index + 1
}

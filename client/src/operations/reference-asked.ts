import { type OutlineReference } from '../../../server/src/protocol'
import { chooseReference } from './choose-reference'
import { type OpenList } from './open-list'
import { referenceHere } from './reference-here'
import { type Workbench } from '../workbench'
import { type ShownSurvey } from '../survey/show-survey'

/** The reference that a command is about: that of the row or the cursor, else one that the author chooses. Undefined after Escape. */
export async function referenceAsked(
  workbench: Workbench,
  list: OpenList,
  argument: unknown,
  { document, outline, editor }: ShownSurvey,
  placeHolder: string,
): Promise<OutlineReference | undefined> {
  return (
    (await referenceHere(workbench, argument, outline, document, editor.selection.active)) ??
    (await chooseReference(list, outline, placeHolder))?.reference
  )
}

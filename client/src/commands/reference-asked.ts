import { type OutlineReference } from '../../../server/src/protocol'
import { chooseReference } from '../operations/choose-reference'
import { referenceHere } from '../operations/reference-here'
import { type Workbench } from '../workbench'
import { type ShownSurvey } from './show-survey'

/** The reference that a command is about: that of the row or the cursor, else one that the author chooses. Undefined after Escape. */
export async function referenceAsked(
  workbench: Workbench,
  argument: unknown,
  { document, outline, editor }: ShownSurvey,
  title: string,
  placeHolder: string,
): Promise<OutlineReference | undefined> {
  return (
    (await referenceHere(workbench, argument, outline, document, editor.selection.active)) ??
    (await chooseReference(outline, title, placeHolder))?.reference
  )
}

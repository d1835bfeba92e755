import { type TextDocument, type TextEditor } from 'vscode'
import { type Outline } from '../../../server/src/protocol'
import { showDocument } from '../editor/show-document'
import { type Workbench } from '../workbench'
import { surveyHere } from './survey-here'

export interface ShownSurvey {
  readonly document: TextDocument
  readonly outline: Outline
  readonly editor: TextEditor
}

/** As `surveyHere`, with the survey in front: for a command about a place in it. */
export async function showSurvey(
  workbench: Workbench,
  what?: { readonly changes: boolean },
): Promise<ShownSurvey | undefined> {
  const here = await surveyHere(workbench, what)
  return here && { ...here, editor: await showDocument(here.document) }
}

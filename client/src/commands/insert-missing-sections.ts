import { insertMissing } from './insert-missing'
import { placeOf } from './place-of'
import { showDocument } from '../editor/show-document'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** Of the initiative that the cursor, or the row, is in. */
export const insertMissingSections: Command = {
  id: 'survey.insertMissingSections',
  async run(workbench, argument) {
    const here = await surveyHere(workbench)
    if (!here) return
    const editor = await showDocument(here.document)
    await insertMissing(workbench, here.document, placeOf(workbench, argument) ?? editor.selection.active)
  },
}

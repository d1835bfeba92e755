import { insertMissing } from '../begin/insert-missing'
import { placeOf } from '../views/place-of'
import { type Command } from '../command'
import { showSurvey } from '../survey/show-survey'

/** Of the initiative that the cursor, or the row, is in. */
export const insertMissingSections: Command = {
  id: 'survey.insertMissingSections',
  edits: true,
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { editor } = shown
    await insertMissing(workbench, editor, placeOf(workbench, argument) ?? editor.selection.active)
  },
}

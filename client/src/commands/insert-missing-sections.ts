import { insertMissing } from './insert-missing'
import { placeOf } from './place-of'
import { type Command } from './command'
import { showSurvey } from './show-survey'

/** Of the initiative that the cursor, or the row, is in. */
export const insertMissingSections: Command = {
  id: 'survey.insertMissingSections',
  async run(workbench, argument) {
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor } = shown
    await insertMissing(workbench, document, placeOf(workbench, argument) ?? editor.selection.active)
  },
}

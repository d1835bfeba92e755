import { type Command } from '../command'
import { insertMissing } from '../begin/insert-missing'
import { showSurvey } from '../survey/show-survey'

export const insertAllMissingSections: Command = {
  id: 'survey.insertAllMissingSections',
  edits: true,
  async run(workbench) {
    const shown = await showSurvey(workbench)
    if (shown) await insertMissing(workbench, shown.editor, null)
  },
}

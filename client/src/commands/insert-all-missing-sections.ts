import { showDocument } from '../editor/show-document'
import { type Command } from './command'
import { insertMissing } from './insert-missing'
import { surveyHere } from './survey-here'

export const insertAllMissingSections: Command = {
  id: 'survey.insertAllMissingSections',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    await showDocument(here.document)
    await insertMissing(workbench, here.document, null)
  },
}

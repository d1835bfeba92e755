import { l10n } from 'vscode'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** As they stand in the text. */
export const renumberInitiatives: Command = {
  id: 'survey.renumberInitiatives',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    await runOperation(workbench, here.document, { title: l10n.t('Renumber Initiatives'), operation: 'renumber', choices: { by: 'list', what: 'initiatives' } })
  },
}

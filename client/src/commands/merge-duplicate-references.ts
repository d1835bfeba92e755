import { l10n } from 'vscode'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

/** All that have the same address. */
export const mergeDuplicateReferences: Command = {
  id: 'survey.mergeDuplicateReferences',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    await runOperation(workbench, here.document, { title: l10n.t('Merge Duplicate References'), operation: 'merge-references', choices: {} })
  },
}

import { l10n } from 'vscode'
import { chooseValue } from '../operations/choose-value'
import { runOperation } from '../operations/run-operation'
import { type Command } from './command'
import { surveyHere } from './survey-here'

export const renumberReferences: Command = {
  id: 'survey.renumberReferences',
  async run(workbench) {
    const here = await surveyHere(workbench)
    if (!here) return
    const title = l10n.t('Renumber References')
    const by = await chooseValue(workbench, 'renumber', 'by', title)
    if (by !== undefined) await runOperation(workbench, here.document, { title, operation: 'renumber', choices: { by, what: 'references' } })
  },
}

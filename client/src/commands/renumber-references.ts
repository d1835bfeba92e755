import { l10n } from 'vscode'
import { type Command } from '../command'
import { operationCommand } from '../operations/operation-command'

export const renumberReferences: Command = operationCommand({
  id: 'survey.renumberReferences',
  title: () => l10n.t('Renumber References'),
  operation: 'renumber',
  choices: { what: 'references' },
  ask: 'by',
})

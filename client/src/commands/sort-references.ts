import { l10n } from 'vscode'
import { type Command } from '../command'
import { operationCommand } from '../operations/operation-command'

export const sortReferences: Command = operationCommand({
  id: 'survey.sortReferences',
  title: () => l10n.t('Sort References'),
  operation: 'sort-references',
  ask: 'by',
})

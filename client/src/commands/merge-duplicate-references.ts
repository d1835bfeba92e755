import { l10n } from 'vscode'
import { type Command } from '../command'
import { operationCommand } from '../operations/operation-command'

/** All that have the same address. */
export const mergeDuplicateReferences: Command = operationCommand({
  id: 'survey.mergeDuplicateReferences',
  title: () => l10n.t('Merge Duplicate References'),
  operation: 'merge-references',
})

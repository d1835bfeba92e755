import { l10n } from 'vscode'
import { type Command } from '../command'
import { operationCommand } from '../operations/operation-command'

export const bringUpToTemplate: Command = operationCommand({
  id: 'survey.bringUpToTemplate',
  title: () => l10n.t('Bring Up to Template'),
  operation: 'bring-up-to-template',
})

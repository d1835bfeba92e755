import { l10n } from 'vscode'
import { type Command } from '../command'
import { operationCommand } from '../operations/operation-command'

/** As they stand in the text. */
export const renumberInitiatives: Command = operationCommand({
  id: 'survey.renumberInitiatives',
  title: () => l10n.t('Renumber Initiatives'),
  operation: 'renumber',
  choices: { by: 'list', what: 'initiatives' },
})

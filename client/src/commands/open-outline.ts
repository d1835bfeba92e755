import { commands } from 'vscode'
import { type Command } from '../command'

export const openOutline: Command = {
  id: 'survey.openOutline',
  async run() {
    await commands.executeCommand('survey.outline.focus')
  },
}

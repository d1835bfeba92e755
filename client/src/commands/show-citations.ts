import { commands, Position, Uri } from 'vscode'
import { type Position as LspPosition } from 'vscode-languageserver-protocol'
import { type Command } from '../command'

/** Run from a lens above a reference, with the address of its file and its place there. */
export const showCitations: Command = {
  id: 'survey.showCitations',
  async run(_, address, place) {
    if (typeof address !== 'string') return
    const { line, character } = place as LspPosition
    await commands.executeCommand('editor.action.findReferences', Uri.parse(address), new Position(line, character))
  },
}

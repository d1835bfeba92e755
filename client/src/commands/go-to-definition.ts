import { commands, Location, window, workspace, type TextEditor } from 'vscode'
import { toRange } from '../editor/to-range'
import { type Workbench } from '../workbench'
import { type Command } from '../command'

/**
 * F12 in a survey: from a citation to its entry, from an entry to its citations. VS Code's own F12 asks every provider, and where
 * `[7]` has a link definition its Markdown support names that, too; of two answers it opens a peek rather than going anywhere. No
 * provider can speak for another: VS Code merges answers only where all of them lead to the same place, an exclusive one would
 * silence headings and files as well, and `editor.gotoLocation.multipleDefinitions` would hold for all Markdown and over what the
 * author has chosen. So this key asks us first; where we have nothing to say, it is VS Code's.
 */
export const goToDefinition: Command = {
  id: 'survey.goToDefinition',
  async run(workbench) {
    const editor = window.activeTextEditor
    const found = editor ? await placesFor(workbench, editor) : []
    if (!editor || found.length === 0) {
      await commands.executeCommand('editor.action.revealDefinition')
      return
    }
    const { document, selection } = editor
    const ifSeveral = workspace.getConfiguration('editor', document).get<string>('gotoLocation.multipleDefinitions')
    // As its own does, with the way back and the mark on where it went.
    await commands.executeCommand('editor.action.goToLocations', document.uri, selection.active, found, ifSeveral)
  },
}

async function placesFor(
  { server, survey }: Workbench,
  { document, selection }: TextEditor,
): Promise<readonly Location[]> {
  if (survey.current?.document !== document || server.state !== 'running') return []
  // Without an answer, for whatever reason, the key is VS Code's.
  const ranges = await server.definition(document, selection.active).catch(() => [])
  return ranges.map((range) => new Location(document.uri, toRange(range)))
}

import { Range, TextEditorRevealType, type TextEditor } from 'vscode'
import { insertSnippet } from '../editor/change-text'
import { type Command } from '../command'
import { placeOf } from '../views/place-of'
import { showSurvey } from '../survey/show-survey'

/** After the initiative that the cursor, or the row, is in; its title is selected, and Tab goes on through its sections. */
export const newInitiative: Command = {
  id: 'survey.newInitiative',
  edits: true,
  async run(workbench, argument) {
    // In front before the edit: VS Code makes tab stops of a snippet in the active editor only.
    const shown = await showSurvey(workbench)
    if (!shown) return
    const { document, editor } = shown
    const answer = await workbench.server.newInitiative(
      document,
      placeOf(workbench, argument) ?? editor.selection.active,
    )
    if (await insertSnippet(editor, answer)) showFromTop(editor)
  },
}

/** As much of the initiative as the window has room for. */
function showFromTop(editor: TextEditor): void {
  const line = Math.max(0, editor.selection.start.line - 2)
  editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop)
}

import { type Range, Selection, type TextEditor } from 'vscode'
import { type TextEdit } from 'vscode-languageserver-protocol'
import { type PasteAnswer, type PlanRefusal } from '../../../server/src/protocol'
import { changeText } from '../editor/change-text'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { isRefusal } from '../operations/is-refusal'

/**
 * Cites in the place of every selection, as one step to undo, with the cursors behind what was written. Where one of them
 * cannot have a citation, nothing is changed and the author is told why; likewise where the text is not at `version` any more.
 */
export async function citeAtCursors(
  editor: TextEditor,
  version: number,
  ask: (range: Range) => Promise<PasteAnswer | PlanRefusal | null>,
): Promise<PasteAnswer | undefined> {
  const { document, selections } = editor
  const answers: PasteAnswer[] = []
  for (const selection of selections) {
    const answer = await ask(selection)
    if (!answer) {
      sayStale()
      return undefined
    }
    if (isRefusal(answer)) {
      sayRefused(document, answer)
      return undefined
    }
    answers.push(answer)
  }
  // In the editor that the author looks at, whose cursors move along.
  if (!(await changeText(editor, { version, edits: distinct(answers) }, { pushing: true }))) return undefined
  // What replaced a selection is selected now.
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end))
  return answers[0]
}

/** Each answer is for the same text, so a reference that several of them append is appended by the same edit. */
function distinct(answers: readonly PasteAnswer[]): readonly TextEdit[] {
  return [...new Map(answers.flatMap(({ edits }) => edits).map((edit) => [JSON.stringify(edit), edit])).values()]
}

import { type Range, Selection, type TextEditor } from 'vscode'
import { type PasteAnswer, type PlanRefusal } from '../../../server/src/protocol'
import { sayStale } from '../editor/apply-edits'
import { sayRefused } from '../editor/say-refused'
import { toRange } from '../editor/to-range'
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
  const edits = distinct(answers)
  // In the editor that the author looks at, rather than in the workspace: that moves its cursors, too.
  const done =
    document.version === version &&
    (await editor.edit((builder) => {
      for (const { range, newText } of edits) {
        if (range.isEmpty) builder.insert(range.start, newText)
        else builder.replace(range, newText)
      }
    }))
  if (!done) {
    sayStale()
    return undefined
  }
  // What replaced a selection is selected now.
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end))
  return answers[0]
}

/** Each answer is for the same text, so a reference that several of them append is appended by the same edit. */
function distinct(answers: readonly PasteAnswer[]): readonly { readonly range: Range; readonly newText: string }[] {
  const found = new Map<string, { readonly range: Range; readonly newText: string }>()
  for (const { range, newText } of answers.flatMap(({ edits }) => edits))
    found.set(JSON.stringify([range, newText]), { range: toRange(range), newText })
  return [...found.values()]
}

import { l10n, SnippetString, type TextEditor } from 'vscode'
import { type TextEdit } from 'vscode-languageserver-protocol'
import { type SnippetEdit, type VersionedEdits } from '../../../server/src/protocol'
import { fileName } from './file-name'
import { sayReadOnly } from './read-only'
import { sayStale } from './say-stale'
import { toRange } from './to-range'

/**
 * Makes edits in an editor as one step to undo, if its document is still at the version that they were computed for, and may be
 * written in; says why where not. Null is the server's answer for a version that it does not have. What is inserted at a cursor
 * comes behind it, or in front of it with `pushing`.
 *
 * All that our commands change is changed here, and by the editor: what changes a workspace writes over what is read-only.
 */
export function changeText(
  editor: TextEditor,
  answer: VersionedEdits | null,
  { pushing = false } = {},
): Promise<boolean> {
  return changed(editor, answer, ({ edits }) => edit(editor, edits, pushing))
}

/** The same for a snippet, whose first stop is selected then. */
export function insertSnippet(editor: TextEditor, answer: SnippetEdit | null): Promise<boolean> {
  return changed(editor, answer, async ({ range, snippet, edits }) => {
    if (edits.length > 0) {
      const { version } = editor.document
      if (!(await edit(editor, edits, false, { undoStopBefore: true, undoStopAfter: false }))) return false
      // Refused, or the author was faster: the second half must not go anywhere else.
      if (editor.document.version !== version + 1) return editor.document.version === version
    }
    return editor.insertSnippet(new SnippetString(snippet), toRange(range), {
      undoStopBefore: edits.length === 0,
      undoStopAfter: true,
    })
  })
}

async function changed<Answer extends { readonly version: number }>(
  { document }: TextEditor,
  answer: Answer | null,
  change: (answer: Answer) => Thenable<boolean>,
): Promise<boolean> {
  // VS Code compares versions once more on its side.
  if (answer?.version !== document.version || !(await change(answer))) {
    sayStale()
    return false
  }
  if (answer.version !== document.version) return true
  // It reports that it is done, and has left the text alone.
  sayReadOnly(l10n.t('{0} is read-only in this editor. Nothing was changed.', fileName(document)))
  return false
}

function edit(
  editor: TextEditor,
  edits: readonly TextEdit[],
  pushing: boolean,
  undoStops?: { readonly undoStopBefore: boolean; readonly undoStopAfter: boolean },
): Thenable<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) {
      const place = toRange(range)
      if (pushing && place.isEmpty) builder.insert(place.start, newText)
      else builder.replace(place, newText)
    }
  }, undoStops)
}

import { l10n, TextEdit, workspace, WorkspaceEdit, type TextDocument } from 'vscode'
import { notice } from './notice'
import { type VersionedEdits } from '../../../server/src/protocol'
import { toRange } from './to-range'

/** Makes edits as one step to undo, if the document is still at their version, and says so otherwise. Null stands for a version that the server does not have. */
export async function applyEdits(document: TextDocument, answer: VersionedEdits | null): Promise<boolean> {
  // VS Code compares versions once more on its side.
  const done = answer?.version === document.version && (await workspace.applyEdit(workspaceEdit(document, answer)))
  if (!done) sayStale()
  return done
}

export function workspaceEdit(document: TextDocument, { edits }: VersionedEdits): WorkspaceEdit {
  const edit = new WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText)),
  )
  return edit
}

export function sayStale(): void {
  notice(l10n.t('The survey has changed meanwhile. Nothing was changed; try again.'), {}, 'warning')
}

import { TextEdit, WorkspaceEdit, type TextDocument } from 'vscode'
import { type VersionedEdits } from '../../../server/src/protocol'
import { toRange } from './to-range'

/** Edits for VS Code to make, where it has asked for them itself. */
export function workspaceEdit(document: TextDocument, { edits }: VersionedEdits): WorkspaceEdit {
  const edit = new WorkspaceEdit()
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText)),
  )
  return edit
}

import { l10n, TextEdit, workspace, WorkspaceEdit, type Position, type TextDocument } from 'vscode'
import { announce } from '../editor/announce'
import { insertIfUnchanged } from '../editor/insert-if-unchanged'
import { toRange } from '../editor/to-range'
import { type Workbench } from '../workbench'

/** Inserts what is missing in the initiative at `position`, or everywhere where that is null, as one step to undo. */
export async function insertMissing(
  { server }: Workbench,
  document: TextDocument,
  position: Position | null,
): Promise<void> {
  const answer = await server.insertMissing(document, position)
  if (answer?.edits.length === 0) {
    announce(position ? l10n.t('No section is missing here.') : l10n.t('No section is missing.'))
    return
  }
  const inserted = await insertIfUnchanged(document, answer, ({ edits }) => {
    const edit = new WorkspaceEdit()
    edit.set(
      document.uri,
      edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText)),
    )
    return workspace.applyEdit(edit)
  })
  if (inserted) announce(l10n.t('The missing sections are inserted.'))
}

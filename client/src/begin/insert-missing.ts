import { l10n, type Position, type TextEditor } from 'vscode'
import { announce } from '../editor/announce'
import { changeText } from '../editor/change-text'
import { type Workbench } from '../workbench'

/** Inserts what is missing in the initiative at `position`, or everywhere where that is null, as one step to undo. */
export async function insertMissing(
  { server }: Pick<Workbench, 'server'>,
  editor: TextEditor,
  position: Position | null,
): Promise<void> {
  const answer = await server.insertMissing(editor.document, position)
  if (answer?.edits.length === 0) {
    announce(position ? l10n.t('No section is missing here.') : l10n.t('No section is missing.'))
    return
  }
  if (answer && (await changeText(editor, answer)))
    announce(answer.sections === 1 ? l10n.t('1 section inserted.') : l10n.t('{0} sections inserted.', answer.sections))
}

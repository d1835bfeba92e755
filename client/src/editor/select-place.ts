import { Selection, TextEditorRevealType, type Range, type TextEditor } from 'vscode'

/** Selects a place and brings it into view, so that the next key typed goes there. */
export function selectPlace(editor: TextEditor, range: Range): void {
  const { start, end } = editor.document.validateRange(range)
  editor.selection = new Selection(start, end)
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
}

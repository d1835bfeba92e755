import { Selection, TextEditorRevealType, type Range, type TextDocument } from 'vscode'
import { showDocument } from './show-document'

/** Takes the author to a place: it is selected, in view, and the next key typed goes there. */
export async function goTo(document: TextDocument, range: Range): Promise<void> {
  const editor = await showDocument(document)
  const place = document.validateRange(range)
  editor.selection = new Selection(place.start, place.end)
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport)
}

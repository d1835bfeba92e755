import { type Range, type TextDocument } from 'vscode'
import { selectPlace } from './select-place'
import { showDocument } from './show-document'

/** Takes the author to a place in a document. */
export async function goTo(document: TextDocument, range: Range): Promise<void> {
  selectPlace(await showDocument(document), range)
}

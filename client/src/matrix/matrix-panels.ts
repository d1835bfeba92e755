import { type Disposable, type TextDocument } from 'vscode'

/** The open matrices, one a file. */
export interface MatrixPanels extends Disposable {
  /** Opens the one of a document beside it, or brings it to the front. */
  open(document: TextDocument): void
  /** The document of the one that the author is in. */
  readonly active: TextDocument | undefined
}

import { l10n, window, type TextDocument } from 'vscode'

/**
 * Runs `insert` only while the document is still at the version that the edit was computed for, and says so otherwise.
 * `insert` reports what VS Code reports, which compares versions once more on its side. Resolves to whether it was done.
 */
export async function insertIfUnchanged(document: TextDocument, version: number, insert: () => Thenable<boolean>): Promise<boolean> {
  const done = document.version === version && (await insert())
  if (!done) {
    void window.showWarningMessage(l10n.t('The survey changed meanwhile; nothing was inserted. Run the command again.'))
  }
  return done
}

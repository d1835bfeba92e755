import { l10n, type TextDocument } from 'vscode'
import { notice } from './notice'

/**
 * Runs `insert` only while the document is still at the version that the answer was computed for, and says so otherwise; null
 * is the server's answer for a version that it does not have. `insert` reports what VS Code reports, which compares versions
 * once more on its side. Resolves to whether it was done.
 */
export async function insertIfUnchanged<Answer extends { readonly version: number }>(
  document: TextDocument,
  answer: Answer | null,
  insert: (answer: Answer) => Thenable<boolean>,
): Promise<boolean> {
  const done = answer?.version === document.version && (await insert(answer))
  if (!done) {
    notice(l10n.t('The survey changed meanwhile; nothing was inserted. Run the command again.'), {}, 'warning')
  }
  return done
}

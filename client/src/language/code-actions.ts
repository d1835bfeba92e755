import { CancellationError, workspace, type CodeAction } from 'vscode'
import { type Middleware } from 'vscode-languageclient'
import { notice } from '../editor/notice'
import { readOnlyBy } from '../editor/read-only'
import { sayStale } from '../editor/say-stale'

/** Edits of code actions lose the version on the way into VS Code, so an answer for an older text would be applied to the newer one. */
export const codeActions: Middleware = {
  async provideCodeActions(document, range, context, token, next) {
    const { version } = document
    const actions = await next(document, range, context, token)
    // VS Code itself offers them in its Problems view, and would write over what is read-only.
    if (actions && actions.length > 0 && (await readOnlyBy(document))) return []
    return document.version === version ? actions : []
  },

  /** What somebody chose and is not done is said: VS Code itself would be silent. */
  async resolveCodeAction(action, token, next) {
    const version = versionOf(action)
    try {
      const resolved = await next(action, token)
      if (versionOf(action) === version) return resolved
      sayStale()
    } catch (error) {
      if (token.isCancellationRequested) throw error
      if (error instanceof CancellationError) sayStale()
      else notice(error instanceof Error ? error.message : String(error), {}, 'warning')
    }
    return action
  },
}

/** Of the document that an action of ours is for, by the data that the server put into it. */
function versionOf(action: CodeAction & { readonly data?: unknown }): number | undefined {
  const { uri } = (action.data ?? {}) as { readonly uri?: unknown }
  return workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version
}

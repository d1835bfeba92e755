import { l10n, workspace, WorkspaceEdit, type TextDocument } from 'vscode'
import { type RenameMiddleware } from 'vscode-languageclient'
import { notice } from '../editor/notice'
import { readOnlyBy } from '../editor/read-only'
import { sayRefused } from '../editor/say-refused'
import { sayStale } from '../editor/say-stale'
import { workspaceEdit } from '../editor/workspace-edit'
import { type Server } from '../language/server'
import { isRefusal } from './is-refusal'
import { withList } from './open-list'
import { changingNumber, swapOrShift } from './swap-or-shift'

/**
 * Renaming a number to one that is taken asks what becomes of that one. Whatever is refused in a survey is said here, and
 * answered with no edits: after an error VS Code would go on to its own Markdown rename, which takes the number for a link.
 */
export function renameNumber(serverOf: () => Server): RenameMiddleware {
  return {
    async provideRenameEdits(document, position, newName, token, next) {
      const server = serverOf()
      const { version } = document
      // What is no number is refused where everything else is.
      const { from, to } = (await server.renumbering(document, position, newName)) ?? {}
      const numbers =
        from !== undefined && to !== undefined && from !== to ? await numbersOf(server, document) : undefined
      if (from !== undefined && to !== undefined && numbers?.has(from) && numbers.has(to)) {
        const title = l10n.t('Change the Number of [{0}]', from)
        const how = await withList(title, (list) => swapOrShift(list, from, to))
        return how ? planned(server, document, changingNumber(how, from, to)) : nothing()
      }
      try {
        const edit = await next(document, position, newName, token)
        if (document.version === version) return edit && (await withoutReadOnly(edit))
        sayStale()
        return nothing()
      } catch (error) {
        if (token.isCancellationRequested) throw error
        notice(error instanceof Error ? error.message : String(error), {}, 'warning')
        return nothing()
      }
    },
  }
}

/** Without what an initiative's new title would change in other surveys that are read-only; says which those are. */
async function withoutReadOnly(edit: WorkspaceEdit): Promise<WorkspaceEdit> {
  const entries = await Promise.all(
    edit.entries().map(async ([uri, edits]) => {
      const isReadOnly = (await readOnlyBy(await workspace.openTextDocument(uri))) !== undefined
      return { uri, edits, isReadOnly }
    }),
  )
  const left = entries.filter(({ isReadOnly }) => isReadOnly).map(({ uri }) => workspace.asRelativePath(uri))
  if (left.length === 0) return edit
  notice(l10n.t('Read-only, so links there keep the old title: {0}', left.join(', ')), {}, 'warning')
  const rest = new WorkspaceEdit()
  for (const { uri, edits, isReadOnly } of entries) if (!isReadOnly) rest.set(uri, edits)
  return rest
}

const nothing = (): WorkspaceEdit => new WorkspaceEdit()

/** Undefined where the document is no survey. */
async function numbersOf(server: Server, document: TextDocument): Promise<ReadonlySet<number> | undefined> {
  const outline = await server.outline(document)
  return outline?.survey ? new Set(outline.references.map(({ number }) => number)) : undefined
}

async function planned(
  server: Server,
  document: TextDocument,
  { operation, choices }: ReturnType<typeof changingNumber>,
): Promise<WorkspaceEdit> {
  const answer = await server.plan(document, operation, choices)
  if (answer && isRefusal(answer)) sayRefused(document, answer)
  else if (answer?.version === document.version) return workspaceEdit(document, answer)
  else sayStale()
  return nothing()
}

import {
  commands,
  FilePermission,
  l10n,
  languages,
  RelativePattern,
  type Uri,
  workspace,
  type DocumentFilter,
  type TextDocument,
} from 'vscode'
import { fileName } from './file-name'
import { notice } from './notice'

/**
 * Says why a document cannot be written in, and resolves to whether that is so. What VS Code keeps to itself, that an editor was
 * made read-only by hand, is found out by `changeText`.
 */
export async function refuseReadOnly(document: TextDocument): Promise<boolean> {
  const why = await readOnlyBy(document)
  const name = fileName(document)
  if (why === 'setting')
    sayReadOnly(l10n.t('{0} is read-only by the setting `files.readonlyInclude`. Nothing was changed.', name), {
      [l10n.t('Open Settings')]: () =>
        commands.executeCommand('workbench.action.openSettings', 'files.readonlyInclude'),
    })
  else if (why === 'file system') sayReadOnly(l10n.t('{0} is read-only on disk. Nothing was changed.', name))
  return why !== undefined
}

export function sayReadOnly(message: string, actions: Readonly<Record<string, () => unknown>> = {}): void {
  notice(message, actions, 'warning')
}

/** What makes a document one that cannot be written in. VS Code does not tell its extensions, so this looks where it looks itself. */
export async function readOnlyBy(document: TextDocument): Promise<'setting' | 'file system' | undefined> {
  if (isReadOnlyBySetting(document)) return 'setting'
  return (await isReadOnlyFile(document.uri)) ? 'file system' : undefined
}

function isReadOnlyBySetting(document: TextDocument): boolean {
  const named = (setting: string): boolean => {
    const globs = workspace.getConfiguration('files', document).get<Readonly<Record<string, boolean>>>(setting, {})
    return Object.entries(globs).some(([glob, isOn]) => isOn && matches(glob, document))
  }
  return named('readonlyInclude') && !named('readonlyExclude')
}

/** As VS Code takes a glob of these settings: from the folder, or from the root. */
function matches(glob: string, document: TextDocument): boolean {
  const folder = workspace.getWorkspaceFolder(document.uri)
  const filters: readonly DocumentFilter[] = [
    { pattern: glob },
    ...(folder ? [{ pattern: new RelativePattern(folder, glob) }] : []),
  ]
  return filters.some((filter) => languages.match(filter, document) > 0)
}

async function isReadOnlyFile(uri: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true
  const permissions = await workspace.fs.stat(uri).then(
    (stat) => stat.permissions,
    () => undefined,
  )
  return permissions !== undefined && (permissions & FilePermission.Readonly) !== 0
}

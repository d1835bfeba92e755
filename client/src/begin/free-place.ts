import { Uri, window, workspace } from 'vscode'

/**
 * An address for a new document beside `near`, else in the workspace, that is no file yet and will be saved there. Undefined where
 * there is no folder for it.
 */
export async function freePlace(near: Uri | undefined): Promise<Uri | undefined> {
  const beside = near ?? window.activeTextEditor?.document.uri
  const folder = (beside && folderOf(beside)) ?? workspace.workspaceFolders?.map(({ uri }) => uri).find(isOnDisk)
  if (!folder) return undefined
  const taken = new Set(workspace.textDocuments.map(({ uri }) => uri.path))
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, number === 1 ? 'survey.md' : `survey-${number}.md`)
    if (!taken.has(file.path) && !(await exists(file))) return file.with({ scheme: 'untitled' })
  }
}

/** VS Code saves what is untitled among its own files only. */
const isOnDisk = ({ scheme }: Uri): boolean => scheme === 'file' || scheme === 'vscode-remote'

function folderOf(uri: Uri): Uri | undefined {
  if (isOnDisk(uri)) return Uri.joinPath(uri, '..')
  // One that is to be saved in a folder is beside what stands there.
  return uri.scheme === 'untitled' && uri.path.startsWith('/')
    ? Uri.joinPath(uri.with({ scheme: 'file' }), '..')
    : undefined
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  )

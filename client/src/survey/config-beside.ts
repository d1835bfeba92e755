import { Uri, workspace, type TextDocument } from 'vscode'

export const CONFIG_NAME = '.survey.json'

/** The config in a file's folder, whether it is there or not; undefined where the file has no folder. */
export const configBeside = ({ uri }: TextDocument): Uri | undefined =>
  uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? Uri.joinPath(uri, '..', CONFIG_NAME) : undefined

export const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  )

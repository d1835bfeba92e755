import { type Uri } from 'vscode'

/** What an author calls a file: the last part of its path. */
export const fileName = ({ uri: { path } }: { readonly uri: Uri }): string => path.slice(path.lastIndexOf('/') + 1)

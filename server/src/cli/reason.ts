import { getSystemErrorMap } from 'node:util'

/** Why a file could not be read, in words for whoever named it. */
export const reasonOf = (error: NodeJS.ErrnoException): string =>
  REASONS[error.code ?? ''] ?? getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'is a directory; name the files in it',
}

import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** The first of these programs that is on PATH, or undefined. */
export async function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return firstExecutable(names.flatMap((name) => folders.map((folder) => join(folder, name))))
}

export async function firstExecutable(paths) {
  for (const path of paths) if (await isExecutable(path)) return path
  return undefined
}

export function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

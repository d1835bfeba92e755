/** Addresses of files, as clients write them. */

/** Clients differ in what they encode; what is not encoded rightly stays as it is. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/**
 * Where a file has its place, or will have it once it is saved: VS Code calls a new one `untitled:/surveys/notes.md` that will be saved
 * there. Undefined for one that has no place yet. `folder` is one of the workspace, whose files it will be among.
 */
export function placeOf(uri: string, folder: string | undefined): string | undefined {
  const untitled = /^untitled:(?:\/\/[^/]*)?(?=(\/)?)/iu.exec(uri)
  if (!untitled) return uri
  if (untitled[1] === undefined) return undefined
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/iu.exec(folder ?? '')?.[0] ?? 'file://'
  return root + uri.slice(untitled[0].length)
}

/** The folders that a file is in, the innermost first, each with the slash at its end. None for a file that has no place. */
export function foldersAbove(uri: string): readonly string[] {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/iu.exec(uri)?.[0].length
  const folders: string[] = []
  if (root === undefined) return folders
  for (let at = uri.lastIndexOf('/'); at >= root && folders.length < DEEPEST_FOLDER; at = uri.lastIndexOf('/', at - 1))
    folders.push(uri.slice(0, at + 1))
  return folders
}

/** Folders above a file. */
const DEEPEST_FOLDER = 40

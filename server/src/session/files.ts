import { matchesGlob, type Hints } from '../core'
import { decoded } from './uris'

/** What the setting `survey.files` says of a file. Globs are relative to the workspace folder that holds it. */
export function hintsFor(uri: string, folders: readonly string[], globs: readonly string[]): Hints {
  const path = relativePath(uri, folders)
  const listedAs = globs.find((glob) => matchesGlob(glob, path))
  return listedAs === undefined ? {} : { listedAs }
}

/** The path below the innermost workspace folder; without one, the whole path, from which `**` globs still work. */
function relativePath(uri: string, folders: readonly string[]): string {
  const address = decoded(uri)
  const folder = folders
    .map((each) => decoded(each).replace(/\/?$/u, '/'))
    .filter((each) => address.startsWith(each))
    .sort((a, b) => b.length - a.length)[0]
  return folder ? address.slice(folder.length) : address.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/*/iu, '')
}

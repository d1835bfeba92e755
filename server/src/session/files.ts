import picomatch from 'picomatch'
import type { Hints } from '../core'

/** What the setting `survey.files` says of a file. Globs are relative to the workspace folder that holds it. */
export function hintsFor(uri: string, folders: readonly string[], globs: readonly string[]): Hints {
  const path = relativePath(uri, folders)
  const listedAs = globs.find((glob) => picomatch.isMatch(path, glob, { dot: true }))
  return listedAs === undefined ? {} : { listedAs }
}

/** The path below the innermost workspace folder; without one, the whole path, from which `**` globs still work. */
function relativePath(uri: string, folders: readonly string[]): string {
  const folder = folders.map((each) => each.replace(/\/*$/u, '/')).filter((each) => uri.startsWith(each)).sort((a, b) => b.length - a.length)[0]
  const path = folder ? uri.slice(folder.length) : uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/*/iu, '')
  return safelyDecoded(path)
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

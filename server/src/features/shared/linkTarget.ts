import { readable } from '../../core'

/**
 * Whether a link's path, as it is written in a file, leads to another file; both files by their addresses. As in VS Code, the ending `.md` may be left out.
 * Only paths that are relative to the file: others need not be on the same machine.
 */
export function leadsTo(path: string, from: string, target: string): boolean {
  const plain = readable(path)
  if (plain === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(plain)) return false
  try {
    const found = decodeURIComponent(new URL(plain.replaceAll('?', '%3F'), from).href)
    const wanted = decodeURIComponent(new URL(target).href)
    return found === wanted || `${found}.md` === wanted
  } catch {
    return false
  }
}

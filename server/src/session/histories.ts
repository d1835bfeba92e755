import { createStateReader, historyNotes, historyOf, type Hints } from '../core'
import type { FileHistory, NoRevisions } from '../features/feature'
import { createPace } from './pace'
import type { Runtime } from './runtime'
import type { SourceFiles } from './sourceFiles'

/** How a file was written. Messages come in between, as there may be hundreds of revisions. */
export type ReadHistory = (uri: string) => Promise<FileHistory | NoRevisions>

export function createHistories(
  { readRevisions }: Pick<Runtime, 'readRevisions'>,
  hintsFor: (uri: string) => Hints,
  { later, now }: Pick<SourceFiles, 'later' | 'now'>,
): ReadHistory {
  return async (uri) => {
    if (!readRevisions || !uri.startsWith('file:')) return { problem: 'is not on disk, so it has no history' }
    const found = await readRevisions(uri)
    if ('problem' in found) return found
    const read = createStateReader(hintsFor(uri))
    const pace = createPace(later, now)
    const revisions = []
    for (const { content, text, ...revision } of found.revisions) {
      await pace()
      revisions.push({ ...revision, state: read(content, text) })
    }
    const path = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
    return { history: historyOf({ path, isShallow: found.isShallow }, revisions), notes: [...historyNotes(found)] }
  }
}

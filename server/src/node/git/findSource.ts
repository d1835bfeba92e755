import { shareInCommon } from '../../core'
import { changesIn, type Commit, type PathChange, type Pathspec } from './changes'
import { textsOf } from './contents'
import type { Git } from './git'
import type { FindSource } from './trail'

/**
 * Finds what a new file was made from: in the files that its commit left as they were, else in those that were deleted before it, as git compares
 * neither by itself. A file that was empty is new when it gets its text. `deletedBefore` answers what was deleted before a commit, the newest first.
 */
export const sourceFinder =
  (git: Git, files: Pathspec, deletedBefore: (commit: Commit) => readonly PathChange[]): FindSource =>
  async (commit, { status, to, before, after }) => {
    const isFilled = status === 'modified' && before !== undefined && EMPTY.has(before)
    if ((status !== 'added' && !isFilled) || after === undefined || EMPTY.has(after)) return undefined
    const [parent] = commit.parents
    if (parent !== undefined && status === 'added') {
      const [changes = []] = await changesIn(git, [[commit.id, parent]], files, true)
      const copied = changes.find((change) => change.to === to && change.status !== 'added')
      if (copied) return copied.from
    }
    const gone = deletedBefore(commit).flatMap(({ from, before: content }) =>
      content === undefined || from === to ? [] : [{ path: from, content }],
    )
    const there = isFilled && parent !== undefined ? await filesIn(git, parent, files) : []
    return mostAlike(git, after, [...there.filter(({ path }) => path !== to), ...gone].slice(0, MOST_CANDIDATES))
  }

/** What git calls no text at all, by either of its ways to name contents. */
const EMPTY: ReadonlySet<string> = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
])

interface Candidate {
  readonly path: string
  readonly content: string
}

async function mostAlike(git: Git, content: string, candidates: readonly Candidate[]): Promise<string | undefined> {
  if (candidates.length === 0) return undefined
  const texts = await textsOf(git, [content, ...new Set(candidates.map((each) => each.content))])
  const lines = (name: string): readonly string[] =>
    (texts.get(name) ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const wanted = lines(content)
  const [best] = candidates
    .map(({ path, content: other }) => ({ path, share: shareInCommon(wanted, lines(other)) }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share)
  return best?.path
}

/** As much as git takes for a renamed file. */
const ALIKE = 0.5

const MOST_CANDIDATES = 300

async function filesIn(git: Git, commit: string, files: Pathspec): Promise<readonly Candidate[]> {
  // It knows no patterns, so all are listed, and the ones that matter have the endings of these.
  const told = await git(['ls-tree', '-r', '-z', '--full-tree', commit])
  const endings = files.flatMap((each) => /\*(\.\w+)$/u.exec(each)?.[1] ?? [])
  return told
    .toString()
    .split('\0')
    .flatMap((entry) => {
      const [, content = '', path = ''] = /^100\d+ blob (\w+)\t([^]*)$/u.exec(entry) ?? []
      return endings.some((ending) => path.toLowerCase().endsWith(ending)) ? [{ path, content }] : []
    })
}

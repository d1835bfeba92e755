import { stat, realpath } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type { FileRevisions, KeptRevision } from '../../core'
import { changesIn, commitsOf, type Commit, type PathChange, type Pair } from './changes'
import { textsOf } from './contents'
import { sourceFinder } from './findSource'
import { gitIn, GitError, type Git } from './git'
import { trailOf, type Passage, type Step } from './trail'

/** The revisions of a file on disk. Rejects with a `GitError` where it has none, whose message goes on with `FILE: `. */
export async function revisionsOf(file: string): Promise<FileRevisions> {
  if (/[\ud800-\udfff]/u.test(file)) throw new GitError('has a name that is not UTF-8; rename it to see its history')
  const real = await realpath(file).catch(() => file)
  const found = await stat(real).catch(() => undefined)
  if (!found) throw new GitError('no such file')
  if (found.isDirectory()) throw new GitError('is a directory; name the file in it')
  const git = gitIn(dirname(real))
  const [prefix = '', shallow] = (
    await git(['rev-parse', '--show-prefix', '--is-shallow-repository', '--show-toplevel'])
  )
    .toString()
    .split('\n')
  const path = prefix + basename(real)
  const files = ['--', `:(top,literal)${path}`, ...endingsLike(path).map((ending) => `:(top,icase)*${ending}`)]
  const commits = await commitsOf(git, files)
  const pairs = commits.flatMap(({ id, parents }): readonly Pair[] =>
    parents.length === 0 ? [[id]] : parents.map((parent) => [id, parent] as const),
  )
  const passages = passagesBy(pairs, await changesIn(git, pairs, files))
  const passagesOf = ({ id }: Commit): readonly Passage[] => passages.get(id) ?? []
  const steps = await trailOf(path, commits, passagesOf, sourceFinder(git, files, deletedBefore(commits, passagesOf)))
  if (steps.length === 0) throw new GitError('is in no commit yet, so it has no history')
  const isShallow = shallow === 'true' && (await beginsAtDepth(git, steps))
  return { ...withTexts(steps, await textsOf(git, [...new Set(steps.map(({ content }) => content))])), isShallow }
}

/** What surveys are written in; `path` may be called otherwise. */
function endingsLike(path: string): readonly string[] {
  const own = extname(path).toLowerCase()
  return [...new Set([...ENDINGS, ...(/^\.\w+$/u.test(own) ? [own] : [])])]
}

const ENDINGS = ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.txt']

function passagesBy(
  pairs: readonly Pair[],
  changes: readonly (readonly PathChange[])[],
): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>()
  pairs.forEach(([commit, parent], i) => {
    const passage = { parent, changes: changes[i] ?? [] }
    const known = found.get(commit)
    if (known) known.push(passage)
    else found.set(commit, [passage])
  })
  return found
}

/** Of each commit the newest first, and of a path the newest deletion. */
const deletedBefore =
  (commits: readonly Commit[], passagesOf: (commit: Commit) => readonly Passage[]) =>
  (commit: Commit): readonly PathChange[] => {
    const gone = new Map<string, PathChange>()
    for (const each of commits.slice(commits.indexOf(commit)))
      for (const { changes } of passagesOf(each))
        for (const change of changes)
          if (change.status === 'deleted' && !gone.has(change.from)) gone.set(change.from, change)
    return [...gone.values()]
  }

/** Whether the oldest commit that has the file is the oldest in the clone. */
async function beginsAtDepth(git: Git, steps: readonly Step[]): Promise<boolean> {
  const oldest = new Set((await git(['rev-list', '--max-parents=0', 'HEAD'])).toString().split('\n'))
  return steps.some(({ commit, before }) => before.length === 0 && oldest.has(commit.id))
}

/** What cannot be read is passed over: what was made from it was made from what it was made from. */
function withTexts(
  steps: readonly Step[],
  texts: ReadonlyMap<string, string | undefined>,
): Pick<FileRevisions, 'revisions' | 'unread'> {
  const revisions: KeptRevision[] = []
  const places: (readonly number[])[] = []
  for (const { commit, path, content, before } of steps) {
    const text = texts.get(content)
    const from = [...new Set(before.flatMap((index) => places[index] ?? []))]
    places.push(
      text === undefined
        ? from
        : [revisions.push({ commit: commit.id, date: commit.date, path, before: from, content, text }) - 1],
    )
  }
  return { revisions, unread: steps.length - revisions.length }
}

import type { Git } from './git'

/** A commit, with the ones it was made from that matter for Markdown files. */
export interface Commit {
  readonly id: string
  readonly parents: readonly string[]
  /** When it was written, as ISO 8601 has it. */
  readonly date: string
}

/** What became of a file from a commit's parent to the commit. */
export interface PathChange {
  readonly status: 'added' | 'modified' | 'renamed' | 'copied' | 'deleted'
  /** Where it stood before; the same as `to` where it has not moved. */
  readonly from: string
  readonly to: string
  /** The names of its content, before and after; undefined where there is none, or it is no text file. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** All commits that HEAD comes from in which a file that matters has changed, and where branches meet. The newest first; none before those made from it. */
export async function commitsOf(git: Git, files: Pathspec): Promise<readonly Commit[]> {
  const told = await git([
    'log',
    '--full-history',
    '--parents',
    '--date-order',
    '--no-notes',
    '--format=%H %P%x00%aI',
    '--no-patch',
    'HEAD',
    ...files,
  ])
  return told
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [names = '', date = ''] = line.split('\0')
      const [id = '', ...parents] = names.trim().split(' ')
      return { id, parents, date }
    })
}

/** From a commit's parent to the commit; of one that begins a history, without a parent. */
export type Pair = readonly [commit: string, parent?: string]

/** What has changed in pairs of commits, in their order. `isThorough` looks for the source of what is new in files that have not changed, too. */
export async function changesIn(
  git: Git,
  pairs: readonly Pair[],
  files: Pathspec,
  isThorough = false,
): Promise<readonly (readonly PathChange[])[]> {
  if (pairs.length === 0) return []
  const told = await git(
    [
      'diff-tree',
      '--stdin',
      '--always',
      '--root',
      '-r',
      '--raw',
      '--no-abbrev',
      '--no-ext-diff',
      '--no-textconv',
      '-z',
      '-M50%',
      '-C50%',
      `-l${MOST_COMPARED}`,
      ...(isThorough ? ['--find-copies-harder'] : []),
      ...files,
    ],
    pairs.map((pair) => `${pair.join(' ')}\n`).join(''),
  )
  return readChanges(told.toString('latin1').split('\0'))
}

/** So many files that are new are compared with as many others; where there are more, only with those that are the same. */
const MOST_COMPARED = 1000

/** `--`, and patterns for the files that matter. */
export type Pathspec = readonly string[]

/** A commit's name before its changes; of each of these the modes, contents and status, then one path, or two. */
function readChanges(parts: readonly string[]): readonly (readonly PathChange[])[] {
  const all: PathChange[][] = []
  const path = (at: number): string => Buffer.from(parts[at] ?? '', 'latin1').toString()
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (!part.startsWith(':')) {
      if (part !== '') all.push([])
      continue
    }
    const [modeBefore = '', modeAfter = '', before = '', after = '', letters = ''] = part.slice(1).split(' ')
    const status = STATUS[letters.charAt(0)]
    const from = path(++at)
    const to = status === 'renamed' || status === 'copied' ? path(++at) : from
    if (status)
      all.at(-1)?.push({ status, from, to, before: textIn(modeBefore, before), after: textIn(modeAfter, after) })
  }
  return all
}

const STATUS: Readonly<Record<string, PathChange['status']>> = {
  A: 'added',
  M: 'modified',
  T: 'modified',
  R: 'renamed',
  C: 'copied',
  D: 'deleted',
}

/** Links and submodules are no texts. */
const textIn = (mode: string, content: string): string | undefined => (mode.startsWith('100') ? content : undefined)

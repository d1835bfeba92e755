import type { Commit, PathChange } from './changes'

/** One version of the file that is followed. */
export interface Step {
  readonly commit: Commit
  readonly path: string
  /** The name of its content. */
  readonly content: string
  /** The versions it was made from, as indexes of steps before it. */
  readonly before: readonly number[]
}

/** What has changed from one parent of a commit to it. A commit that begins a history has one, without a parent. */
export interface Passage {
  readonly parent: string | undefined
  readonly changes: readonly PathChange[]
}

/** Finds where a file that is new in a commit comes from, where git does not tell: its path in the parent or earlier. */
export type FindSource = (commit: Commit, change: PathChange) => Promise<string | undefined>

/**
 * The versions of a file, the oldest first: follows it, and what it was before it was renamed or copied, from the newest commit through all
 * branches. Each commit is looked at for the paths that its successors have the file from, so that a path that holds something else by
 * then or in another branch is not taken for it. `commits` are the newest first, none before its successors.
 */
export async function trailOf(
  path: string,
  commits: readonly Commit[],
  passagesOf: (commit: Commit) => readonly Passage[],
  findSource: FindSource,
): Promise<readonly Step[]> {
  const wanted = new Map<string, Set<string>>()
  const want = (commit: string | undefined, wantedPath: string): void => {
    if (commit !== undefined) wanted.set(commit, (wanted.get(commit) ?? new Set()).add(wantedPath))
  }
  want(commits[0]?.id, path)
  /** Of each commit and path, where each parent has it. */
  const visits: Visit[] = []
  for (const commit of commits) {
    const passages = passagesOf(commit)
    for (const here of wanted.get(commit.id) ?? []) {
      const origins: Origin[] = []
      for (const { parent, changes } of passages) {
        const change = changes.find(({ to }) => to === here)
        const from = change ? await originOf(commit, change, passages.length > 1, findSource) : here
        want(parent, from)
        origins.push({ parent, path: from, change })
      }
      visits.push({ commit, path: here, origins })
    }
  }
  return stepsOf(visits)
}

interface Visit {
  readonly commit: Commit
  readonly path: string
  readonly origins: readonly Origin[]
}

interface Origin {
  readonly parent: string | undefined
  readonly path: string
  /** None where it is the same as in the parent, or is in neither. */
  readonly change: PathChange | undefined
}

/** Where branches meet, only what was renamed in one of them has another path: what is new there the other branch tells of. */
async function originOf(commit: Commit, change: PathChange, isMerge: boolean, findSource: FindSource): Promise<string> {
  if (change.status === 'renamed' || (change.status === 'copied' && !isMerge)) return change.from
  return (isMerge ? undefined : await findSource(commit, change)) ?? change.to
}

function stepsOf(visits: readonly Visit[]): readonly Step[] {
  const steps: Step[] = []
  /** The newest step of each commit and path. */
  const latest = new Map<string, readonly number[]>()
  const key = (commit: string | undefined, path: string): string => `${commit ?? ''} ${path}`
  for (const { commit, path, origins } of [...visits].reverse()) {
    const before = (among: readonly Origin[]): readonly number[] => [
      ...new Set(among.flatMap((origin) => latest.get(key(origin.parent, origin.path)) ?? [])),
    ]
    const same = origins.filter(({ change }) => change === undefined)
    const content = origins[0]?.change?.after
    // As in one of the parents: that one tells.
    if (same.length > 0) latest.set(key(commit.id, path), before(same).slice(0, 1))
    else if (content !== undefined)
      latest.set(key(commit.id, path), [steps.push({ commit, path, content, before: before(origins) }) - 1])
    else latest.set(key(commit.id, path), before(origins))
  }
  return steps
}

import { execFile } from 'node:child_process'
import { dirname } from 'node:path'

/** Asks git, in a folder. Rejects with a `GitError` where git fails, or is not there. */
export type Git = (args: readonly string[], input?: string) => Promise<Buffer>

/** Why git has no answer, in words for the author. */
export class GitError extends Error {}

/**
 * Git as it answers in a folder, whatever its user and the repository have set: it changes nothing, runs nothing else, asks nobody and
 * fetches nothing.
 */
export const gitIn =
  (folder: string): Git =>
  (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        ['-C', folder, '--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args],
        {
          encoding: 'buffer',
          maxBuffer: MOST_BYTES,
          // Windows looks for programs in the folder that it is in first, and the author's is anybody's.
          cwd: dirname(process.execPath),
          env: environment(),
          windowsHide: true,
        },
        (error, stdout, stderr) => (error ? reject(new GitError(reasonOf(error, stderr.toString()))) : resolve(stdout)),
      )
      // Git may end before it has read everything: then its own message tells.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })

const SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  'core.quotePath=false',
  'log.showSignature=false',
  'color.ui=false',
  'protocol.allow=never',
]

/** More than any history of a text. */
const MOST_BYTES = 1_000_000_000

/** Without what names another repository than the one around the folder, or makes paths mean something else. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !UNWANTED.test(name))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  }
}

const UNWANTED =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|EXTERNAL_DIFF|DIFF_OPTS|TRACE.*|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/iu

function reasonOf(error: Error & { readonly code?: unknown }, told: string): string {
  if (error.code === 'ENOENT') return 'git is not installed, or not in the PATH'
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'its history is too long to be read'
  return WORDS.find(([sign]) => sign.test(told))?.[1] ?? `git says: ${told.trim().split('\n').at(0) ?? error.message}`
}

const WORDS: readonly (readonly [sign: RegExp, words: string])[] = [
  [/not a git repository/u, 'is in no git repository, so it has no history'],
  [/must be run in a work tree/u, 'is in the folder of a git repository itself, where nothing has a history'],
  [
    /dubious ownership/u,
    'is in a git repository of another user, which git does not read; see safe.directory in its manual',
  ],
  [/(?:ambiguous argument|bad revision) 'HEAD'/u, 'is in a git repository without commits'],
  [/cannot change to|No such file or directory/u, 'no such file'],
  [
    /promisor|lazy fetch|transport .* not allowed/u,
    'is in a partial clone without its older texts; `git fetch --refetch` brings them',
  ],
]

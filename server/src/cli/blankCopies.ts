import { spawn } from 'node:child_process'
import { mkdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { onDisk } from '../node/bytePath'
import { temporaryName } from './leftovers'

/** Empty files with the owner, the mode and the extended attributes of others, made for many at once: a process for each takes longer than all the rest. */
export interface BlankCopies {
  /** The one of a file, which is the caller's then. Undefined where that file has to be seen to by itself. */
  take(path: string): Promise<string | undefined>
  /** Removes those that nobody took. Never rejects. */
  clear(): Promise<void>
}

/** How many files one process sees to: what somebody gives one of them meanwhile is noticed, but makes it one more to see to by itself. */
const MOST_AT_ONCE = 200

/** For files that are written in this order. */
export function createBlankCopies(paths: readonly string[]): BlankCopies {
  const places = new Map(paths.map((path, i) => [path, i]))
  const tried = new Set<string>()
  const copies = new Map<string, Copy>()
  const folders: string[] = []
  return {
    async take(path) {
      const at = places.get(path)
      if (at !== undefined && !tried.has(path)) {
        const originals = await originalsBeside(path, paths.slice(at, at + MOST_AT_ONCE))
        for (const original of originals) tried.add(original.path)
        // A process for one alone is begun as soon by whoever asks.
        const folder = originals.length > 1 ? await copied(originals) : undefined
        if (folder !== undefined) {
          folders.push(folder)
          for (const original of originals)
            copies.set(original.path, { ...original, path: join(folder, basename(original.target)) })
        }
      }
      const copy = copies.get(path)
      copies.delete(path)
      return copy && (await changedAt(path)) === copy.changedAt ? copy.path : undefined
    },
    async clear() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => undefined)))
    },
  }
}

interface Copy {
  readonly path: string
  readonly changedAt: bigint
}

/** Those of the files that stand in the folder of one of them. */
async function originalsBeside(path: string, paths: readonly string[]): Promise<readonly Original[]> {
  const originals = (await Promise.all(paths.map(originalOf))).filter((each) => each !== undefined)
  const own = originals.find((each) => each.path === path)
  return own ? originals.filter(({ target }) => dirname(target) === dirname(own.target)) : []
}

/** Resolves to the folder beside the originals that the copies are in. Undefined where one could not be made: which, and why, is found out when each is seen to by itself. */
async function copied(originals: readonly Original[]): Promise<string | undefined> {
  const targets = [...new Set(originals.map(({ target }) => target))]
  const folder = join(dirname(targets[0] ?? ''), temporaryName())
  try {
    await mkdir(folder, { mode: 0o700 })
    if (await cp(targets, folder)) return folder
    await rm(folder, { recursive: true, force: true })
  } catch {
    // A folder that nothing may be made in.
  }
  return undefined
}

interface Original {
  readonly path: string
  readonly target: string
  /** Nanoseconds. Whoever gives it another attribute changes this, too. */
  readonly changedAt: bigint
}

/** What a copy can stand in for: a file of one's own, with one name. */
async function originalOf(path: string): Promise<Original | undefined> {
  if (process.platform !== 'linux' || path === '-' || typeof onDisk(path) !== 'string') return undefined
  try {
    const bytes = await realpath(path, 'buffer')
    const target = bytes.toString()
    const { uid, nlink, ctimeNs } = await stat(target, { bigint: true })
    const me = process.geteuid?.()
    return bytes.equals(Buffer.from(target)) && nlink === 1n && (me === 0 || Number(uid) === me)
      ? { path, target, changedAt: ctimeNs }
      : undefined
  } catch {
    return undefined
  }
}

const changedAt = (path: string): Promise<bigint | undefined> =>
  stat(path, { bigint: true }).then(
    ({ ctimeNs }) => ctimeNs,
    () => undefined,
  )

const cp = (targets: readonly string[], folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(
      'cp',
      ['--attributes-only', '--preserve=mode,ownership,xattr', `--target-directory=${folder}`, '--', ...targets],
      { stdio: 'ignore' },
    )
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })

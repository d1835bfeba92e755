import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { onDisk, pathFrom } from '../node/bytePath'

/** A name, which no file has, for one that soon gets another, or for a folder of such. It tells which process of which computer has made it. */
export const temporaryName = (): string => `${beginning()}.tmp`

/** Likewise for a copy of what a file holds before it is written in place. The file is told by its inode, as it may have several names. */
export const rescueName = (inode: number): string => `${beginning()}-${inode}.old`

const beginning = (): string => `.survey-${computer()}-${process.pid}-${randomBytes(6).toString('hex')}`

const NAME = /^\.survey-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}(?:\.tmp|-(\d+)\.old)$/u

/**
 * Removes what runs of this computer have left beside files that they were writing when they were ended. Where half of a file
 * may have been written in place, the copy of what it held stays: resolves to its path, by that of the file. Never rejects.
 */
export async function clearLeftovers(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rescued = new Map<string, string>()
  const targets = (await Promise.all(files.map(targetOf))).filter((target) => target !== undefined)
  for (const folder of new Set(targets.map((target) => target.folder))) {
    for (const { name, inode } of await leftIn(folder)) {
      const left = join(folder, name)
      const written = targets.filter((target) => target.folder === folder && target.inode === inode)
      // Whoever works on that file next is told.
      if (inode !== undefined && written.length === 0) continue
      if (await isEverywhere(left, written)) await rm(onDisk(left), { recursive: true }).catch(() => undefined)
      else for (const { file } of written) rescued.set(file, left)
    }
  }
  return rescued
}

interface Target {
  /** As it was given. */
  readonly file: string
  readonly folder: string
  readonly inode: string
}

async function targetOf(file: string): Promise<Target | undefined> {
  try {
    const path = await realpath(onDisk(file), 'buffer')
    return { file, folder: dirname(pathFrom(path)), inode: String((await stat(path)).ino) }
  } catch {
    return undefined
  }
}

async function leftIn(
  folder: string,
): Promise<readonly { readonly name: string; readonly inode: string | undefined }[]> {
  const names = await readdir(onDisk(folder)).catch(() => [])
  return names.flatMap((name) => {
    const [, where, id, inode] = NAME.exec(name) ?? []
    return where === computer() && !isRunning(Number(id)) ? [{ name, inode }] : []
  })
}

/** Whether files hold what a copy holds, so that nobody needs it. */
async function isEverywhere(copy: string, targets: readonly Target[]): Promise<boolean> {
  const texts = await Promise.all(
    [copy, ...targets.map(({ file }) => file)].map((path) => readFile(onDisk(path)).catch(() => undefined)),
  )
  return texts.every((text) => texts[0] && text?.equals(texts[0])) || targets.length === 0
}

/** Folders may be shared between computers, whose processes have numbers of their own. */
const computer = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Of another user's process nothing else is told.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

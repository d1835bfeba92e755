import { chmod, constants, copyFile, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from '../node/bytePath'
import { MODE_BITS, modeLost, overtaken, type FileChange } from './fileChange'
import { keepAttributes } from './keepAttributes'
import { temporaryName } from './leftovers'

/**
 * Gives the file's name to another file with all that belongs to it: to `blank`, where that is there already. Does nothing, and resolves
 * to nothing, where that would belong to somebody else.
 */
export async function replaceAtOnce(
  change: FileChange,
  blank: string | undefined,
): Promise<readonly string[] | undefined> {
  const { target, folder, before } = change
  const beside = blank ?? onDisk(join(folder, temporaryName()))
  try {
    if (blank === undefined) await copyByItself(target, beside)
    const losses = await withText(change, beside, blank === undefined)
    if (losses && (await readFile(target, 'utf8')) !== before) throw overtaken()
    if (losses) await rename(beside, target)
    return losses
  } finally {
    await rm(beside, { force: true })
  }
}

/** Where the system has a function that copies a file with its attributes, this is it. */
async function copyByItself(target: Buffer, beside: string | Buffer): Promise<void> {
  await copyFile(target, beside, constants.COPYFILE_EXCL)
  await chmod(beside, 0o600)
}

async function withText(
  { target, old, after }: FileChange,
  beside: string | Buffer,
  mayLackAttributes: boolean,
): Promise<readonly string[] | undefined> {
  const [from, to] = [await open(target, 'r'), await open(beside, 'r+')]
  try {
    await to.truncate()
    await to.writeFile(after)
    const trouble = mayLackAttributes ? await keepAttributes(from, to) : undefined
    await to.chown(old.uid, old.gid).catch(() => undefined)
    // Writing, and another owner, take bits of the mode away.
    await to.chmod(old.mode & MODE_BITS).catch(() => undefined)
    await to.sync()
    const made = await to.stat()
    if (made.uid !== old.uid || made.gid !== old.gid) return undefined
    return [
      ...(trouble === undefined ? [] : [`its extended attributes, if it had any, may not all be kept (${trouble})`]),
      ...modeLost(old, made),
    ]
  } finally {
    await Promise.all([from.close(), to.close()])
  }
}

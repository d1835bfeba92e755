import { randomUUID } from 'node:crypto'
import { access, chmod, chown, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Puts a text in the place of another, at once: whoever reads the file meanwhile finds the one or the other. Its mode stays,
 * and a link goes on leading to it. Rejects, and leaves the file alone, where it no longer holds the text that was read.
 */
export async function replaceFile(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path)
  await access(target, constants.W_OK)
  const { mode, uid, gid } = await stat(target)
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    await writeFile(beside, after, { flag: 'wx', mode })
    // The mode of a new file is cut by the process's mask; its owner may only be kept by those who may give files away.
    await chmod(beside, mode)
    await chown(beside, uid, gid).catch(() => undefined)
    if ((await readFile(target, 'utf8')) !== before)
      throw new Error('was changed by somebody else meanwhile, so it is left alone')
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

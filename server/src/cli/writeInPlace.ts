import { open, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from '../node/bytePath'
import { MODE_BITS, modeLost, overtaken, type FileChange } from './fileChange'
import { rescueName } from './leftovers'

/** Writes over a file's text. What it held stands beside it until that is done: a run that is ended meanwhile may leave half of it. */
export async function writeInPlace({ target, folder, old, before, after }: FileChange): Promise<readonly string[]> {
  const rescue = join(folder, rescueName(old.ino))
  const file = await open(target, 'r+')
  let isWhole = true
  try {
    await writeFile(onDisk(rescue), before, { flag: 'wx', mode: 0o600, flush: true })
    if ((await file.readFile('utf8')) !== before) throw overtaken()
    isWhole = false
    await overwrite(file, after).catch(async (error: unknown) => {
      await overwrite(file, before)
      isWhole = true
      throw error
    })
    isWhole = true
    await file.chmod(old.mode & MODE_BITS).catch(() => undefined)
    return modeLost(old, await file.stat())
  } finally {
    await file.close()
    if (isWhole) await rm(onDisk(rescue), { force: true })
  }
}

async function overwrite(file: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten
  await file.truncate(bytes.length)
  await file.sync()
}

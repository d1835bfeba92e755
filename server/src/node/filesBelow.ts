import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from './bytePath'

/**
 * The files on disk below a folder, as paths, but for those in hidden folders and `node_modules`. Links are followed nowhere,
 * as they may lead out of the folder, or round in a circle. A folder that cannot be read is empty.
 */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  let count = 0
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined && count < MOST_FILES; next = waiting.pop()) {
    const entries = await opendir(onDisk(next)).catch(() => undefined)
    if (!entries) continue
    for await (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
        waiting.push(join(next, entry.name))
      } else if (entry.isFile()) {
        count++
        yield join(next, entry.name)
      }
    }
  }
}

/** Whoever has more names a bibliography by its path. */
const MOST_FILES = 100_000

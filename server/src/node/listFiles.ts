import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { onDisk } from './bytePath'

/** The files on disk below a folder, as paths, but for those in hidden folders and `node_modules`. A folder that cannot be read is empty. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined && found.length < MOST_FILES; next = waiting.pop()) {
    const entries = await opendir(onDisk(next)).catch(() => undefined)
    if (!entries) continue
    for await (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        waiting.push(join(next, entry.name))
      else if (entry.isFile()) found.push(join(next, entry.name))
    }
  }
  return found
}

/** Whoever has more names a bibliography by its path. */
const MOST_FILES = 100_000

import { readFile, stat } from 'node:fs/promises'

/** The text of a `.survey.json` on disk; undefined where there is none. Rejects where there is one that cannot be read. */
export async function readConfigFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  if (found.size > MOST_BYTES) throw new Error(`is larger than ${MOST_BYTES / 1_000_000} MB`)
  return readFile(path, 'utf8')
}

/** Nobody writes more. */
const MOST_BYTES = 4_000_000

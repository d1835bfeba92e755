import { readFile, stat } from 'node:fs/promises'

/** The text of a `.survey.json` on disk; undefined where there is none. Rejects where there is one that cannot be read. */
export const readConfigFile = (path: string): Promise<string | undefined> => readTextFile(path, MOST_BYTES)

/** The text of a bibliography on disk, likewise. */
export const readBibliography = (path: string): Promise<string | undefined> => readTextFile(path, MOST_BYTES_OF_SOURCES)

async function readTextFile(path: string, most: number): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  if (found.size > most) throw new Error(`is larger than ${most / 1_000_000} MB`)
  return readFile(path, 'utf8')
}

/** Nobody writes more; 50,000 sources with their abstracts are some 50 MB. */
const MOST_BYTES = 4_000_000
const MOST_BYTES_OF_SOURCES = 200_000_000

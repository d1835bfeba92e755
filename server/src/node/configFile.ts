import { isUtf8, type Buffer } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { onDisk } from './bytePath'

/** The text of a `.survey.json` on disk; undefined where there is none. Rejects where there is one that cannot be read. */
export const readConfigFile = (path: string): Promise<string | undefined> => readTextFile(path, MOST_CONFIG_BYTES)

/** The text of a bibliography on disk, likewise. */
export const readBibliography = (path: string): Promise<string | undefined> => readTextFile(path, MOST_SOURCE_BYTES)

async function readTextFile(path: string, most: number): Promise<string | undefined> {
  const found = await stat(onDisk(path)).catch(() => undefined)
  if (!found?.isFile()) return undefined
  if (found.size > most) throw new Error(`is larger than ${most / 1_000_000} MB`)
  return decoded(await readFile(onDisk(path)))
}

/** Bibliographies are older than UTF-8: what is none was written on a Windows of the West, or says by its first two bytes that it is UTF-16. */
function decoded(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2)
  const read = (encoding: string): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  if (mark === 'fffe' || mark === 'feff') return read(mark === 'fffe' ? 'utf-16le' : 'utf-16be')
  const text = read('utf-8')
  // Where other letters are right, a wrong byte is a slip.
  return isUtf8(bytes) || /[^\0-\x7f\ufffd]/u.test(text) ? text : read('windows-1252')
}

/** Nobody writes more; 50,000 sources with their abstracts are some 50 MB. */
const MOST_CONFIG_BYTES = 4_000_000
const MOST_SOURCE_BYTES = 200_000_000

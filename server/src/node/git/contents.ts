import { isUtf8 } from 'node:buffer'
import type { Git } from './git'

/** The texts of contents, by their names; undefined for what is no UTF-8 text or is too large for a survey. */
export async function textsOf(git: Git, contents: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const texts = new Map<string, string | undefined>()
  if (contents.length === 0) return texts
  const told = await git(['cat-file', '--batch'], contents.map((each) => `${each}\n`).join(''))
  for (let at = 0; at < told.length;) {
    const end = told.indexOf('\n', at)
    if (end < 0) break
    // `NAME blob LENGTH`, or `NAME missing`.
    const [content = '', type, length] = told.toString('latin1', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') continue
    const bytes = told.subarray(at, at + Number(length))
    texts.set(content, textOf(bytes))
    at += bytes.length + 1
  }
  return texts
}

/** Without a byte order mark, as in editors. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.length > MOST_TEXT_BYTES || bytes.includes(0) || !isUtf8(bytes)) return undefined
  return bytes.toString('utf8', bytes.toString('hex', 0, 3) === 'efbbbf' ? 3 : 0)
}

/** As the command line reads. */
const MOST_TEXT_BYTES = 16_000_000

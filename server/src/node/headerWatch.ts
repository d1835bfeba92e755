import { Buffer } from 'node:buffer'

/**
 * Follows the bytes of a stream of messages, each behind a header that gives its length. Says once why nobody knows where
 * the next message begins, and is silent from then on.
 */
export function createHeaderWatch(broken: (why: string) => void): (bytes: Uint8Array) => void {
  /** What has come of a header. */
  let header: Buffer = Buffer.alloc(0)
  /** How much of a message's content is still to come, in bytes. */
  let content = 0
  let isBroken = false

  const fail = (why: string): void => {
    isBroken = true
    broken(why)
  }

  return (bytes) => {
    for (let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength); rest.length > 0 && !isBroken;) {
      if (content > 0) {
        const taken = Math.min(content, rest.length)
        content -= taken
        rest = rest.subarray(taken)
        continue
      }
      const before = header.length
      header = Buffer.concat([header, rest])
      // The mark may have begun in what came before.
      const end = header.indexOf(END, Math.max(0, before - END.length))
      if (end < 0) {
        if (header.length > MOST_HEADER_BYTES)
          fail(`a message has a header of more than ${MOST_HEADER_BYTES / 1_000_000} MB`)
        return
      }
      const length = contentLengthOf(header.toString('latin1', 0, end))
      if (length === undefined) return fail('a message has a header without Content-Length')
      content = length
      rest = rest.subarray(end + END.length - before)
      header = Buffer.alloc(0)
    }
  }
}

const END = '\r\n\r\n'

/** No client has ever more to say of a message. */
const MOST_HEADER_BYTES = 2_000_000

/** In bytes; undefined where a line is none of a header, or none has a length. */
function contentLengthOf(header: string): number | undefined {
  const lines = header.split('\r\n')
  if (lines.some((line) => !line.includes(':'))) return undefined
  const last = lines
    .map((line) => /^content-length:[\t ]*(\d+)[\t ]*$/iu.exec(line)?.[1])
    .findLast((found) => found !== undefined)
  return last === undefined ? undefined : Number(last)
}

import { Buffer, isUtf8 } from 'node:buffer'

/**
 * A path as a string, whatever bytes a POSIX system has in it: what is no UTF-8 stands there as half a surrogate pair a
 * byte, which no text has. Paths can be joined and taken apart so, and are printed with a sign in those places.
 */
export function pathFrom(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  // Every byte from 0x80 on by itself: half-right UTF-8 must come back as it was.
  const parts: string[] = []
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((each) => at + each <= bytes.length && isUtf8(bytes.subarray(at, at + each)))
    parts.push(
      length === undefined ? String.fromCharCode(ESCAPES + (bytes[at] ?? 0)) : bytes.toString('utf8', at, at + length),
    )
    at += length ?? 1
  }
  return parts.join('')
}

/** Such a path for a function of `node:fs`. */
export function onDisk(path: string): string | Buffer {
  if (process.platform === 'win32' || !/[\udc80-\udcff]/u.test(path)) return path
  return Buffer.concat(
    path
      .split(/([\udc80-\udcff])/u)
      .map((part) =>
        /^[\udc80-\udcff]$/u.test(part) ? Buffer.from([part.charCodeAt(0) - ESCAPES]) : Buffer.from(part),
      ),
  )
}

/** What is added to a byte. */
const ESCAPES = 0xdc00

import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHeaderWatch } from '../../server/src/node/headerWatch'
import { holds } from '../support/property'

const message = (content: string): Buffer =>
  Buffer.from(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`)

/** What is said of bytes that come in pieces of these lengths. */
function toldOf(bytes: Buffer, lengths: readonly number[]): readonly string[] {
  const told: string[] = []
  const watch = createHeaderWatch((why) => void told.push(why))
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length] ?? 1
    watch(bytes.subarray(at, at + length))
    at += length
  }
  return told
}

const contents = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\r\n\r\nContent-Length: 5\r\n\r\n')), {
  maxLength: 5,
})
const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

test('of messages nothing is said, however they are cut and whatever is in them', () => {
  holds(
    200,
    fc.property(contents, pieces, (all, lengths) => {
      expect(toldOf(Buffer.concat(all.map(message)), lengths)).toEqual([])
    }),
  )
})

test('of a header without a length it is said once, wherever it stands', () => {
  const broken = fc.constantFrom('X: 1\r\n\r\n', 'hello\r\n\r\n', 'Content-Length: 1e3\r\n\r\n', '\r\n\r\n')
  holds(
    200,
    fc.property(contents, broken, contents, pieces, (before, header, after, lengths) => {
      const bytes = Buffer.concat([...before.map(message), Buffer.from(header), ...after.map(message)])
      expect(toldOf(bytes, lengths)).toEqual(['a message has a header without Content-Length'])
    }),
  )
})

import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onDisk, pathFrom } from '../../server/src/node/bytePath'
import { holds } from '../support/property'

const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => Buffer.concat(parts))

test.skipIf(process.platform === 'win32')('a path has the bytes that it had, whatever they are', () => {
  holds(
    1000,
    fc.property(bytes, bytes, (folder, name) => {
      expect(Buffer.from(onDisk(`${pathFrom(folder)}/${pathFrom(name)}`))).toEqual(
        Buffer.concat([folder, Buffer.from('/'), name]),
      )
    }),
  )
})

test('a path that is UTF-8 is what it says', () => {
  holds(
    200,
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(pathFrom(Buffer.from(path))).toBe(path)
      expect(onDisk(path)).toBe(path)
    }),
  )
})

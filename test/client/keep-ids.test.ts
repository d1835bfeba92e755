import { expect, test } from 'vitest'
import fc from 'fast-check'
import { keepIds } from '../../client/src/views/keep-ids'

const previous = (...keys: string[]) => keys.map((key, index) => ({ id: `${index}`, key }))
const newId = (key: string) => `new ${key}`

test('what kept its name keeps its id, wherever it went', () => {
  expect(keepIds(previous('a', 'b', 'c'), ['c', 'a', 'b'], newId)).toEqual(['2', '0', '1'])
})

test('what was renamed in place keeps its id', () => {
  expect(keepIds(previous('a', 'b', 'c'), ['a', 'B', 'c'], newId)).toEqual(['0', '1', '2'])
  expect(keepIds(previous('a'), ['A'], newId)).toEqual(['0'])
})

test('what is new has an id that nothing had', () => {
  expect(keepIds(previous('a', 'b'), ['a', 'x', 'b'], newId)).toEqual(['0', 'new x', '1'])
  expect(keepIds([], ['x', 'x'], newId)).toEqual(['new x', 'new x~2'])
})

test('ids are always distinct, and names that stay keep theirs', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  fc.assert(
    fc.property(names, names, (before, after) => {
      const known = previous(...before)
      const ids = keepIds(known, after, newId)
      expect(new Set(ids).size).toBe(after.length)
      for (const name of new Set(after)) {
        const had = known.filter(({ key }) => key === name).map(({ id }) => id)
        const has = ids.filter((_, index) => after[index] === name)
        expect(has.slice(0, had.length)).toEqual(had.slice(0, has.length))
      }
    }),
  )
})

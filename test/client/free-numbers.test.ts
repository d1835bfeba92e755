import { expect, test } from 'vitest'
import { freeNumbers } from '../../client/src/operations/free-numbers'

test.each([
  ['no list', [], [], 1],
  ['a list without gaps', [1, 2, 3], [], 4],
  ['gaps, in any order', [5, 2, 2], [1, 3, 4], 6],
])('%s', (_, taken, gaps, next) => {
  expect(freeNumbers(taken)).toEqual({ gaps, next })
})

test('a list in hundreds has more gaps than anybody looks through', () => {
  const { gaps, next } = freeNumbers([100, 200, 999_999])
  expect([gaps.length, gaps[0], next]).toEqual([30, 1, 1_000_000])
})

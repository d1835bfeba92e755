import { expect, test } from 'vitest'
import { references } from '../../server/src/features/references'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test('every citation of what is cited at the cursor, and its entry when that is asked for', async () => {
  const text = inHeadings('😀 [7], ([12], [[7$0]]), `[7]`.')
  expect(await check(references, text)).toEqual(['7:5 “7”', '7:18 “7”', '15:2 “7”'])
  expect(await check(references, text, { params: { context: { includeDeclaration: false } } })).toEqual([
    '7:5 “7”',
    '7:18 “7”',
  ])
})

test.each(['\n', '\r\n'])('from an entry, with its link definition (%j)', async (lineBreak) => {
  expect(await check(references, inEmphasis('[[7]]').replace('[[7]] J', '[[$07]] J'), { lineBreak })).toEqual([
    '7:3 “7”',
    '15:3 “7”',
    '17:6 “https://www.plasma.io/primer”',
  ])
})

test('also in brackets with others', async () => {
  expect(await check(references, inHeadings('[12, 7$0] and [7]'))).toEqual(['7:6 “7”', '7:14 “7”', '15:2 “7”'])
})

test('the citations of a number that has no entry', async () => {
  expect(await check(references, inHeadings('[$09] and [9]'))).toEqual(['7:2 “9”', '7:10 “9”'])
})

test.each(['plain$0 [7]', '[te$0xt](https://a.org)', '`[$07]`'])('silent: %s', async (prose) => {
  expect(await check(references, inHeadings(prose))).toEqual([])
})

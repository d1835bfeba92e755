import { expect, test } from 'vitest'
import { documentHighlight } from '../../server/src/features/documentHighlight'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])('a number, written in its entry and read in its citations (%j)', async (lineBreak) => {
  expect(await check(documentHighlight, inEmphasis('😀 [[7$0]], [[7]]'), { lineBreak })).toEqual([
    'write 15:1 “[[7]]”',
    'write 17:1 “[7]”',
    'read 7:4 “[[7]]”',
    'read 7:11 “[[7]]”',
  ])
})

test('in brackets with others, and inside a range', async () => {
  expect(await check(documentHighlight, inHeadings('[12, 7$0], [7 - 7], [7], [6]-[12]'))).toEqual([
    'write 15:1 “[7]”',
    'read 7:6 “7”',
    'read 7:11 “7 - 7”',
    'read 7:19 “[7]”',
    'read 7:24 “[6]-[12]”',
  ])
})

test('two entries with one number', async () => {
  expect(await check(documentHighlight, inHeadings('x').replace('[12] Rootstock', '[7$0] Another'))).toEqual([
    'write 15:1 “[7]”',
    'write 17:1 “[7]”',
  ])
})

test.each(['words$0 [7]', '```\n[$07]\n```', '- [$0x] done'])('silent: %s', async (prose) => {
  expect(await check(documentHighlight, inHeadings(prose))).toEqual([])
})

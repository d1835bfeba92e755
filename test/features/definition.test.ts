import { expect, test } from 'vitest'
import { definition } from '../../server/src/features/definition'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each([['See [$07].'], ['See $0[7].'], ['See [7]$0.'], ['😀 [[7$0]]'], ['([12], [7$0]).']])(
  'from a citation to its entry (%s)',
  async (prose) => {
    expect(await check(definition, inHeadings(prose))).toEqual(['15:1 “[7]”'])
  },
)

test.each(['\n', '\r\n'])('in the other dialect too (%j)', async (lineBreak) => {
  expect(await check(definition, inEmphasis('See [[$07]].'), { lineBreak })).toEqual(['15:1 “[[7]]”'])
})

test.each([
  ['See [12, $07].'],
  ['See [12, 7]$0.'],
  ['See $0[7, 12].'],
  ['See [7$0-12], [8, 9, 10, 11].'],
  ['See [$07; 99].'],
])('from a number in brackets with others (%s)', async (prose) => {
  expect(await check(definition, inHeadings(prose))).toEqual(['15:1 “[7]”'])
})

test('from an entry to brackets with others, and to ranges', async () => {
  expect(
    await check(definition, inHeadings('漢 [7, 12], [5]–[8], [7; 99].').replace('[7] Plasma', '[$07] Plasma')),
  ).toEqual(['7:4 “7”', '7:13 “5]–[8”'])
})

test('from an entry or a link definition to where it is cited, or to nothing', async () => {
  expect(await check(definition, inHeadings('漢 [7], ([7]).').replace('[7] Plasma', '[$07] Plasma'))).toEqual([
    '7:4 “7”',
    '7:10 “7”',
  ])
  expect(await check(definition, inEmphasis('x').replace('[12]:', '[12$0]:'))).toEqual(['11:12 “12”'])
  expect(await check(definition, inHeadings('x').replace('[7] Plasma', '[$07] Plasma'))).toEqual([])
})

test('of two entries with one number to the first', async () => {
  expect(await check(definition, inHeadings('[$07]').replace('[12] Rootstock', '[7] Another'))).toEqual(['15:1 “[7]”'])
})

test.each([
  'See [$09].',
  'See [7, $09].',
  'See [$00, 7].',
  'See [8, $09].',
  'See [7,$0 12].',
  '[te$0xt](https://a.org)',
  '`[$07]`',
  '[^$01]',
  'words$0 [7]',
])('nowhere from %s', async (prose) => {
  expect(await check(definition, inHeadings(prose))).toEqual([])
})

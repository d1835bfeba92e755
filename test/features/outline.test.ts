import { expect, test } from 'vitest'
import { outline } from '../../server/src/features/outline'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])(
  'everything with its state, the missing where it belongs, the placeholder selected (%j)',
  async (lineBreak) => {
    expect(await check(outline, inHeadings('😀 TBD [7], [7].'), { lineBreak })).toEqual([
      'swot 0/6: This is a survey: 1 initiative below the heading “Current initiatives”.',
      '#1 0/6 3:5 “#1 Plasma”',
      '  What is it? (draft) 7:4 “TBD”',
      '  Who does it? (missing) 3:5 “#1 Plasma”',
      '  Strengths (missing) 3:5 “#1 Plasma”',
      '  Weaknesses (missing) 3:5 “#1 Plasma”',
      '  Opportunities (missing) 3:5 “#1 Plasma”',
      '  Threats (placeholder) 11:1 “???”',
      '[7] ×2 Plasma: a primer 15:1 “[7]”',
      '[12] ×0 Rootstock 17:1 “[12]”',
      'to write: Plasma › What is it? 7:4 “TBD”',
      'to write: Plasma › Threats 11:1 “???”',
    ])
  },
)

test('unnumbered, emphasised, an empty section to write in, sections of the survey itself', async () => {
  const rows = await check(outline, `## Why?\n\n???\n\n${inEmphasis('')}`)
  expect(rows.slice(1, 4)).toEqual([
    '#null 1/6 7:5 “Plasma”',
    '  What is it? (empty) 11:1 “”',
    '  Who does it? (missing) 7:5 “Plasma”',
  ])
  expect(rows.filter((row) => row.startsWith('Why?') || row.startsWith('to write'))).toEqual([
    'Why? (placeholder) 3:1 “???”',
    'to write: Why? 3:1 “???”',
    'to write: Plasma › What is it? 11:1 “”',
  ])
})

test('numbers in one pair of brackets count, and those inside ranges', async () => {
  expect((await check(outline, inHeadings('[7, 12], [5]-[8].'))).filter((row) => row.startsWith('['))).toEqual([
    '[7] ×2 Plasma: a primer 15:1 “[7]”',
    '[12] ×1 Rootstock 17:1 “[12]”',
  ])
})

test('link definitions, where they are all the list that there is', async () => {
  const text =
    '# Storage\n\n## Current initiatives\n\n### Plasma\n\n#### Strengths\n\nFast [1], [1].\n\n## References\n\n[1]: <https://a.org/x>\n[2]: https://b.org "Rootstock 😀"\n'
  expect((await check(outline, text)).filter((row) => row.startsWith('['))).toEqual([
    '[1] ×2 https://a.org/x 13:1 “[1]”',
    '[2] ×0 Rootstock 😀 14:1 “[2]”',
  ])
})

test('a file that is no survey, or not open, or given as text', async () => {
  expect(await check(outline, '# Read me\n')).toEqual([expect.stringMatching(/^This is not a survey: /u)])
  expect(await check(outline, 'x', { params: { uri: 'file:///nowhere.md' } })).toEqual([])
  const { answer } = await ask(outline, 'x', { params: { uri: 'file:///nowhere.md', text: inHeadings('x') } })
  expect(answer).toMatchObject({ version: null, survey: true, initiatives: [{ title: 'Plasma' }] })
})

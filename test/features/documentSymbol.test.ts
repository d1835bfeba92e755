import { expect, test } from 'vitest'
import { documentSymbol } from '../../server/src/features/documentSymbol'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])(
  'initiatives with progress, sections with state, to the end of their lines (%j)',
  async (lineBreak) => {
    expect(
      await check(documentSymbol, `# 😀\n\n## What do we need?\n\nThis.\n\n${inHeadings('It is.')}`, { lineBreak }),
    ).toEqual([
      'What do we need? (done) 3:4 “What do we need?” to 6:1',
      '#1 Plasma (1/6) 9:5 “#1 Plasma” to 18:1',
      '  What is it? (done) 11:6 “What is it?” to 14:1',
      '  Threats (to write) 15:6 “Threats” to 18:1',
      'References (done) 19:4 “References” to 23:65',
    ])
  },
)

test('sections without words, names without words, no final newline', async () => {
  expect(
    await check(
      documentSymbol,
      '## Initiatives\n\n### #7\n\n#### Threats\n\nNone.\n\n### #? What else?\n\n#### Strengths',
    ),
  ).toEqual([
    '#7 (1/6) 3:5 “#7” to 8:1',
    '  Threats (says none) 5:6 “Threats” to 8:1',
    '#? What else? (0/6) 9:5 “#? What else?” to 11:15',
    '  Strengths (empty) 11:6 “Strengths” to 11:15',
  ])
})

test('auto: only where headings do not show the sections; off: never', async () => {
  const count = async (text: string, symbols: string): Promise<number> =>
    (await check(documentSymbol, text, { settings: { outline: { symbols } } })).length
  expect(await count(inHeadings('x'), 'auto')).toBe(0)
  expect(await count(inEmphasis('x'), 'auto')).toBe(4)
  expect(await count(inHeadings('x'), 'on')).toBe(4)
  expect(await count(inEmphasis('x'), 'off')).toBe(0)
  expect(await count('# Read me\n\n## Install\n', 'on')).toBe(0)
})

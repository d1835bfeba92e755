import { describe, expect, test } from 'vitest'
import { documentLink } from '../../server/src/features/documentLink'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

const SOURCES = [
  '15:47 “https://www.plasma.io/primer” → https://www.plasma.io/primer (Open the source of 7: Plasma: a primer)',
  '17:17 “https://rsk.co/about” → https://rsk.co/about (Open the source of 12: Rootstock)',
]

test.each(['\n', '\r\n'])('from citations to entries, and from entries to sources (%j)', async (lineBreak) => {
  expect(await check(documentLink, inHeadings('😀 漢字 [7], [[12]] and [7].'), { lineBreak })).toEqual([
    '7:7 “[7]” → file:///work/survey.md#L15,1 (Go to 7: Plasma: a primer)',
    '7:12 “[[12]]” → file:///work/survey.md#L17,1 (Go to 12: Rootstock)',
    '7:23 “[7]” → file:///work/survey.md#L15,1 (Go to 7: Plasma: a primer)',
    ...SOURCES,
  ])
})

test('from numbers in brackets with others, where all are listed', async () => {
  expect(await check(documentLink, inHeadings('[7, 12] and [7; 99]'))).toEqual([
    '7:2 “7” → file:///work/survey.md#L15,1 (Go to 7: Plasma: a primer)',
    '7:5 “12” → file:///work/survey.md#L17,1 (Go to 12: Rootstock)',
    ...SOURCES,
  ])
})

test('a byte order mark, which an editor may leave in, moves the first line alone', async () => {
  expect((await check(documentLink, `\ufeff[7]\n\n${inHeadings('x')}`))[0]).toBe(
    '1:2 “[7]” → file:///work/survey.md#L17,1 (Go to 7: Plasma: a primer)',
  )
})

test('where entries are indented, to the column that they begin at', async () => {
  expect((await check(documentLink, inHeadings('[7]').replace('[7] Plasma', '- [7] Plasma')))[0]).toContain('#L15,3 ')
})

test('addresses in angle brackets, links and link definitions are left to the editor', async () => {
  expect(await check(documentLink, inEmphasis('x'))).toEqual([
    '11:10 “[[12]]” → file:///work/survey.md#L19,1 (Go to 12: Rootstock)',
  ])
  expect(
    await check(
      documentLink,
      inHeadings('x').replace('Rootstock, https://rsk.co/about', '[Rootstock](https://rsk.co/about)'),
    ),
  ).toEqual(SOURCES.slice(0, 1))
})

test('addresses that an editor does not know for ones', async () => {
  expect(
    await check(documentLink, inEmphasis('x').replaceAll('https://rsk.co/about', 'www.rsk.co/about?a=1&amp;b=2')),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^19:\d+ “www\.rsk\.co\/about\?a=1&amp;b=2” → https:\/\/www\.rsk\.co\/about\?a=1&b=2 /u),
      '21:7 “www.rsk.co/about?a=1&amp;b=2” → https://www.rsk.co/about?a=1&b=2 (Open the source of 12)',
    ]),
  )
})

test('a long title is cut, and a client that shows no tooltips gets none', async () => {
  const text = inHeadings('[7]').replace('Plasma: a primer', `Plasma ${'and more '.repeat(100)}`)
  for (const link of await check(documentLink, text)) expect(link.length).toBeLessThan(200)
  expect((await check(documentLink, inHeadings('[7]'), { capabilities: {} }))[0]).toBe(
    '7:1 “[7]” → file:///work/survey.md#L15,1',
  )
})

test('in text order, wherever the list stands', async () => {
  const text =
    '## Current initiatives\n\n### #1 A\n\n#### Threats\n\n[1]\n\n## References\n\n[1] One, https://a.org/1\n\n## Observations\n\n[1]\n'
  expect((await check(documentLink, text)).map((link) => link.split(' ')[0])).toEqual(['7:1', '11:10', '15:1'])
})

describe('no link', () => {
  test.each([
    '[9]',
    '`[7]`',
    '[7](https://a.org)',
    '![7](a.png)',
    'It began in [2018].',
    '\\[7]',
    '[^7]',
    '$a[7]$',
    '- [7 ] x',
  ])('from %s', async (prose) => {
    expect(await check(documentLink, inHeadings(prose))).toEqual(SOURCES)
  })

  test.each([
    'https:/????',
    'www.????.???',
    'command:evil',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://a.org',
    'https://??',
  ])('to %s', async (address) => {
    expect(await check(documentLink, inHeadings('x').replace('https://rsk.co/about', address))).toEqual(
      SOURCES.slice(0, 1),
    )
  })

  test('in a file that is no survey, and where a survey has no list', async () => {
    expect(await check(documentLink, '# Read me\n\nSee [7].\n\n[7] One, https://a.org\n')).toEqual([])
    expect(await check(documentLink, '## Current initiatives\n\n### #1 A\n\n#### Threats\n\nSee [7].\n')).toEqual([])
  })
})

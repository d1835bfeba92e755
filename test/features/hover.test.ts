import { describe, expect, test } from 'vitest'
import { hover } from '../../server/src/features/hover'
import { check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

const PLASMA = '**[7]** Plasma: a primer\n\nJ. Poon and V. Buterin  \n<https://www.plasma.io/primer>  \naccessed 2018-06-07\n\n'

test.each([
  ['See [$07].', '7:5 “[7]”'],
  ['See $0[7].', '7:5 “[7]”'],
  ['See [7]$0.', '7:5 “[7]”'],
  ['See [[7$0]].', '7:5 “[[7]]”'],
  ['([12], [$07])', '7:8 “[7]”'],
  ['😀 漢字 [$07]', '7:7 “[7]”'],
  ['A [link](https://a.org) [7$0]', '7:25 “[7]”'],
  ['漢字、字[$07]', '7:5 “[7]”'],
])('on a citation: its entry and who cites it (%s)', async (prose, place) => {
  expect(await check(hover, inHeadings(prose))).toEqual([place, `${PLASMA}Cited once: Plasma.`])
})

test.each(['\n', '\r\n'])('in the other dialect too (%j)', async (lineBreak) => {
  expect(await check(hover, inEmphasis('See [[$07]], [[7]].'), { lineBreak })).toEqual(['7:5 “[[7]]”', `${PLASMA}Cited 2 times: Plasma 2.`])
})

test.each([['[$07] Plasma'], ['$0[7] Plasma'], ['[7]$0 Plasma']])('on the number of an entry: how often it is cited, and where (%s)', async (entry) => {
  const text = `Intro [7].\n\n${inHeadings('A [7]. B [7].\n\n### #2\n\nC [7].')}`.replace('[7] Plasma', entry)
  expect(await check(hover, text)).toEqual(['21:1 “[7]”', `${PLASMA}Cited 4 times: outside the initiatives 1, Plasma 2, \\#2 1.`])
})

test('on the number of a link definition', async () => {
  expect(await check(hover, inEmphasis('x').replace('[12]:', '[$012]:'))).toEqual(['19:1 “[[12]]”', expect.stringMatching(/^\*\*\[12\]\*\* Rootstock/u)])
})

test('an entry that nobody cites, without anything but words', async () => {
  expect(await check(hover, inHeadings('x').replace(/\[12\].*/u, '[$012] Somebody said so'))).toEqual(['17:1 “[12]”', '**[12]** Somebody said so\n\nCited nowhere.'])
})

test('a citation without an entry says so', async () => {
  expect(await check(hover, inHeadings('See [$09].'))).toEqual(['7:5 “[9]”', 'The reference list has no entry 9.'])
})

describe('what is written cannot become markup', () => {
  const shown = async (title: string): Promise<string> => (await check(hover, inHeadings('[$07]').replace('Plasma: a primer, J. Poon and V. Buterin', title)))[1]?.split('\n')[0] ?? ''

  test.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['`code` **bold** _it_', '\\`code\\` \\*\\*bold\\*\\* \\_it\\_'],
    ['[click](command:evil)', 'click'],
    ['a ] b | c # d ~ e', 'a \\] b \\| c \\# d \\~ e'],
    ['back\\slash', 'back\\\\slash'],
  ])('%s', async (title, expected) => {
    expect(await shown(title)).toBe(`**[7]** ${expected}`)
  })

  test('an address that is none stays text, and so do the names of initiatives', async () => {
    const text = inHeadings('[$07]').replace('#1 Plasma', '#1 <b>`Plasma`</b>').replace('https://www.plasma.io/primer', 'https:/<script>')
    expect((await check(hover, text))[1]).toBe('**[7]** Plasma: a primer\n\nJ. Poon and V. Buterin  \nhttps:/  \naccessed 2018-06-07\n\nCited once: \\<b\\>\\`Plasma\\`\\</b\\>.')
  })
})

describe('silent', () => {
  test.each([
    'See $0 [7].', 'See [7] $0.', '`[$07]`', '```\n[$07]\n```', '    [$07]', '<!-- [$07] -->', '[$07](https://a.org)', '![$07](a.png)', '- [$0 ] x', '- [$0x] y', '[^$01]', '\\[$07]', '$a[$07]$', 'a[$07]',
    // A year.
    'It began in [$02018].',
  ].map((prose) => [prose]))('%s', async (prose) => {
    expect(await check(hover, inHeadings(prose))).toEqual([])
  })

  test('on the words of an entry, in a file that is no survey, and on links where a survey has only link definitions', async () => {
    expect(await check(hover, inHeadings('x').replace('Rootstock', 'Root$0stock'))).toEqual([])
    expect(await check(hover, '# Read me\n\nSee [$07].\n\n[7] One\n')).toEqual([])
    expect(await check(hover, inHeadings('See [$07].').replace(/^\[(\d+)\].*$/gmu, '[$1]: https://a.org/$1'))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { citableFrom, citableId } from '../../server/src/features/shared/citableId'
import { cite } from '../../server/src/features/cite'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings, inLinks } from '../support/sample'

const LIGHTNING = { title: 'The Lightning Network', authors: 'J. Poon', url: 'https://lightning.network/x' }
const ENTRY = '[13] The Lightning Network, J. Poon, https://lightning.network/x, Date accessed: 2026-11-22.'

const citing = (prose: string, ...citables: readonly (number | object)[]): Promise<readonly string[]> =>
  check(cite, inHeadings(prose), { params: { ids: citables.map((citable) => citableId(citable)) } })

describe('what was chosen is cited, in the form of the file', () => {
  test.each([
    ['See $0.', 'See [7], [12].'],
    ['See$0.', 'See [7], [12].'],
    ['See [$0].', 'See [7], [12].'],
    ['See [3$0].', 'See [3], [7], [12].'],
    ['See [3, 4$0].', 'See [3, 4], [7], [12].'],
    ['See [3, 7, $0].', 'See [3, 7, 7, 12].'],
    ['See $0(Poon).', 'See [7], [12] (Poon).'],
    ['`a` and `b` see $0.', '`a` and `b` see [7], [12].'],
    ['2 < 3, a <= b $0.', '2 < 3, a <= b [7], [12].'],
    ['[a](https://a.org), <b>c</b>, <https://d.org> $0.', '[a](https://a.org), <b>c</b>, <https://d.org> [7], [12].'],
    ['`a\nb` see $0.', 'b` see [7], [12].'],
    ['- a\n\n  b $0', '  b [7], [12]'],
    ['a\n    b $0', '    b [7], [12]'],
    ['[^1]: A note $0.', '[^1]: A note [7], [12].'],
    ['A list: $0.', 'A list: [7], [12].'],
    ['See [7;$0].', 'See [7;7;12].'],
    ['See [$0, 7].', 'See [7, 12, 7].'],
    ['😀 漢字$0。', '😀 漢字[7], [12]。'],
  ])('at the cursor: %s', async (prose, line) => {
    expect(await citing(prose, 7, 12)).toEqual(['cites 7, 12, 2 known', line])
  })

  test.each([
    ['See ??? and\n    ^^^', 'See [7], [12] and'],
    ['See [3] and\n    ^^^', 'See [7], [12] and'],
    ['See [[3]](https://a.org) and\n    ^^^^^', 'See [7], [12] and'],
    ['See [3] and\n     ^', 'See [7], [12] and'],
    ['See [3], [4] and\n     ^^^^^^', 'See [7], [12] and'],
    ['See this paper of theirs.\n   ^^^^^^^^^^^', 'See [7], [12] of theirs.'],
    ['See [7, 3] and\n        ^', 'See [7, 7, 12] and'],
    ['See `code` and\n    ^^^^^^', 'See [7], [12] and'],
  ])('in the place of what is selected: %s', async (prose, line) => {
    expect(await citing(prose, 7, 12)).toEqual(['cites 7, 12, 2 known', line])
  })

  test('in double brackets, each once', async () => {
    expect(await check(cite, inEmphasis('See $0.'), { params: { ids: ['12', '7', '12'] } })).toEqual([
      'cites 12, 7, 2 known',
      'See [[12]], [[7]].',
    ])
  })

  test.each([
    ['See $0.', 'See [[7]](https://www.plasma.io/primer), [[13]](https://lightning.network/x).'],
    [
      'See [[12$0]](https://rsk.co/about).',
      'See [[12]](https://rsk.co/about), [[7]](https://www.plasma.io/primer), [[13]](https://lightning.network/x).',
    ],
    [
      'See [[12]](https://rsk.co/about)$0.',
      'See [[12]](https://rsk.co/about), [[7]](https://www.plasma.io/primer), [[13]](https://lightning.network/x).',
    ],
    [
      'See [[12]](https://rsk.co/about).\n      ^^',
      'See [[7]](https://www.plasma.io/primer), [[13]](https://lightning.network/x).',
    ],
  ])('with their addresses, where most citations have these: %s', async (prose, line) => {
    const [told, lines = ''] = await check(cite, inLinks(prose), {
      params: { ids: [citableId(7), citableId(LIGHTNING)] },
    })
    expect([told, lines.split('\n')[0]]).toEqual(['cites 7, 13, 1 known', line])
  })

  test.each(['\n', '\r\n'])('a source from elsewhere is appended to the list (%j)', async (lineBreak) => {
    const [told, lines = ''] = await check(cite, inHeadings('See $0.'), {
      lineBreak,
      params: { ids: [citableId(12), citableId(LIGHTNING)] },
    })
    expect(told).toBe('cites 12, 13, 1 known')
    expect(lines.startsWith('See [12], [13].')).toBe(true)
    expect(lines.endsWith(ENTRY)).toBe(true)
    expect(lines.split('\n').length).toBe(lines.split(lineBreak).length)
  })

  test('one that the list has meanwhile is cited by its number', async () => {
    expect(await citing('See $0.', { url: 'http://plasma.io/primer/' })).toEqual(['cites 7, 1 known', 'See [7].'])
  })
})

describe('refused, with a word about it', () => {
  test.each([
    ['`co$0de`', 'Put the cursor into prose'],
    ['<!-- a $0 -->', 'Put the cursor into prose'],
    ['[te$0xt](https://a.org)', 'Put the cursor into prose'],
    ['wo$0rd', 'Put the cursor after the word to cite here.'],
    ['a word here\n   ^^', 'Select the whole word, or none.'],
    ['`code` here\n  ^^^^^^^', 'Put the cursor into prose'],
    ...[
      '`$0`',
      '`$0',
      'see `code $0',
      '``$0',
      'a `b` and `$0',
      '[x]($0',
      '[x]($0)',
      '[x](https://a.org/$0',
      '[x](https://a.org "$0',
      '![x]($0',
      '[foo]: $0',
      '[foo]:$0',
      '[foo]: https://a.org "$0',
      '> [foo]: $0',
      '<$0>',
      'see <$0',
      '<https://$0',
      '<a href="$0',
      '<a href=$0',
      '<a title="b c$0',
      'a <!-- b $0',
      '    $0code',
      '    code $0here',
      '\tcode$0',
      '- a\n\n      $0code',
      '- a\n\n      code$0',
      '$0: https://a.org',
      '```\n$0code',
      '```\n$0\n```',
      '<div>\n$0code\n</div>',
      '$0\n---',
    ].map((prose) => [prose, 'Put the cursor ']),
  ])('%s', async (prose, refused) => {
    expect(await citing(prose, 7)).toEqual([expect.stringContaining(refused)])
  })

  test('over several paragraphs, in the reference list, beside a label', async () => {
    const text = inHeadings('One.\n\nTwo.')
    const over = (a: number, b: number, c: number, d: number) =>
      check(cite, text, {
        params: { ids: ['7'], range: { start: { line: a, character: b }, end: { line: c, character: d } } },
      })
    expect(await over(6, 0, 8, 4)).toEqual([expect.stringContaining('one paragraph')])
    expect(await over(6, 0, 7, 0)).toEqual(['cites 7, 1 known', '[7]'])
    expect(await over(8, 4, 6, 0)).toEqual([expect.stringContaining('one paragraph')])
    expect(await over(6, 0, 99, 0)).toEqual([expect.stringContaining('reference list')])
    expect(await over(16, 8, 16, 8)).toEqual([expect.stringContaining('reference list')])
    expect(await over(4, 0, 4, 17)).toEqual([expect.stringContaining('heading')])
  })

  test('nothing chosen, or something that is gone', async () => {
    expect(await citing('See $0.')).toEqual([expect.stringContaining('no source')])
    expect(await citing('See $0.', 7, 99)).toEqual(['The reference list has no [99].'])
    for (const id of ['', '{', 'null', '[]', '{}', '"7"', '{"title":7}', '{"__proto__":{"title":"x"}}']) {
      expect(await check(cite, inHeadings('See $0.'), { params: { ids: [id] } }), id).toEqual([
        expect.stringContaining('no source'),
      ])
    }
  })
})

test('nothing for another version, or in a file that is no survey', async () => {
  expect((await ask(cite, inHeadings('See $0.'), { params: { ids: ['7'], version: 8 } })).answer).toBeNull()
  expect((await ask(cite, '# Read me\n\nSee $0.', { params: { ids: ['7'] } })).answer).toBeNull()
})

test('an id says all that there is to say', () => {
  for (const citable of [
    7,
    LIGHTNING,
    { title: '😀 "x" \\', doi: '10.1000/x', year: '2016', accessed: '2018-06-07', key: 'a' },
  ])
    expect(citableFrom(citableId(citable))).toEqual(citable)
})

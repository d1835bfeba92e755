import { describe, expect, test } from 'vitest'
import type { CompletionItem, CompletionList } from 'vscode-languageserver'
import { completion } from '../../server/src/features/completion'
import { filterText } from '../../server/src/features/completion/filterText'
import { TYPED_ON } from '../../server/src/protocol'
import { completionResolve } from '../../server/src/features/completionResolve'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings, inLinks } from '../support/sample'

const PLASMA = '[7] Plasma: a primer'
/** Where one looked for its authors. */
const BY_POON = '[7] J. Poon and V. Buterin, Plasma: a primer'
const ROOTSTOCK = '[12] Rootstock'

describe('after a bracket every reference is offered, in the form of the file', () => {
  test.each([
    ['See [$0', 'See [7]$0', 'See [12]$0'],
    ['See [$0]', 'See [7]$0', 'See [12]$0'],
    ['See [$0].', 'See [7]$0.', 'See [12]$0.'],
    ['See [[$0', 'See [7]$0', 'See [12]$0'],
    ['See [[$0]]', 'See [7]$0', 'See [12]$0'],
    ['See [$0[7]', 'See [7]$0[7]', 'See [12]$0[7]'],
    ['See ([7], [$0', 'See ([7], [7]$0', 'See ([7], [12]$0'],
    ['See ([7], [$0]).', 'See ([7], [7]$0).', 'See ([7], [12]$0).'],
    ['See [7][$0]', 'See [7][7]$0', 'See [7][12]$0'],
    ['See \\\\[$0', 'See \\\\[7]$0', 'See \\\\[12]$0'],
    ['- see [$0', '- see [7]$0', '- see [12]$0'],
    ['> see [$0', '> see [7]$0', '> see [12]$0'],
    ['| see [$0 | b |', '| see [7]$0 | b |', '| see [12]$0 | b |'],
    ['**see [$0**', '**see [7]$0**', '**see [12]$0**'],
    ['😀 漢字 e\u0301 [$0]。', '😀 漢字 e\u0301 [7]$0。', '😀 漢字 e\u0301 [12]$0。'],
    ['Two lines\n[$0] of prose', '[7]$0 of prose', '[12]$0 of prose'],
    ['<https://a.org>[$0]', '<https://a.org>[7]$0', '<https://a.org>[12]$0'],
  ])('%s', async (prose, plasma, rootstock) => {
    expect(await check(completion, inHeadings(prose))).toEqual([`${PLASMA} → ${plasma}`, `${ROOTSTOCK} → ${rootstock}`])
  })

  test.each([
    ['See [$0', 'See [[7]]$0', 'See [[12]]$0'],
    ['See [$0]', 'See [[7]]$0', 'See [[12]]$0'],
    ['See [[$0', 'See [[7]]$0', 'See [[12]]$0'],
    ['See [[$0]', 'See [[7]]$0', 'See [[12]]$0'],
    ['See [[$0]]', 'See [[7]]$0', 'See [[12]]$0'],
    ['See ([[7]], [$0])', 'See ([[7]], [[7]]$0)', 'See ([[7]], [[12]]$0)'],
  ])('%s, in double brackets', async (prose, plasma, rootstock) => {
    expect(await check(completion, inEmphasis(prose))).toEqual([`${PLASMA} → ${plasma}`, `${ROOTSTOCK} → ${rootstock}`])
  })
})

describe('typing finds', () => {
  test.each([
    ['[1$0', [ROOTSTOCK]],
    ['[12$0', [ROOTSTOCK]],
    ['[plasma$0', [PLASMA]],
    ['[PRIM pla$0', [PLASMA]],
    ['[primer $0', [PLASMA]],
    ['[poon$0', [BY_POON]],
    ['[rsk.co$0', [ROOTSTOCK]],
    ['[plamsa$0', [PLASMA]],
    ['[the cat$0', []],
  ])('%s', async (typed, labels) => {
    expect((await check(completion, inHeadings(`See ${typed}`))).map((row) => row.split(' → ')[0])).toEqual(labels)
  })

  test('long titles by their last word, and the list says that it is to be asked for again', async () => {
    const long = `${'very '.repeat(60)}long zebra`
    const { answer } = await ask<CompletionList>(completion, inHeadings('See [zebra$0]').replace('Rootstock', long))
    expect(answer).toMatchObject({
      isIncomplete: true,
      items: [{ label: `[12] ${long}`, filterText: filterText('[zebra') }],
    })
  })
})

describe('accepting one replaces the whole of what stands in the brackets', () => {
  test.each([
    ['[7$0]', '[7]$0'],
    ['[$07] more', '[7]$0 more'],
    ['[[7$0]]', '[7]$0'],
    ['[pla$0]', '[7]$0'],
    ['[plasma$0 primer] more', '[7]$0 more'],
    ['[$0plasma primer], [12]', '[7]$0, [12]'],
    ['[[7$0]](https://www.plasma.io/primer).', '[7]$0.'],
    ['[plasma$0 and [12]', '[7]$0 and [12]'],
    ['[see Plasma [plas$0 for more]', '[see Plasma [7]$0 for more]'],
    ['[see [plas$0]]', '[see [7]$0]'],
  ])('%s', async (prose, line) => {
    expect((await check(completion, inHeadings(prose)))[0]).toBe(`${PLASMA} → ${line}`)
  })
})

describe('where most citations lead to their source themselves, so does another', () => {
  test.each([
    ['See [prim$0', 'See [[7]](https://www.plasma.io/primer)$0'],
    ['See [[prim$0]].', 'See [[7]](https://www.plasma.io/primer)$0.'],
    ['See [[7$0]](https://www.plasma.io/primer).', 'See [[7]](https://www.plasma.io/primer)$0.'],
    ['See [[7$0]](https://wrong.org/a(b)).', 'See [[7]](https://www.plasma.io/primer)$0.'],
    ['See [[1$0]](https://www.plasma.io/primer).', 'See [[12]](https://rsk.co/about%28us%29)$0.'],
  ])('%s', async (prose, line) => {
    expect((await check(completion, inLinks(prose)))[0]?.split(' → ')[1]).toBe(line)
  })

  test('no address, no link; nor where few do, or to a place in the file', async () => {
    expect(
      (
        await check(
          completion,
          inLinks('See [prim$0').replace('J. Poon and V. Buterin, https://www.plasma.io/primer', 'J. Poon'),
        )
      )[0],
    ).toContain('→ See [[7]]$0')
    expect((await check(completion, inLinks('[[7]], [[12]], [[7]]. See [prim$0')))[0]).toContain('See [[7]]$0')
    expect(
      (await check(completion, inLinks('See [prim$0').replaceAll(/\(https:[^)]*\)/gu, '(#references)')))[0],
    ).toContain('→ See [[7]]$0')
    expect((await check(completion, inEmphasis('See [prim$0')))[0]).toContain('→ See [[7]]$0')
    expect((await check(completion, inEmphasis('See [[1$0]](https://x.org)')))[0]).toContain(
      '→ See [[12]](https://rsk.co/about)$0',
    )
  })
})

describe('in a group only the number at the cursor gives way, to a number without brackets', () => {
  test.each([
    ['See [7, roo$0].', 'See [7, 12$0].'],
    ['See [7, $0].', 'See [7, 12$0].'],
    ['See [7, $03].', 'See [7, 12$0].'],
    ['See [1$0, 7].', 'See [12$0, 7].'],
    ['See [$0, 7].', 'See [12$0, 7].'],
    ['See [roo$0, 7].', 'See [12$0, 7].'],
    ['See [7; 1$0].', 'See [7; 12$0].'],
    ['See [7,roo$0]', 'See [7,12$0]'],
    ['See [7, roo$0', 'See [7, 12$0'],
    ['See [7, roo$0 more and [12]', 'See [7, 12$0 more and [12]'],
    ['See [5-7, roo$0, 3].', 'See [5-7, 12$0, 3].'],
    ['See [[7, roo$0]].', 'See [[7, 12$0]].'],
    ['(see [7, roo$0]).', '(see [7, 12$0]).'],
    ['😀 [7, $0]。', '😀 [7, 12$0]。'],
    [`See [${'7, '.repeat(40)}roo$0].`, `See [${'7, '.repeat(40)}12$0].`],
    [`See [roo$0${', 7'.repeat(40)}].`, `See [12$0${', 7'.repeat(40)}].`],
  ])('%s', async (prose, line) => {
    expect((await check(completion, inHeadings(prose)))[0]).toBe(`${ROOTSTOCK} → ${line}`)
  })

  test('those that it has already come last, and a whole number may give way to another', async () => {
    expect(await check(completion, inHeadings('Plasma [7, $0].'))).toEqual([
      `${ROOTSTOCK} → Plasma [7, 12$0].`,
      `${PLASMA} → Plasma [7, 7$0].`,
    ])
    const { answer } = await ask<CompletionList>(completion, inHeadings('Plasma [12, 7$0].'))
    expect(answer.items.map(({ label }) => label)).toEqual([PLASMA, ROOTSTOCK])
  })

  test('words with a comma are no group, nor numbers that are no references', async () => {
    expect(await check(completion, inHeadings('See [plasma, prim$0].'))).toEqual([`${PLASMA} → See [7]$0.`])
    expect(await check(completion, inHeadings('See [2018, plas$0].'))).toEqual([`${PLASMA} → See [7]$0.`])
  })
})

describe('silent', () => {
  test.each(
    [
      'arr[$0',
      'the array arr[$0]',
      'items[7$0]',
      'über[$0',
      'x2[$0',
      'naïve\u0301[$0',
      'arr[7, $0]',
      'arr [7], [12] but arr[$0',
      'see `code [$0',
      '`a` `b[$0 c',
      '<a href="[$0',
      '<[$0',
      '[x]([$0',
      'a <!-- b [$0',
      '[7-12$0]',
      '[7–$0]',
      '[7, 9-1$0]',
      '[7-12$0, 3, 7]',
      '[7,$0 12]',
      'plain $0',
      '[7]$0',
      '[]$0',
      'See [7] $0',
      '- [$0',
      '- [$0] task',
      '- [ $0] task',
      '- [x$0] task',
      '* [$0 ] task',
      '1. [$0 ] task',
      '> - [$0 ] task',
      '[^$0',
      'note [^1$0]',
      'note [$0^1]',
      '> [!$0NOTE]',
      '> [$0!NOTE]',
      '[te$0xt](https://a.org)',
      '[text]($0)',
      '[text]([$0)',
      '[text](https://a.org/[$0)',
      '[text][$0]',
      '[7$0](https://a.org)',
      '![$0',
      '![al$0t](a.png)',
      '![alt]([$0)',
      '`[$0`',
      '`a [$0 b`',
      '```\n[$0\n```',
      '~~~js\na[$0]\n~~~',
      '    [$0',
      '```\nhalf-typed [$0',
      'a <!-- [$0 --> b',
      '<!-- [$0 -->',
      '<!--\n\nhalf-typed [$0',
      '<div>\n[$0\n</div>',
      'a <b title="[$0">b</b>',
      '$x[$0$',
      '$$x [$0$$',
      '\\[$0',
      '<https://a.org/[$0>',
      'https://a.org/[$0',
      'a[$0',
      'f(x_[$0',
      '',
    ].map((prose) => [prose]),
  )('%s', async (prose) => {
    expect(await check(completion, inHeadings(prose))).toEqual([])
  })

  test('but directly behind words where the file has its citations so, and where words have no blanks', async () => {
    expect(await check(completion, inHeadings('Rootstock[12], Plasma[7] and Poon[roo$0]'))).toEqual([
      `${ROOTSTOCK} → Rootstock[12], Plasma[7] and Poon[12]$0`,
    ])
    expect(await check(completion, inHeadings('Plasma [7]. 漢字[roo$0]。'))).toEqual([
      `${ROOTSTOCK} → Plasma [7]. 漢字[12]$0。`,
    ])
  })

  test('in the reference list', async () => {
    for (const list of ['[$0\n\n[7] P', '[7$0] P', '[7] P [$0', '[7]: [$0'])
      expect(await check(completion, inHeadings('x').replace('[7] P', list))).toEqual([])
  })

  test('in front matter', async () => {
    expect(await check(completion, `---\ntags: [$0\nsurvey: true\n---\n${inHeadings('x')}`)).toEqual([])
  })

  test('where there is nothing to cite', async () => {
    expect(await check(completion, inHeadings('See [$0').replace(/^\[\d.*$/gmu, ''))).toEqual([])
  })

  test('in a file that is no survey', async () => {
    expect(await check(completion, '# Read me\n\nSee [$0\n\n## References\n\n[1] One\n')).toEqual([])
  })
})

test.each(['\n', '\r\n'])('at the end of the file, half-typed (%j)', async (lineBreak) => {
  const text = inHeadings('x').replace(/## References\n([^]*)/u, '## References\n$1\n## Annex\n\nSee [poo$0')
  expect(await check(completion, text, { lineBreak })).toEqual([`${BY_POON} → See [7]$0`])
})

test('of two entries with one number the first is meant', async () => {
  expect(await check(completion, inHeadings('[$0').replace('[12] Rootstock', '[7] Another'))).toEqual([
    `${PLASMA} → [7]$0`,
  ])
})

test('the list shows the title, at the edge host and date, and authors where one searched for them', async () => {
  const { answer } = await ask<CompletionList>(completion, inHeadings('Poon [7] said [poon$0]'))
  expect(answer.items).toEqual([
    {
      label: BY_POON,
      labelDetails: { description: 'plasma.io, 2018-06-07' },
      kind: 18,
      sortText: '0000',
      filterText: filterText('[poon'),
      textEdit: { range: { start: { line: 6, character: 14 }, end: { line: 6, character: 20 } }, newText: '[7]' },
      data: { uri: 'file:///work/survey.md', number: 7 },
    },
  ])
})

test.each([
  ['[poon$0', BY_POON],
  ['[buter prim$0', BY_POON],
  ['[buteirn$0', BY_POON],
  ['[plasma$0', PLASMA],
  ['[plamsa$0', PLASMA],
  ['[plasma.io$0', PLASMA],
  ['[2018 primer$0', PLASMA],
  ['[7$0', PLASMA],
  ['[$0', PLASMA],
])('%s shows %j, and at the edge host and date', async (typed, label) => {
  const { answer } = await ask<CompletionList>(completion, inHeadings(`See ${typed}]`))
  expect(answer.items.find(({ textEdit }) => textEdit?.newText === '[7]')).toMatchObject({
    label,
    labelDetails: { description: 'plasma.io, 2018-06-07' },
  })
})

test.each([
  ['A. Back, M. Corallo, L. Dashjr and A. Poelstra', 'poelstra', 'A. Poelstra et al.'],
  ['A. Back, M. Corallo, L. Dashjr and A. Poelstra', 'coralo', 'M. Corallo et al.'],
  ['Back, A., Corallo, M. and Dashjr, L.', 'corallo', 'Corallo, M. et al.'],
  ['J. Poon and OmiseGO Team', 'omise', 'J. Poon and OmiseGO Team'],
  ['G. Malavolta and P. Moreno-Sánchez', 'malavolta', 'G. Malavolta et al.'],
  ['D. van der Berg', 'berg', 'D. van der Berg'],
])('of many authors, %s, the one that was searched for is shown', async (authors, typed, shown) => {
  const source = inEmphasis(`See [${typed}$0]`).replace('J. Poon and V. Buterin', authors)
  expect((await ask<CompletionList>(completion, source)).answer.items.map(({ label }) => label)).toEqual([
    `[7] ${shown}, Plasma: a primer`,
  ])
})

test('what is shown has no entities, and no backslashes before marks; what is inserted stays as it was', async () => {
  const source = inEmphasis('See [layer$0].')
    .replaceAll('Plasma: a primer', String.raw`Layer&nbsp;2 &amp; Snake\_case: a &ldquo;primer&rdquo;`)
    .replace('J. Poon and V. Buterin', 'K. G&ouml;del')
  const { answer } = await ask<CompletionList>(completion, source.replace('[layer', '[godel'))
  expect(answer.items).toMatchObject([
    {
      label: '[7] K. Gödel, Layer 2 & Snake_case: a “primer”',
      labelDetails: { description: 'plasma.io, 2018-06-07' },
      textEdit: { newText: '[[7]]' },
    },
  ])
  expect(await check(completion, source)).toEqual(['[7] Layer 2 & Snake_case: a “primer” → See [[7]]$0.'])
  const dated = inEmphasis('See [prim$0].').replace('2018&#8209;06&#8209;07', '2018&#8209;06&#8209;??')
  expect((await ask<CompletionList>(completion, dated)).answer.items[0]?.labelDetails?.description).toBe(
    'plasma.io, 2018‑06‑??',
  )
})

test('an item fits what was typed, and every mark that may be typed on, so that the list stays open until the answer', () => {
  expect(filterText('[multi')).toMatch(/^\[multi/u)
  for (const mark of TYPED_ON) expect(filterText('[multi').slice(6)).toContain(mark)
})

test('the item that the author looks at shows the whole entry, and where it is cited', async () => {
  const item = { label: '[7]', data: { uri: 'file:///work/survey.md', number: 7 } }
  const { answer } = await ask<CompletionItem>(completionResolve, inHeadings('Poon [7] said [poon$0]'), {
    params: item,
  })
  expect(answer.documentation).toEqual({
    kind: 'markdown',
    value:
      '**[7]** Plasma: a primer\n\nJ. Poon and V. Buterin  \n<https://www.plasma.io/primer>  \nread 8 years ago (2018-06-07)\n\nCited once: Plasma.',
  })
})

test('an item of somebody else, or of a reference that is gone, comes back as it was', async () => {
  for (const data of [
    undefined,
    null,
    { uri: 'file:///work/survey.md', number: 99 },
    { uri: 'file:///elsewhere.md', number: 7 },
  ]) {
    const { answer } = await ask<CompletionItem>(completionResolve, inHeadings('[$0'), { params: { label: 'x', data } })
    expect(answer).toMatchObject({ label: 'x' })
    expect(answer.documentation).toBeUndefined()
  }
})

test('a client that shows no details beside labels gets the title in the label', async () => {
  const { answer } = await ask<CompletionList>(completion, inHeadings('[rsk$0'), { capabilities: {} })
  expect(answer.items.map(({ label, labelDetails, detail }) => ({ label, labelDetails, detail }))).toEqual([
    { label: '[12] Rootstock', labelDetails: undefined, detail: 'rsk.co, 2018-06-08' },
  ])
})

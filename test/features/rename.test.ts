import { describe, expect, test } from 'vitest'
import { prepareRename } from '../../server/src/features/prepareRename'
import { rename } from '../../server/src/features/rename'
import { numberAt } from '../../server/src/features/numberAt'
import type { NumberAtAnswer } from '../../server/src/protocol'
import { ask, check } from '../support/check'
import { fixture } from '../support/fixture'
import { inEmphasis, inHeadings } from '../support/sample'

const renamed = async (source: string, newName: string, lineBreak = '\n'): Promise<string | undefined> =>
  (await check(rename, source, { lineBreak, params: { newName } }))[0]

describe('what can be renamed', () => {
  test.each([
    ['See [$07].', '7:6 “7” as 7'],
    ['See $0[7].', '7:6 “7” as 7'],
    ['See [7]$0.', '7:6 “7” as 7'],
    ['😀 漢字 [[7$0]]', '7:9 “7” as 7'],
    ['([7], [1$02])', '7:8 “12” as 12'],
    ['See [12, 7$0].', '7:10 “7” as 7'],
    ['See [12, 7]$0.', '7:10 “7” as 7'],
    ['See $0[7, 12].', '7:6 “7” as 7'],
    ['See $0[[7]].', '7:7 “7” as 7'],
    ['See [$0[7]].', '7:7 “7” as 7'],
    ['See [[7]$0].', '7:7 “7” as 7'],
    ['See [[7]]$0.', '7:7 “7” as 7'],
    ['See [[7]]$0(https://a.org).', '7:7 “7” as 7'],
    ['See $0[7]–[12].', '7:6 “7” as 7'],
    ['See [7]$0–[12].', '7:6 “7” as 7'],
    ['See [7]–$0[12].', '7:10 “12” as 12'],
  ])('the number of a citation (%s)', async (prose, place) => {
    expect(await check(prepareRename, inHeadings(prose))).toEqual([place])
    expect(await check(prepareRename, inHeadings(prose), { lineBreak: '\r\n' })).toEqual([place])
    // A client that asks first what becomes of another one asks about the same number.
    expect(await check(numberAt, inHeadings(prose))).toEqual([place])
  })

  test.each([
    ['12', 12],
    [' [[012]] ', 12],
    ['twelve', null],
    ['[1, 2]', null],
    [undefined, null],
  ])('what is typed for it is read here, and not by clients (%j)', async (typed, number) => {
    const { answer } = await ask<NumberAtAnswer>(numberAt, inHeadings('See [$07].'), {
      params: typed === undefined ? {} : { typed },
    })
    expect([answer.number, answer.typed]).toEqual([7, number])
  })

  test('that of an entry and of a link definition, also where those are the list', async () => {
    expect(await check(prepareRename, inHeadings('x').replace('[12] R', '[1$02] R'))).toEqual(['17:2 “12” as 12'])
    expect(await check(prepareRename, inEmphasis('x').replace('[12]:', '[12$0]:'))).toEqual(['21:2 “12” as 12'])
    expect(
      await check(prepareRename, inHeadings('[$07]').replace(/^\[(\d+)\].*$/gmu, '[$1]: https://a.org/$1')),
    ).toEqual(['7:2 “7” as 7'])
    expect(
      await check(
        prepareRename,
        inHeadings('[7]')
          .replace('[7] Plasma', '[7$0]: https://a.org/')
          .replace(/^\[12\].*$/mu, '[12]: https://a.org/12'),
      ),
    ).toEqual(['15:2 “7” as 7'])
  })

  test.each(['### #1 $0Plasma', '### #1 Pla$0sma', '### #1 Plasma$0', '### #$01 Plasma'])(
    'the title of an initiative, without its number (%s)',
    async (heading) => {
      expect(await check(prepareRename, inHeadings('x').replace('### #1 Plasma', heading))).toEqual([
        '3:8 “Plasma” as Plasma',
      ])
    },
  )

  test.each([
    'words$0 [7]',
    '`[$07]`',
    '[$07](https://a.org)',
    'It began in [$02018].',
    'See [$09].',
    'See [7, $09].',
    '[^$07]',
  ])('nothing elsewhere, so that others may (%s)', async (prose) => {
    expect(await check(prepareRename, inHeadings(prose))).toEqual([])
    expect(await check(numberAt, inHeadings(prose))).toEqual([])
    expect(await check(rename, inHeadings(prose), { params: { newName: '12' } })).toEqual([])
  })

  test('no other heading, nothing below one, nothing in a file that is no survey', async () => {
    for (const [heading, at] of [
      ['## Current', '## $0Current'],
      ['#### What', '#### $0What'],
      ['## References', '## Ref$0erences'],
      ['### #1 Plasma', '### #1$0'],
    ] as const) {
      expect(await check(prepareRename, inHeadings('x').replace(heading, at))).toEqual([])
    }
    expect(await check(prepareRename, '# Read me\n\n## Pla$0sma\n\nSee [7].\n')).toEqual([])
  })
})

describe('a number', () => {
  test.each(['\n', '\r\n'])('that is free: it becomes that, everywhere (%j)', async (lineBreak) => {
    expect(
      await renamed(inEmphasis('😀 See [[$07]], [[12]], [[7]](https://a.org) and [words][7].'), '9', lineBreak),
    ).toBe(
      fixture(
        inEmphasis('😀 See [[9]], [[12]], [[9]](https://a.org) and [words][9].').replaceAll('[7]', '[9]'),
        lineBreak,
      ).text,
    )
  })

  test('that is taken: the two swap, and every citation keeps its source', async () => {
    expect(await renamed(inHeadings('漢字 [$07], [12], [7].'), '12')).toBe(
      `${inHeadings('漢字 [12], [7], [12].').split('[7] Plasma')[0]}[7] Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.\n\n[12] Plasma: a primer, J. Poon and V. Buterin, https://www.plasma.io/primer, Date accessed: 2018-06-07.\n`,
    )
  })

  test('is taken with blanks and brackets, and the same one changes nothing', async () => {
    expect(await renamed(inHeadings('[$07]'), ' [9] ')).toBe(inHeadings('[9]').replace('[7] Plasma', '[9] Plasma'))
    expect(await renamed(inHeadings('[$07]'), '7')).toBe(inHeadings('[7]'))
  })

  test.each([
    ['plasma', 'Type a number, such as 13.'],
    ['', 'Type a number, such as 13.'],
    ['1.5', 'Type a number, such as 13.'],
    ['-1', 'Type a number, such as 13.'],
    ['7a', 'Type a number, such as 13.'],
    ['0', 'Numbers begin at 1.'],
    ['[0]', 'Numbers begin at 1.'],
    ['1000000', 'Choose a number up to 999999.'],
    ['9'.repeat(90), 'Choose a number up to 999999.'],
  ])('cannot be “%s”', async (newName, message) => {
    await expect(ask(rename, inHeadings('See [$07].'), { params: { newName } })).rejects.toMatchObject({
      code: -32803,
      message: expect.stringMatching(new RegExp(`^${message.replace(/[.[\]]/gu, '\\$&')}`, 'u')),
    })
  })

  test('cannot be a year that the text has in brackets, nor one that stands for two sources', async () => {
    await expect(ask(rename, inHeadings('[$07] in [2018]'), { params: { newName: '2018' } })).rejects.toThrow(
      '[2018] stands in the text as a year, and would cite this reference.',
    )
    await expect(
      ask(rename, inHeadings('[$07]').replace('[12] Root', '[7] Root'), { params: { newName: '3' } }),
    ).rejects.toThrow('[7] stands for two sources')
  })
})

describe('a title', () => {
  const LINKED = inHeadings(
    'See [Plasma](#1-plasma), [see #1 Plasma](<#1-plasma> "there"), [it](#1-Plasma), Plasma, `[Plasma](#1-plasma)`, [Plasma](https://plasma.io), [Plasmas](#1-plasma) and [p].\n\n[p]: #1-plasma',
  )

  test.each(['\n', '\r\n'])('takes links to its heading along, and the words in them (%j)', async (lineBreak) => {
    expect(await renamed(LINKED.replace('#1 Plasma\n', '#1 Pla$0sma\n'), 'Plasma Cash 😀 漢字', lineBreak)).toBe(
      fixture(
        inHeadings(
          'See [Plasma Cash 😀 漢字](#1-plasma-cash--漢字), [see #1 Plasma Cash 😀 漢字](<#1-plasma-cash--漢字> "there"), [it](#1-plasma-cash--漢字), Plasma, `[Plasma](#1-plasma)`, [Plasma](https://plasma.io), [Plasmas](#1-plasma-cash--漢字) and [p].\n\n[p]: #1-plasma-cash--漢字',
        ).replace('#1 Plasma\n', '#1 Plasma Cash 😀 漢字\n'),
        lineBreak,
      ).text,
    )
  })

  test('of two alike, the anchors of the other one follow too', async () => {
    const text = (title: string, links: string): string =>
      `## Current initiatives\n\n### ${title}\n\n#### Threats\n\n${links}\n\n### Plasma\n\n#### Threats\n\n???\n`
    expect(
      await renamed(text('Pla$0sma', '[a](#plasma), [b](#plasma-1), [c](#threats-1), [d](#nowhere)'), 'Loom'),
    ).toBe(text('Loom', '[a](#loom), [b](#plasma), [c](#threats-1), [d](#nowhere)'))
    expect(await renamed(text('Lo$0om', '[Loom](#loom), [Plasma](#plasma)'), 'Plasma')).toBe(
      text('Plasma', '[Plasma](#plasma), [Plasma](#plasma-1)'),
    )
  })

  test('with brackets stays a link; with a citation, that is not in it', async () => {
    const text = (title: string, link: string): string =>
      `## Current initiatives\n\n### ${title}\n\n#### Threats\n\n${link} and more [7].\n\n## References\n\n[7] One\n`
    expect(await renamed(text('Plas$0ma', '[Plasma](#plasma)'), 'Plasma [new]')).toBe(
      text('Plasma [new]', '[Plasma \\[new\\]](#plasma-new)'),
    )
    expect(await renamed(text('Plas$0ma [7]', '[Plasma](#plasma-7)'), 'Loom [7]')).toBe(
      text('Loom [7]', '[Loom](#loom-7)'),
    )
  })

  test('underlined, and with a comment behind it', async () => {
    expect(
      await renamed(
        'Current initiatives\n===\n\nPla$0sma\n---\n\n### Threats\n\n[Plasma](#plasma)\n\nA\n---\n\n### Threats\n\n???\n',
        'Loom',
      ),
    ).toBe('Current initiatives\n===\n\nLoom\n---\n\n### Threats\n\n[Loom](#loom)\n\nA\n---\n\n### Threats\n\n???\n')
    expect(
      await renamed(inHeadings('x').replace('#1 Plasma', '#1 Pla$0sma <!-- survey-disable-line -->'), 'Loom'),
    ).toBe(inHeadings('x').replace('#1 Plasma', '#1 Loom <!-- survey-disable-line -->'))
  })

  test.each(['<a name="plasma2"></a>#1 Pla$0sma', '#1 Pla$0sma <a id="p"></a>', '<a id="x"></a> #1 Pla$0sma ###'])(
    'leaves an anchor where it is: %s',
    async (heading) => {
      const text = (written: string, anchor: string): string =>
        inHeadings(`See [it](#${anchor}).`).replace('#1 Plasma', written)
      expect(await renamed(text(heading, '1-plasma'), 'Loom')).toBe(text(heading.replace('Pla$0sma', 'Loom'), '1-loom'))
      expect(await renamed(text(heading, 'plasma2'), 'Loom')).toBe(text(heading.replace('Pla$0sma', 'Loom'), 'plasma2'))
    },
  )

  test.each([
    ['', 'An initiative needs a title.'],
    [' \t', 'An initiative needs a title.'],
    ['Two\nlines', 'would not be read as'],
    ['Threats <!-- x -->', 'would not be read as'],
    ['Loom #', 'would not be read as'],
  ])('cannot be %j', async (newName, message) => {
    await expect(
      ask(rename, inHeadings('x').replace('#1 Plasma', '#1 Pla$0sma'), { params: { newName } }),
    ).rejects.toThrow(message)
  })

  test('without a number cannot be that of a section, nor give itself a number', async () => {
    for (const newName of ['Threats', '#2 Loom', '#7']) {
      await expect(
        ask(rename, inEmphasis('x').replace('### Plasma', '### Pla$0sma'), { params: { newName } }),
      ).rejects.toThrow('would not be read as the title of an initiative')
    }
  })
})

test('names the version where the client reads that, and says what it can beforehand', async () => {
  const { answer } = await ask(rename, inHeadings('[$07]'), { params: { newName: '9' } })
  expect(answer).toMatchObject({ documentChanges: [{ textDocument: { version: 7 } }] })
  const { answer: plain } = await ask(rename, inHeadings('[$07]'), { params: { newName: '9' }, capabilities: {} })
  expect(plain).toMatchObject({ changes: { 'file:///work/survey.md': [{ newText: '9' }, { newText: '9' }] } })
  expect(rename.capabilities({})).toEqual({ renameProvider: true })
  expect(rename.capabilities({ textDocument: { rename: { prepareSupport: true } } })).toEqual({
    renameProvider: { prepareProvider: true },
  })
})

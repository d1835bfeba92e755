import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationsOf, openDocument } from '../../server/src/core'
import { escapeMarkdown } from '../../server/src/features/shared/convert'
import { hover } from '../../server/src/features/hover'
import { referenceMarkdown } from '../../server/src/features/shared/referenceMarkdown'
import { check } from '../support/check'
import { revisions } from '../support/corpus'
import { anySurvey } from '../support/dialects'
import { holds } from '../support/property'
import { inEmphasis, inHeadings } from '../support/sample'
import { surveyText } from '../support/surveys'

const PLASMA =
  '**[7]** Plasma: a primer\n\nJ. Poon and V. Buterin  \n<https://www.plasma.io/primer>  \nread 8 years ago (2018-06-07)\n\n'

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
  expect(await check(hover, inEmphasis('See [[$07]], [[7]].'), { lineBreak })).toEqual([
    '7:5 “[[7]]”',
    `${PLASMA}Cited 2 times: Plasma 2.`,
  ])
})

test.each([['[$07] Plasma'], ['$0[7] Plasma'], ['[7]$0 Plasma']])(
  'on the number of an entry: how often it is cited, and where (%s)',
  async (entry) => {
    const text = `Intro [7].\n\n${inHeadings('A [7]. B [7].\n\n### #2\n\nC [7].')}`.replace('[7] Plasma', entry)
    expect(await check(hover, text)).toEqual(['21:1 “[7]”', `${PLASMA}Cited 4 times: Plasma 2, \\#2 1, elsewhere 1.`])
  },
)

test('on the number of a link definition', async () => {
  expect(await check(hover, inEmphasis('x').replace('[12]:', '[$012]:'))).toEqual([
    '19:1 “[[12]]”',
    expect.stringMatching(/^\*\*\[12\]\*\* Rootstock/u),
  ])
})

test('an entry that nobody cites, without anything but words', async () => {
  expect(await check(hover, inHeadings('x').replace(/\[12\].*/u, '[$012] Somebody said so'))).toEqual([
    '17:1 “[12]”',
    '**[12]** Somebody said so\n\nCited nowhere.',
  ])
})

test('a citation without an entry says so', async () => {
  expect(await check(hover, inHeadings('See [$09].'))).toEqual(['7:5 “[9]”', 'The reference list has no entry 9.'])
})

describe('what is written cannot become markup', () => {
  const shown = async (title: string): Promise<string> =>
    (await check(hover, inHeadings('[$07]').replace('Plasma: a primer, J. Poon and V. Buterin', title)))[1]?.split(
      '\n',
    )[0] ?? ''

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
    const text = inHeadings('[$07]')
      .replace('#1 Plasma', '#1 <b>`Plasma`</b>')
      .replace('https://www.plasma.io/primer', 'https:/<script>')
    expect((await check(hover, text))[1]).toBe(
      '**[7]** Plasma: a primer\n\nJ. Poon and V. Buterin  \nhttps:/  \nread 8 years ago (2018-06-07)\n\nCited once: \\<b\\>\\`Plasma\\`\\</b\\>.',
    )
  })
})

test.each([
  ['2026-11-22', 'read today'],
  ['2026-11-21', 'read yesterday'],
  ['2026-11-09', 'read 13 days ago'],
  ['2026-11-08', 'read 2 weeks ago'],
  ['2026-10-23', 'read 4 weeks ago'],
  ['2026-10-22', 'read a month ago'],
  ['2026-08-31', 'read 2 months ago'],
  ['2026-08-22', 'read 3 months ago'],
  ['2025-11-23', 'read 11 months ago'],
  ['2025-11-22', 'read a year ago'],
  ['2024-11-23', 'read a year ago'],
  ['2024-11-22', 'read 2 years ago'],
  ['1999-12-31', 'read 26 years ago'],
])('tells how long ago a source was read (%s: %s)', async (day, words) => {
  expect((await check(hover, inHeadings('[$07]').replace('2018-06-07', day)))[1]).toContain(`\n${words} (${day})\n`)
})

test.each([
  ['2027-01-01', 'accessed 2027-01-01'],
  ['2018-06-??', 'accessed 2018-06-??'],
])('of %s tells the date alone', async (day, words) => {
  expect((await check(hover, inHeadings('[$07]').replace('2018-06-07', day)))[1]).toMatch(
    new RegExp(`\n${words.replaceAll('?', String.raw`\?`)}\n`, 'u'),
  )
})

describe('where a source is cited', () => {
  const shown = async (prose: string, intro = ''): Promise<string | undefined> =>
    (await check(hover, `${intro}${inHeadings(prose)}`))[1]?.split('\n').at(-1)

  test('initiatives in text order, the rest of the survey last', async () => {
    expect(
      await shown('[$07], [7]\n\n### #2 TrueBit\n\n[7] and [[7]]\n\n### #3 Plasma\n\n[7]', 'Intro [7], [7]\n\n'),
    ).toBe('Cited 7 times: Plasma 2, TrueBit 2, Plasma 1, elsewhere 2.')
  })

  test('in one pair of brackets with others, and inside a range', async () => {
    expect(await shown('[12, $07], [7-7], [7; 99], [6, 7]')).toBe('Cited 2 times: Plasma 2.')
    expect(await shown('[$07]', '[7]–[12], [5]-[9], [7, 12]\n\n')).toBe('Cited 4 times: Plasma 1, elsewhere 3.')
  })

  test('outside the initiatives alone', async () => {
    expect(await shown('x', 'Intro [$07]\n\n')).toBe('Cited once: outside the initiatives.')
    expect(await shown('x', 'Intro [$07], [7]\n\n')).toBe('Cited 2 times: outside the initiatives 2.')
  })

  test('what follows the last initiative is elsewhere', async () => {
    expect(
      (await check(hover, inHeadings('[$07]').replace('## References', 'Observations [7]\n---\n\n## References')))[1],
    ).toMatch(/Cited 2 times: Plasma 1, elsewhere 1\.$/u)
  })

  const counted = (text: string): void => {
    const document = openDocument(text)
    const { survey } = document
    const file = { uri: 'file:///a.md', version: 1, document, survey }
    const listed = new Set(survey.references.map(({ number }) => number))
    const cited = [
      ...survey.citations.flatMap(({ number, span, opensRange }, i) =>
        opensRange
          ? Array.from({ length: (survey.citations[i + 1]?.number ?? 0) - number }, (_, k) => ({
              number: number + k,
              span,
            }))
          : [{ number, span }],
      ),
      ...survey.groups
        .filter(({ numbers }) => numbers.every((number) => listed.has(number)))
        .flatMap(({ numbers, span }) => numbers.map((number) => ({ number, span }))),
    ]
    for (const reference of survey.references) {
      const names = cited
        .filter(({ number }) => number === reference.number)
        .map(({ span }) => {
          const at = survey.initiatives.findIndex((each) => each.span.from <= span.from && span.from < each.span.to)
          return at < 0 ? Infinity : at
        })
      const counts = [...new Set(names)].sort((a, b) => a - b).map((at) => names.filter((each) => each === at).length)
      const last =
        referenceMarkdown(file, reference, citationsOf(survey, reference.number), '2026-11-22').split('\n\n').at(-1) ??
        ''
      if (names.length === 0) expect(last).toBe('Cited nowhere.')
      else if (names.length === 1) expect(last.startsWith('Cited once: ')).toBe(true)
      else {
        expect(last.startsWith(`Cited ${names.length} times: `)).toBe(true)
        // Titles may have commas and numbers in them.
        const words = names.includes(Infinity)
          ? [...new Set(names)].length > 1
            ? 'elsewhere'
            : 'outside the initiatives'
          : undefined
        const titles = [...new Set(names)]
          .sort((a, b) => a - b)
          .map((at) =>
            at === Infinity
              ? words
              : escapeMarkdown(survey.initiatives[at]?.title || `#${survey.initiatives[at]?.number ?? '?'}`),
          )
        expect(last).toBe(
          `Cited ${names.length} times: ${titles.map((title, i) => `${title} ${counts[i]}`).join(', ')}.`,
        )
      }
    }
  }

  test('is what counting one by one comes to', () => {
    holds(300, fc.property(fc.oneof(anySurvey, surveyText), counted))
  })

  const history = revisions()

  test.skipIf(history.length === 0)('also in a real survey', () => {
    for (const { text } of history.slice(-3)) counted(text)
  })
})

test('only addresses of the web can be clicked; that of a link definition stands in for a missing one', async () => {
  const shown = async (entry: string, definition = ''): Promise<string | undefined> =>
    (await check(hover, inHeadings('[$07]').replace(/^\[7\].*$/mu, `[7] ${entry}${definition}`)))[1]
  expect(await shown('Title, command:evil, Date accessed: 2018-06-07.')).not.toMatch(/<command|\]\(/u)
  expect(await shown('Title, javascript:alert(1), Date accessed: 2018-06-07.')).not.toMatch(/<javascript|\]\(/u)
  expect(await shown('Title, HTTPS://a.org/x, Date accessed: 2018-06-07.')).toContain('\n<HTTPS://a.org/x>')
  expect(await shown('Title', '\n\n[7]: https://a.org/y')).toContain('\n<https://a.org/y>')
  expect(await shown('Title, - 1. x, https://a.org, Date accessed: 2018-06-07.')).not.toMatch(/^(?:-|\d+\.) /mu)
})

describe('silent', () => {
  test.each(
    [
      'See $0 [7].',
      'See [7] $0.',
      '`[$07]`',
      '```\n[$07]\n```',
      '    [$07]',
      '<!-- [$07] -->',
      '[$07](https://a.org)',
      '![$07](a.png)',
      '- [$0 ] x',
      '- [$0x] y',
      '[^$01]',
      '\\[$07]',
      '$a[$07]$',
      'a[$07]',
      // A year.
      'It began in [$02018].',
    ].map((prose) => [prose]),
  )('%s', async (prose) => {
    expect(await check(hover, inHeadings(prose))).toEqual([])
  })

  test('on the words of an entry, and in a file that is no survey', async () => {
    expect(await check(hover, inHeadings('x').replace('Rootstock', 'Root$0stock'))).toEqual([])
    expect(await check(hover, '# Read me\n\nSee [$07].\n\n[7] One\n')).toEqual([])
  })
})

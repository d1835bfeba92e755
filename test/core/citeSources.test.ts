import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  citeSources,
  isRefusal,
  normalAddress,
  openDocument,
  suggestSources,
  type Source,
} from '../../server/src/core'
import { anySurvey } from '../support/dialects'
import { fixture } from '../support/fixture'
import { share } from '../support/edits'
import { holds } from '../support/property'
import { surveyText } from '../support/surveys'

const PAPER: Source = {
  title: 'The Bitcoin Lightning Network',
  authors: 'J. Poon and T. Dryja',
  url: 'https://lightning.network/paper.pdf',
}
const TODAY = '2026-11-22'

const head = '---\nsurvey: true\n---\n## Current initiatives\n\n### #1 Plasma\n\n#### Strengths\n\n'

function cited(source: string, sources: readonly Source[] = [PAPER], lineBreak = '\n'): string {
  const { text, cursor = 0 } = fixture(head + source, lineBreak)
  const outcome = citeSources(openDocument(text), cursor, sources, TODAY)
  return isRefusal(outcome)
    ? outcome.refused
    : applyEdits(text, outcome.edits).slice(head.replaceAll('\n', lineBreak).length)
}

describe('the entry is written as the file writes its own', () => {
  test.each<[manner: string, before: string, after: string]>([
    [
      'plain',
      'Fast [1].$0\n\n## References\n\n[1] One, https://a.org, Date accessed: 2018-06-07.\n',
      'Fast [1]. [2]\n\n## References\n\n[1] One, https://a.org, Date accessed: 2018-06-07.\n\n[2] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'without blank lines, no end of line',
      'Fast [$0]\n\n## References\n[1] One, https://a.org, Date accessed: 2018-06-07.\n[2] Two, https://b.org, Date accessed: 2018-06-07.',
      'Fast [3]\n\n## References\n[1] One, https://a.org, Date accessed: 2018-06-07.\n[2] Two, https://b.org, Date accessed: 2018-06-07.\n[3] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.',
    ],
    [
      'IEEE, double brackets, definitions with titles, entities in dates',
      'Fast [[1]] ([[1]], [[$0\n\n## References\n\n[[1]] A. B, "One" [online]. Available: <https://a.org>. Date accessed: 2018&#8209;06&#8209;07.\n\n[1]: https://a.org "One"\n',
      'Fast [[1]] ([[1]], [[2]]\n\n## References\n\n[[1]] A. B, "One" [online]. Available: <https://a.org>. Date accessed: 2018&#8209;06&#8209;07.\n\n[1]: https://a.org "One"\n\n[[2]] J. Poon and T. Dryja, "The Bitcoin Lightning Network" [online]. Available: <https://lightning.network/paper.pdf>. Date accessed: 2026&#8209;11&#8209;22.\n\n[2]: https://lightning.network/paper.pdf "The Bitcoin Lightning Network"\n',
    ],
    [
      'an ordered list',
      'Fast$0 [1].\n\n## References\n\n1. One, https://a.org, Date accessed: 2018-06-07.\n2. Two, https://b.org, Date accessed: 2018-06-07.\n\n## Annex\n',
      'Fast [3] [1].\n\n## References\n\n1. One, https://a.org, Date accessed: 2018-06-07.\n2. Two, https://b.org, Date accessed: 2018-06-07.\n3. The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n\n## Annex\n',
    ],
    [
      'a list that is still to be written',
      'Fast $0\n\n## References\n\n???\n',
      'Fast [1]\n\n## References\n\n[1] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'no list',
      'Fast $0',
      'Fast [1]\n\n## References\n\n[1] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'an empty line',
      '$0\n\n## References\n\n[1] One, https://a.org\n',
      '[2]\n\n## References\n\n[1] One, https://a.org\n\n[2] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'inside a citation, behind it',
      '😀漢字 [[1$0]] b\n\n## References\n\n[[1]] One, https://a.org\n',
      '😀漢字 [[1]], [[2]] b\n\n## References\n\n[[1]] One, https://a.org\n\n[[2]] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'at the end of emphasis',
      'It is _fast$0_ [1].\n\n## References\n\n[1] One, https://a.org\n',
      'It is _fast [2]_ [1].\n\n## References\n\n[1] One, https://a.org\n\n[2] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
    [
      'a number that is cited but not listed yet is kept free',
      'A [2] b $0\n\n## References\n\n[1] One, https://a.org\n',
      'A [2] b [3]\n\n## References\n\n[1] One, https://a.org\n\n[3] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n',
    ],
  ])('%s', (_, before, after) => {
    expect(cited(before)).toBe(after)
    expect(cited(before, [PAPER], '\r\n').replaceAll('\r\n', '\n')).toBe(cited(before))
    expect(cited(before, [PAPER], '\r\n')).not.toMatch(/(?<!\r)\n/u)
  })
})

describe('a definition has the quotes that most have', () => {
  const defined = (quotes: readonly string[], title: string): string | undefined => {
    const list = quotes
      .map((quote, i) => `[${i + 1}] One, https://a.org/${i}\n\n[${i + 1}]: https://a.org/${i} ${quote}One${quote}\n\n`)
      .join('')
    return /^\[\d\]: https:\/\/new\.org (.*)$/mu.exec(
      cited(`See $0\n\n## References\n\n${list}`, [{ title, url: 'https://new.org' }]),
    )?.[1]
  }
  test.each<[quotes: readonly string[], title: string, written: string]>([
    [['"'], 'New', '"New"'],
    [["'"], 'New', "'New'"],
    [['"', "'", '"'], 'New', '"New"'],
    [['"', "'", "'"], 'New', "'New'"],
    [['"', "'"], 'New', "'New'"],
    [['"'], "Bob's", '"Bob\'s"'],
    [["'"], "Bob's", '"Bob\'s"'],
    [['"'], 'A "b"', '\'A "b"\''],
    [['"'], 'Bob\'s "b"', '"Bob\'s \\"b\\""'],
  ])('%j: %s', (quotes, title, written) => {
    expect(defined(quotes, title)).toBe(written)
  })

  test('where definitions are all the list that there is', () => {
    expect(cited('See [1]. $0\n\n[1]: https://a.org "One"\n')).toContain(
      '\n[2]: https://lightning.network/paper.pdf "The Bitcoin Lightning Network"',
    )
  })
})

test.each(['Fast 😀', 'Fast 👍🏽', 'Fast 👩‍💻', 'Fast ❤️', 'Fast 🇨🇭', 'Fast ⚡', 'Fast™', 'Fast'])(
  'a blank keeps a citation apart from “%s”',
  (words) => {
    expect(cited(`${words}$0\n\n## References\n\n[1] One, https://a.org\n`, [{ url: 'https://a.org' }])).toContain(
      `${words} [1]\n`,
    )
  },
)

test('half a character is none: the citation stands behind the whole of it', () => {
  expect(
    cited('Fast \ud83d$0\ude00 now\n\n## References\n\n[1] One, https://a.org\n', [{ url: 'https://a.org' }]),
  ).toContain('Fast 😀 [1] now')
})

test.each(['Fast ', '速い', '(', '“', '— '])('none is put behind “%s”', (words) => {
  expect(cited(`${words}$0\n\n## References\n\n[1] One, https://a.org\n`, [{ url: 'https://a.org' }])).toContain(
    `${words}[1]\n`,
  )
})

describe('a source that is listed is cited by its number', () => {
  const list =
    '\n\n## References\n\n[1] One, https://www.a.org/x/?utm_source=mail, Date accessed: 2018-06-07.\n\n[2] Two, https://arxiv.org/pdf/1601.12345v2.pdf, Date accessed: 2018-06-07.\n\n[3] Three, doi:10.1000/XYZ.\n\n[4] A Book, no address.\n\n[5] Five (10.1000/xyz.2, reprinted as DOI 10.2000/b(1)), https://e.org. See also 10.1000/xyz.\n'
  test.each<[source: Source, number: number]>([
    [{ url: 'http://a.org/x?fbclid=1' }, 1],
    [{ url: 'https://a.org/x/' }, 1],
    [{ url: 'https://arxiv.org/abs/1601.12345' }, 2],
    [{ url: 'https://doi.org/10.48550/arXiv.1601.12345', doi: '10.48550/arxiv.1601.12345' }, 2],
    [{ url: 'https://publisher.org/paper', doi: '10.1000/xyz' }, 3],
    [{ url: 'https://b.org', doi: '10.1000/xyz.2' }, 5],
    [{ url: 'https://b.org', doi: '10.2000/b(1)' }, 5],
    [{ title: 'A book, no address' }, 4],
  ])('%j', (source, number) => {
    expect(cited(`See $0${list}`, [source])).toBe(`See [${number}]${list}`)
  })

  test.each<Source>([
    { url: 'https://a.org/y' },
    { url: 'https://b.org', doi: '10.1000/xy' },
    { url: 'https://b.org', doi: '10.1000/xyz1' },
    { url: 'https://b.org', doi: '10.1000/xyz.2/3' },
    { title: 'Another book' },
  ])('not %j', (source) => {
    expect(cited(`See $0${list}`, [source])).toContain('See [6]\n')
  })

  test('several at once, each of them once', () => {
    expect(
      cited(`See $0${list}`, [PAPER, { url: 'https://a.org/x' }, PAPER, { url: 'https://new.org', title: 'New' }]),
    ).toBe(
      `See [6], [1], [7]${list}\n[6] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n\n[7] New, https://new.org, Date accessed: 2026-11-22.\n`,
    )
  })
})

describe('refused, with a word about it', () => {
  const list = '\n\n## References\n\n[1] One, https://a.org\n'
  test.each([
    '`co$0de`',
    '```\n$0\n```',
    '$0```\ncode\n```',
    'Fast.\n\n$0<div>\nhtml\n</div>',
    '<!-- a $0 -->',
    '$x$0$',
    '[te$0xt](https://a.org)',
    '<https://a.o$0rg>',
    '![a$0](b.png)',
    '    code$0',
    '<div>\nx $0\n</div>',
    'wo$0rd',
    'wörd$0ë',
    '#$0#### Title',
    '#### $0Title',
    '```\nhalf-typed $0',
    '_Threats_\n$0\n\nMany.',
    'Slow.\n$0\n_Threats_\n\nMany.',
    'Slow.\n$0\nWhat next?\n---\n\nMore.',
  ])('%s', (prose) => {
    expect(cited(prose + list)).toMatch(/^(?:Put the cursor|Leave a blank line)/u)
  })

  test('in the reference list and in front matter', () => {
    for (const place of ['\n\n## References\n\n[1] One$0, https://a.org\n', '\n\n## References\n\n$0\n'])
      expect(cited(place)).toMatch(/this is the reference list/u)
    const text = `${head}x${list}`
    for (const offset of [5, -1, text.length + 1, NaN])
      expect(isRefusal(citeSources(openDocument(text), offset, [PAPER], TODAY))).toBe(true)
  })

  test.each<[text: string, selected: string]>([
    ['# Current initiatives\n\n## Plasma\n\n### Who does it?\n\n???\n', 'Current'],
    ['## Plasma\n\n_Strengths_\n\nFast.\n', 'Strengths'],
    ['Current initiatives\n===\n\nText.\n', 'Current'],
  ])('words of a heading, or of a label that is none: %j', (text, selected) => {
    const from = text.indexOf(selected)
    expect(
      citeSources(
        openDocument(head + text),
        { from: head.length + from, to: head.length + from + selected.length },
        [PAPER],
        TODAY,
      ),
    ).toMatchObject({ refused: expect.stringMatching(/words of the heading/u) as string })
  })

  test('nothing to cite', () => {
    expect(cited(`x $0${list}`, [])).toBe('There is no source to cite in this text.')
  })
})

test('what Markdown would take for marks is escaped, and stays on one line', () => {
  const source = { title: 'A\n "quoted" *title* [1] with `code` and <b>', url: 'https://a.org/x y<z>' }
  expect(cited('See $0', [source])).toContain(
    '[1] A "quoted" \\*title\\* \\[1\\] with \\`code\\` and \\<b>, https://a.org/x%20y%3Cz%3E, Date accessed: 2026-11-22.',
  )
})

const anySource = fc.constantFrom<Source>(
  PAPER,
  { url: 'https://new.example/paper', title: 'A [1] paper, on "things" 😀 漢字', authors: 'A. Author' },
  { title: 'Without an address' },
  { url: 'https://a.org/1' },
  { url: 'https://plasma.io/primer/' },
)

test('in any whole survey the source is cited, found in the list, cited again by its number, and everything else is as it was', () => {
  holds(
    300,
    fc.property(surveyText, share, anySource, (text, part, source) => {
      const before = openDocument(text)
      const outcome = citeSources(before, Math.floor(part * text.length), [source], TODAY)
      if (isRefusal(outcome)) return
      const [number = 0] = outcome.numbers
      const after = openDocument(applyEdits(text, outcome.edits))
      expect(after.survey.citations.length).toBe(before.survey.citations.length + 1)
      expect(after.survey.citations.filter((citation) => citation.number === number).length).toBeGreaterThan(0)
      expect(
        after.survey.references.map((reference) => reference.title?.text).slice(0, before.survey.references.length),
      ).toEqual(before.survey.references.map(({ title }) => title?.text))
      const written = after.survey.references.find((reference) => reference.number === number)
      expect(after.survey.references.length).toBe(before.survey.references.length + outcome.references.length)
      if (source.url) expect(written?.source).toBe(normalAddress(source.url))
      expect(after.survey.initiatives.map(({ normal, sections }) => [normal, sections.length])).toEqual(
        before.survey.initiatives.map(({ normal, sections }) => [normal, sections.length]),
      )
      const again = citeSources(after, after.survey.citations[0]?.span.from ?? 0, [source], TODAY)
      if (!isRefusal(again)) expect([again.numbers, again.references]).toEqual([[number], []])
    }),
  )
})

test('in any file whatever is inserted or refused, no edit touches another', () => {
  holds(
    300,
    fc.property(anySurvey, share, fc.array(anySource, { maxLength: 3 }), (text, part, sources) => {
      const outcome = citeSources(openDocument(text), Math.floor(part * text.length), sources, TODAY)
      if (isRefusal(outcome)) return
      const spans = outcome.edits.map(({ span }) => span).sort((a, b) => a.from - b.from)
      expect(spans.every(({ from }, i) => i === 0 || from >= (spans[i - 1]?.to ?? 0))).toBe(true)
    }),
  )
})

test('in the place of what is selected, in any whole survey: nothing outside of it and its citations changes but the list', () => {
  holds(
    400,
    fc.property(
      surveyText,
      share,
      share.map((part) => part / 20),
      anySource,
      (text, part, width, source) => {
        const before = openDocument(text)
        const from = Math.floor(part * text.length)
        const outcome = citeSources(
          before,
          { from, to: Math.min(text.length, from + Math.floor(width * text.length)) },
          [source, source],
          TODAY,
        )
        if (isRefusal(outcome)) return
        const spans = outcome.edits.map(({ span }) => span).sort((a, b) => a.from - b.from)
        expect(spans.every((span, i) => i === 0 || span.from >= (spans[i - 1]?.to ?? 0))).toBe(true)
        const after = openDocument(applyEdits(text, outcome.edits))
        const gone = before.survey.citations.filter(
          ({ span }) => outcome.citation.span.from <= span.from && span.to <= outcome.citation.span.to,
        ).length
        // A number of a group is no citation by itself.
        const added = outcome.citation.insert.includes('[') ? 1 : 0
        expect(after.survey.citations.length).toBe(before.survey.citations.length - gone + added)
        expect(after.survey.initiatives.map(({ sections }) => sections.length)).toEqual(
          before.survey.initiatives.map(({ sections }) => sections.length),
        )
      },
    ),
  )
})

describe('sources from elsewhere are offered where a citation is typed', () => {
  const list = '\n\n## References\n\n[1] One, https://a.org/x, Date accessed: 2018-06-07.\n'
  const suggest = (prose: string, sources: readonly Source[]) => {
    const { text, cursor = 0 } = fixture(head + prose + list)
    const asked: string[] = []
    const suggestions = suggestSources(
      openDocument(text),
      cursor,
      (typed) => {
        asked.push(typed)
        return sources.map((source) => ({ source, from: 'sources.bib' }))
      },
      TODAY,
    )
    return {
      asked,
      texts: suggestions?.items.map(({ insert, edits }) =>
        applyEdits(text, [{ span: suggestions.replace, insert }, ...edits]).slice(head.length),
      ),
    }
  }

  test('each with its reference, those that are listed by their numbers', () => {
    expect(suggest('See [light$0]', [{ url: 'http://www.a.org/x' }, PAPER, { title: 'Two' }])).toEqual({
      asked: ['light'],
      texts: [
        `See [2]${list}\n[2] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, Date accessed: 2026-11-22.\n`,
        `See [2]${list}\n[2] Two, ???, Date accessed: 2026-11-22.\n`,
      ],
    })
  })

  test.each(['`[$0`', 'plain $0', '[7$0', '[^$0'])('not for %s', (prose) => {
    expect(suggest(prose, [PAPER])).toEqual({ asked: [], texts: undefined })
  })

  test('where the file lists nothing itself, too', () => {
    const { text, cursor = 0 } = fixture(`${head}See [$0`)
    expect(
      suggestSources(openDocument(text), cursor, () => [{ source: PAPER, from: 'x' }], TODAY)?.items[0]?.insert,
    ).toBe('[1]')
  })
})

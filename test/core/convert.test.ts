import { describe, expect, test } from 'vitest'
import { applyEdits, lint, openDocument } from '../../server/src/core'
import { convert, convertPasted, wayBack } from '../../server/src/core/operations/convert'
import type { Choices, Plan } from '../../server/src/core/operations/operation'
import { isRefusal } from '../../server/src/core/refusal'
import { seed as readSeed } from '../support/corpus'
import { inEmphasis, inHeadings } from '../support/sample'

const seedText = readSeed()

function planned(text: string, choices: Choices): Plan {
  const outcome = convert.plan(openDocument(text), choices)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}

const converted = (text: string, choices: Choices): string => applyEdits(text, planned(text, choices).edits)

const refusal = (text: string, choices: Choices): string => {
  const outcome = convert.plan(openDocument(text), choices)
  return isRefusal(outcome) ? outcome.refused : ''
}

/** A list of references in a survey, in lines from 5 on. */
const listing = (...entries: readonly string[]): string =>
  `---\nsurvey: true\n---\n## References\n\n${entries.join('\n\n')}\n`

const entriesOf = (text: string): readonly string[] =>
  text
    .slice(listing('').length - 1)
    .trimEnd()
    .split('\n\n')

describe('a whole survey', () => {
  const seed = inHeadings('Fast [7], cheap ([12], [7]).')
  const published = inEmphasis('Fast [[7]], cheap ([[12]], [[7]]).')

  test('from the way of the seed to the published one', () => {
    expect(converted(seed, { to: 'published' })).toBe(`## Current initiatives

### #1 Plasma

_What is it?_

Fast [[7]], cheap ([[12]], [[7]]).

_Threats_

???

## References

[[7]] J. Poon and V. Buterin, "Plasma: a primer" [online]. Available: <https://www.plasma.io/primer>. Date accessed: 2018&#8209;06&#8209;07.

[7]: https://www.plasma.io/primer 'Plasma: a primer'

[[12]] "Rootstock" [online]. Available: <https://rsk.co/about>. Date accessed: 2018&#8209;06&#8209;08.

[12]: https://rsk.co/about 'Rootstock'
`)
  })

  test.each([
    ['seed', seed, 'published'],
    ['published', published, 'seed'],
  ])('%s: there and back, in every kind of file', (own, text, other) => {
    for (const made of [
      text,
      text.replaceAll('\n', '\r\n'),
      `\ufeff${text}`,
      text.trimEnd(),
      text.replaceAll('Plasma', 'プラズマ 😀'),
    ]) {
      const there = converted(made, { to: other })
      expect(there).not.toBe(made)
      expect(planned(made, { to: other }).losses).toEqual([])
      expect(converted(there, { to: own })).toBe(made)
      expect(converted(there, wayBack(openDocument(made), { to: other }))).toBe(made)
    }
  })

  test.each([
    ['stars', published.replace(/^_(.*)_$/gmu, '*$1*'), { mark: '*' }],
    ['addresses without brackets', published.replace(/<(http.*)>/gu, '$1'), { addresses: 'bare' }],
    [
      'titles on lines of their own',
      published.replace(/^(\[\d+\]: \S+) '(.*)'$/gmu, '$1\n"$2"'),
      { definitions: 'below' },
    ],
    [
      'titles in double quotation marks',
      published.replace(/^(\[\d+\]: \S+) '(.*)'$/gmu, '$1 "$2"'),
      { definitions: 'quoted' },
    ],
    ['hyphens in dates', published.replaceAll('&#8209;', '-'), { dates: 'hyphen' }],
    ['labels with a depth of their own', seed.replace(/^####/gmu, '######'), { level: '6' }],
    [
      'several',
      published
        .replace(/^_(.*)_$/gmu, '**$1**')
        .replace(/<(http.*)>/gu, '$1')
        .replaceAll('&#8209;', '\u2011'),
      { dates: 'character', mark: '**', addresses: 'bare' },
    ],
  ])('%s: how to come back is told before', (_, text, apart) => {
    const [to, other] = text.includes('###### ') ? ['published', 'seed'] : ['seed', 'published']
    const { edits, losses, notes, wayBack = {} } = planned(text, { to })
    expect([losses, notes, wayBack]).toEqual([[], [], { to: other, ...apart }])
    const there = applyEdits(text, edits)
    expect(converted(there, { to: other })).not.toBe(text)
    expect(converted(there, wayBack)).toBe(text)
  })

  test('what was kept is told to be kept on the way back', () => {
    const text = seed.replace(/\[(\d+)\]/gu, '[[$1]]')
    const { edits, wayBack = {} } = planned(text, { to: 'seed', labels: 'keep' })
    expect(wayBack).toEqual({
      to: 'published',
      references: 'plain',
      definitions: 'without',
      labels: 'keep',
      dates: 'hyphen',
    })
    expect(converted(applyEdits(text, edits), wayBack)).toBe(text)
    expect(planned(seed, { labels: 'emphasis', mark: '*' })).not.toHaveProperty('wayBack')
    expect(planned(seed, { to: 'published' })).not.toHaveProperty('wayBack')
  })

  test('nothing but what is chosen', () => {
    expect(converted(seed, { citations: 'double' })).toBe(seed.replace(/\[(\d+)\]/gu, '[[$1]]'))
    expect(converted(seed, { dates: 'entity' })).toBe(seed.replace(/(\d{4})-(\d\d)-/gu, '$1&#8209;$2&#8209;'))
    expect(converted(seed, { labels: 'emphasis', mark: '**' })).toBe(seed.replace(/^#{4} (.*)$/gmu, '**$1**'))
    expect(converted(published, { definitions: 'without' })).toBe(published.replace(/\n\n\[\d+\]: .*/gu, ''))
    expect(
      converted(seed, { to: 'published', labels: 'keep', citations: 'keep', references: 'keep', definitions: 'keep' }),
    ).toBe(converted(seed, { dates: 'entity' }))
  })

  test('a preview says what becomes of what', () => {
    expect(
      planned(seed, { to: 'published' }).changes.map(({ subject, before, after }) => [subject, before, after]),
    ).toEqual([
      ['Labels (2)', '#### What is it?', '_What is it?_'],
      ['Citations (5)', '[7]', '[[7]]'],
      ['Plasma: a primer', '[7] plain', '[7] ieee'],
      ['Dates (2)', '2018-06-07', '2018&#8209;06&#8209;07'],
      ['Link definitions (2)', '', "[7]: https://www.plasma.io/primer 'Plasma: a primer'"],
      ['Rootstock', '[12] plain', '[12] ieee'],
    ])
  })

  test.skipIf(seedText === undefined)('the seed itself', () => {
    const text = seedText ?? ''
    const there = converted(text, { to: 'published' })
    expect(there).toContain('\n_Who does it?_\n')
    expect(openDocument(there).survey.initiatives.map(({ sections }) => sections.length)).toEqual([6, 6, 6, 6, 5])
    expect(converted(there, { to: 'seed' })).toBe(text)
  })
})

describe('entries', () => {
  test('line breaks stay where the other style has a place for them', () => {
    const text = listing(
      '[[1]] J. Poon and V. Buterin, "Plasma:\na primer" [online]. Available:\n<https://plasma.io>.\nDate\naccessed: 2018-06-07.',
    )
    const there = converted(text, { references: 'plain' })
    expect(entriesOf(there)).toEqual([
      '[[1]] Plasma:\na primer, J. Poon and V. Buterin,\nhttps://plasma.io,\nDate\naccessed: 2018-06-07.',
    ])
    expect(converted(there, { references: 'ieee' })).toBe(text)
  })

  test('a question is followed by a full stop in the brackets', () => {
    const text = listing('[1] What is Plasma?, https://plasma.io, Date accessed: 2018-06-07.')
    expect(entriesOf(converted(text, { references: 'ieee' }))).toEqual([
      '[1] "What is Plasma?" [Online.] Available: <https://plasma.io>. Date accessed: 2018-06-07.',
    ])
    expect(converted(converted(text, { references: 'ieee' }), { references: 'plain' })).toBe(text)
  })

  test('addresses without angle brackets, and sources without a date', () => {
    const text = listing(
      '[1] "One" [online]. Available: https://a.org/1. Date accessed: 2018-06-07.',
      '[2] "Two" [online]. Available: https://a.org/2.',
    )
    const there = converted(text, { references: 'plain' })
    expect(entriesOf(there)).toEqual([
      '[1] One, https://a.org/1, Date accessed: 2018-06-07.',
      '[2] Two, https://a.org/2',
    ])
    expect(converted(there, wayBack(openDocument(text), { references: 'plain' }))).toBe(text)
  })

  test.each([
    ['[1] , , Date accessed: 2018-06-??.', 'no title'],
    [
      '[1] Plasma, https://a.org & https://b.org, Date accessed: 2018-06-07.',
      'more than title, authors, address and date',
    ],
    [
      '[1] Plasma, The MIT Press, 2017. https://a.org, Date accessed: 2018-06-07 in Paris.',
      'more than title, authors, address and date',
    ],
    ['[1] Plasma ,https://a.org, Date accessed: 2018-06-07.', 'converting back would not restore “Plasma ,”'],
    [
      '[1] Plasma, https://a.org , Date accessed: 2018-06-07.',
      'converting back would not restore blanks and punctuation',
    ],
    ['[1] Plasma, a book', 'no address'],
    [
      '[1] A survey, Joseph Poon and Thaddeus Dryja, https://a.org, Date accessed: 2018-06-07.',
      'the end of the title may be its authors',
    ],
    [
      '[1] A survey, Zoë Poon,\nJosé María Núñez & Thaddeus O’Dryja, https://a.org, Date accessed: 2018-06-07.',
      'the end of the title may be its authors',
    ],
  ])('%s is left as it is', (entry, reason) => {
    const { edits, losses } = planned(listing(entry), { references: 'ieee' })
    expect([edits, losses]).toEqual([[], [`[1] is left as it is: ${reason}.`]])
  })

  test.each([
    [
      '[1] OmiseGO Team, "Plasma" [online]. Available: <https://a.org>. Date accessed: 2018-06-07.',
      'the title could not be told from the rest afterwards',
    ],
    [
      '[1] "Plasma", in _Proceedings_ [online]. Available: <https://a.org>. Date accessed: 2018-06-07.',
      'more than title, authors, address and date',
    ],
    [
      '[1] "Plasma" (online). Available: <https://a.org>. Date accessed: 2018-06-07.',
      'converting back would not restore “(online).”',
    ],
    [
      '[1] "Plasma" [online].\nAvailable: <https://a.org>. Date accessed: 2018-06-07.',
      'converting back would not restore where lines break',
    ],
    [
      '[1] "Plasma" [online]. Available at: <https://a.org>. Date accessed: 2018-06-07.',
      'converting back would not restore “Available at:”',
    ],
  ])('%s is left as it is, too', (entry, reason) => {
    const { edits, losses } = planned(listing(entry), { references: 'plain' })
    expect([edits, losses]).toEqual([[], [`[1] is left as it is: ${reason}.`]])
  })

  test.each([
    'Paris, London and Rome',
    'Scaling, Plasma and more',
    'Joseph Poon and Thaddeus Dryja',
    'Plasma, a survey of Lightning Network and Plasma Cash',
  ])('a title such as “%s” is one', (title) => {
    const text = listing(`[1] ${title}, https://a.org, Date accessed: 2018-06-07.`)
    expect(entriesOf(converted(text, { references: 'ieee' }))).toEqual([
      `[1] "${title}" [online]. Available: <https://a.org>. Date accessed: 2018-06-07.`,
    ])
    expect(converted(converted(text, { references: 'ieee' }), { references: 'plain' })).toBe(text)
  })

  test('of a title that may end in authors, the quotation marks stay', () => {
    const text = listing(
      '[1] "A survey, Joseph Poon and Thaddeus Dryja" [online]. Available: <https://a.org>. Date accessed: 2018-06-07.',
    )
    expect(planned(text, { references: 'plain' })).toMatchObject({
      edits: [],
      losses: ['[1] is left as it is: the end of the title may be its authors.'],
    })
  })

  test('what only the wording stands against is converted if that is asked for', () => {
    const text = listing(
      '[1] "One" (online). Available at:\nhttps://a.org/1. Date accessed: 2018-06-07.',
      '[2] "Two", in _Proceedings_ [online]. Available: <https://a.org>.',
    )
    const { edits, losses } = planned(text, { references: 'plain', inexact: 'convert' })
    expect(entriesOf(applyEdits(text, edits))).toEqual([
      '[1] One,\nhttps://a.org/1, Date accessed: 2018-06-07.',
      '[2] "Two", in _Proceedings_ [online]. Available: <https://a.org>.',
    ])
    expect(losses).toEqual([
      '[1]: converting back will not restore “(online). Available at:”.',
      '[2] is left as it is: more than title, authors, address and date.',
    ])
  })
})

describe('dates', () => {
  const text = listing('[1] One, https://a.org/1, Date accessed: 2018-06-07.')

  test.each([
    ['entity', '2018&#8209;06&#8209;07'],
    ['character', '2018\u201106\u201107'],
    ['words', '07 June 2018'],
  ])('%s and back', (dates, written) => {
    const there = converted(text, { dates })
    expect(there).toBe(text.replace('2018-06-07', written))
    expect(converted(there, { dates: 'hyphen' })).toBe(text)
  })

  test.each([
    ['7 June 2018', '“7 June 2018”'],
    ['2018/06/07', '“2018/06/07”'],
    ['2018-06&#8209;07', '“2018-06&#8209;07”'],
  ])('%s would not come back', (date, lost) => {
    const odd = text.replace('2018-06-07', date)
    expect(planned(odd, { dates: 'entity' })).toMatchObject({
      edits: [],
      losses: [`The date of [1] is left as it is: converting back would not restore ${lost}.`],
    })
    expect(converted(odd, { dates: 'entity', inexact: 'convert' })).toBe(
      text.replace('2018-06-07', '2018&#8209;06&#8209;07'),
    )
  })

  test('in words nobody sees how many digits a month had', () => {
    const mixed = listing(
      '[1] One, https://a.org/1, Date accessed: 2018-06-07.',
      '[2] Two, https://a.org/2, Date accessed: 2018-6-7.',
    )
    const { edits, losses } = planned(mixed, { dates: 'words' })
    const there = applyEdits(mixed, edits)
    expect(there).toBe(mixed.replace('2018-06-07', '07 June 2018'))
    expect(losses).toEqual(['The date of [2] is left as it is: converting back would not restore “2018-6-7”.'])
    expect(converted(there, { dates: 'hyphen' })).toBe(mixed)
    expect(converted(mixed, { dates: 'entity' })).toContain('2018&#8209;6&#8209;7')
  })

  test('where most are written as is wanted, one that differs says how to bring it into line', () => {
    const mixed = listing(
      '[1] One, https://a.org/1, Date accessed: 2018-06-07.',
      '[2] Two, https://a.org/2, Date accessed: 2018-06-08.',
      '[3] Three, https://a.org/3, Date accessed: 09 June 2018.',
    )
    expect(planned(mixed, { dates: 'hyphen' })).toMatchObject({
      edits: [],
      losses: [
        'The date of [3] is left as it is: converting back would not restore the difference from the others, most of which are written as is wanted (“inexact: convert” brings it into line).',
      ],
    })
    expect(converted(mixed, { dates: 'hyphen', inexact: 'convert' })).toBe(mixed.replace('09 June 2018', '2018-06-09'))
  })

  test('what is no date is the author’s to write', () => {
    expect(planned(text.replace('06-07', '06-??'), { dates: 'entity' }).losses).toEqual([
      'The date of [1] is left as it is: no full date yet.',
    ])
    expect(planned(text.replace('06-07', '02-30'), { dates: 'words' }).losses).toEqual([
      'The date of [1] is left as it is: no full date yet.',
    ])
  })
})

describe('citations', () => {
  test('what would be a link with one pair of brackets', () => {
    const text = inEmphasis('Fast [[7]](https://a.org), cheap [[12]] and [its source][[7]].')
    const { edits, losses } = planned(text, { citations: 'single' })
    expect(applyEdits(text, edits)).toContain('Fast [[7]](https://a.org), cheap [12] and [its source][[7]].')
    expect(losses).toEqual(['[[7]] is left as it is: with one pair of brackets it would be a link.'])
  })

  test('groups, code and elements of arrays stay', () => {
    const text = inHeadings('Fast [7, 12], `[7]`, a[7] and [7]-[12].')
    const { edits, losses } = planned(text, { citations: 'double' })
    expect(applyEdits(text, edits)).toContain('Fast [7, 12], `[7]`, a[7] and [[7]]-[[12]].')
    expect(losses).toEqual(['[7, 12] is left as it is: several numbers in one pair of brackets.'])
  })

  test('what is there already is told, as the way back changes it as well', () => {
    const { edits, losses } = planned(inHeadings('Fast [[7]].'), { citations: 'double' })
    expect([edits.length, losses]).toEqual([
      2,
      ['Citations: 1 of 3 are already written that way. Converting back would change all of them.'],
    ])
  })

  test('the few that differ are brought into line', () => {
    const text = inEmphasis('Fast [[7]], cheap [7].')
    const { edits, losses } = planned(text, { citations: 'double' })
    expect(applyEdits(text, edits)).toBe(inEmphasis('Fast [[7]], cheap [[7]].'))
    expect(losses).toEqual([
      'Citations: 4 of 5 are already written that way. Converting back would change all of them.',
    ])
  })
})

describe('labels', () => {
  test('in the level and the marks of the file, with what is cited in them', () => {
    const text =
      '## Initiatives\n\n### #1 Plasma\n\n#### Strengths [1], ([2])\n\nFast.\n\n#### Threats to us\n\n- A threat\n\n## Observations\n\nNone.\n'
    const there = converted(text, { labels: 'emphasis', citations: 'double' })
    expect(there).toContain('\n_Strengths [[1]], ([[2]])_\n\nFast.\n\n_Threats to us_\n\n')
    expect(there).toContain('## Observations')
    expect(converted(there, { labels: 'heading', citations: 'single' })).toBe(text)
  })

  test('below the lowest initiative, where not all stand as high', () => {
    const text =
      '## Current initiatives\n\n### #1 Plasma\n\n#### What is it?\n\nFast [4].\n\n## sub [4]\n\nMore.\n\n#### Who does it?\n\nUs.\n\n#### Strengths\n\nMany.\n\n## References\n\n[4] Four, https://a.org/4, Date accessed: 2018-06-07.\n'
    const { edits, notes } = planned(text, { to: 'published' })
    expect(notes).toEqual([])
    expect(converted(applyEdits(text, edits), { to: 'seed' })).toBe(text)
  })

  test('without blank lines around it a label would not come back', () => {
    const text = '## Initiatives\n### #1 Plasma\n#### Strengths\nFast.\n#### Threats\n- A threat\n'
    expect(planned(text, { labels: 'emphasis' })).toMatchObject({
      edits: [],
      losses: [
        'The labels “Strengths” of #1 Plasma and “Threats” of #1 Plasma are left as they are: converting back would not restore that no blank lines stand around them.',
      ],
    })
    expect(converted(text, { labels: 'emphasis', inexact: 'convert' })).toBe(
      '## Initiatives\n### #1 Plasma\n_Strengths_\n\nFast.\n\n_Threats_\n- A threat\n',
    )
  })

  test.each(['- item\n', 'Words.\n\n'])(
    'a label that a title of the author’s own follows stays, and all others are converted (%j)',
    (above) => {
      const text = `## Initiatives\n\n### #1 Plasma\n\n#### What is it?\n\n${above}#### Foo bar\n\nMore.\n\n#### Who does it?\n\nUs.\n\n#### Strengths\n\nFast.\n`
      const { edits, losses } = planned(text, { labels: 'emphasis' })
      const there = applyEdits(text, edits)
      expect(there).toBe(text.replace('#### Who does it?', '_Who does it?_').replace('#### Strengths', '_Strengths_'))
      expect(losses).toEqual([
        'The label “What is it?” of #1 Plasma is left as it is: otherwise #1 Plasma would no longer have a section “Foo bar”.',
      ])
      expect(converted(there, { labels: 'heading' })).toBe(text)
    },
  )

  test('where nothing can be left for it, the place is that of the title', () => {
    const text =
      '# A survey\n\n## Current initiatives\n\n### Plasma\n\n###### Details\n\nDeeper.\n\n#### Who does it?\n\n???\n'
    const outcome = convert.plan(openDocument(text), { labels: 'emphasis' })
    expect(isRefusal(outcome) && outcome.span && text.slice(outcome.span.from, outcome.span.to)).toBe('###### Details')
  })

  test('where a heading deeper down would become an initiative’s own, nothing is done', () => {
    const text =
      '# A survey\n\n## Current initiatives\n\n### Plasma\n\n###### Details\n\nDeeper.\n\n#### Who does it?\n\n???\n'
    expect(refusal(text, { labels: 'emphasis' })).toMatch(
      /^Nothing was converted: the result would say something else\. “Details” would be an initiative\. Change that place first\.$/u,
    )
    expect(refusal(`${text.replace('???', 'Us [1].')}\n`, { to: 'published' })).toMatch(
      /Leave the labels as they are \(“labels: keep”\), or change that place first\.$/u,
    )
    expect(refusal(`${text.replace('???', 'Us [1].')}\n`, { to: 'published', labels: 'keep' })).toBe('')
  })
})

describe('link definitions', () => {
  const one = '[1] One, https://a.org/1, Date accessed: 2018-06-07.'

  test.each([
    ['with', "\n\n[1]: https://a.org/1 'One'"],
    ['quoted', '\n\n[1]: https://a.org/1 "One"'],
    ['below', '\n\n[1]: https://a.org/1\n"One"'],
    ['untitled', '\n\n[1]: https://a.org/1'],
  ])('%s and without', (definitions, added) => {
    const there = converted(listing(one), { definitions })
    expect(there).toBe(listing(one + added))
    expect(converted(there, { definitions: 'without' })).toBe(listing(one))
  })

  test.each([
    ["[1]: https://a.org/2 'One'", 'converting back would not restore an address other than that of the entry'],
    [
      "[1]: https://a.org/1 'Another'",
      'converting back would not restore a title other than that of the entry, or quoted otherwise',
    ],
    ["[1]: https://a.org/1\n'One'", 'converting back would not restore where lines break'],
  ])('%s is left as it is', (definition, reason) => {
    expect(planned(listing(one, definition), { definitions: 'without' })).toMatchObject({
      edits: [],
      losses: [`The link definition of [1] is left as it is: ${reason}.`],
    })
  })

  test('where only some go and most stay, how many are left without one is told', () => {
    const entry = (number: number, title: string): string =>
      `[${number}] ${title}, https://a.org/${number}, Date accessed: 2018-06-07.\n\n[${number}]: https://a.org/${number} '${title}'`
    const text = listing(
      entry(1, 'One'),
      entry(2, 'Two').replace("'Two'", "'Deux'"),
      entry(3, 'Three').replace("'Three'", "'Trois'"),
    )
    const { edits, notes } = planned(text, { definitions: 'without' })
    const after = openDocument(applyEdits(text, edits))
    expect(lint(after, { today: '2018-07-01' }).filter(({ rule }) => rule.code === 'link-definition')).toHaveLength(1)
    expect(notes).toEqual([
      '1 entry loses its link definition where most keep theirs, which “link-definition” finds afterwards. “definitions: keep” leaves all of them, “inexact: convert” takes more of them away.',
    ])
    expect(planned(text, { definitions: 'without', inexact: 'convert' }).notes).toEqual([])
    expect(
      planned(listing(entry(1, 'One'), entry(2, 'Two'), entry(3, 'Three').replace("'Three'", "'Trois'")), {
        definitions: 'without',
      }).notes,
    ).toEqual([])
  })

  test.each(['`a[x][1]`', '```\na[x][1]\n```', '    a[x][1]'])('code needs no definition: %s', (code) => {
    const text = `${code}\n\n${listing(`${one}\n\n[1]: https://a.org/1`).slice('---\nsurvey: true\n---\n'.length)}`
    const { losses, changes } = planned(`---\nsurvey: true\n---\n${text}`, { definitions: 'without' })
    expect(losses).toEqual([])
    expect(changes.length).toBe(1)
  })

  test('what a link in the text needs is not taken away', () => {
    const text = `Read [more][1].\n\n${listing(`${one}\n\n[1]: https://a.org/1`).slice('---\nsurvey: true\n---\n'.length)}`
    expect(planned(`---\nsurvey: true\n---\n${text}`, { definitions: 'without' }).losses).toEqual([
      'The link definition of [1] is left as it is: a link in the text needs it.',
    ])
  })
})

describe('a part of the text', () => {
  test('what was pasted is written as the rest is', () => {
    const published = inEmphasis('Fast [[7]].')
    const pasted = '[13] TrueBit, J. Teutsch and C. Reitwiessner, https://truebit.io, Date accessed: 2018-06-09.\n'
    const { text, losses } = convertPasted(openDocument(published), published.length, `\n${pasted}`)
    expect(losses).toEqual([])
    expect(text).toBe(
      '\n[[13]] J. Teutsch and C. Reitwiessner, "TrueBit" [online]. Available: <https://truebit.io>. Date accessed: 2018&#8209;06&#8209;09.\n\n[13]: https://truebit.io \'TrueBit\'\n',
    )
    expect(convertPasted(openDocument(inHeadings('')), 0, 'As [[7]] says.\n\n').text).toBe('As [7] says.\n\n')
  })

  test('only what starts in it', () => {
    const text = inHeadings('Fast [7], cheap [12].')
    expect(
      converted(text, {
        citations: 'double',
        start: String(text.indexOf('[12]')),
        end: String(text.indexOf('[12]') + 4),
      }),
    ).toBe(text.replace('cheap [12]', 'cheap [[12]]'))
  })
})

test('choices that make no sense are refused, with what may be chosen', () => {
  const text = inHeadings('')
  expect(refusal(text, {})).toMatch(/^Nothing to convert was chosen\./u)
  expect(refusal(text, { citations: 'keep' })).toMatch(/^Nothing to convert was chosen\./u)
  expect(refusal(text, { citations: 'triple' })).toBe(
    '“citations” must be one of default, keep, single, double, footnote, not “triple”.',
  )
  expect(refusal(text, { labels: 'heading', level: '7' })).toMatch(/^“level” must be one of/u)
  expect(refusal(text, { form: 'x' })).toBe('There is no option “form” here.')
  expect(refusal(text, { to: 'own', start: '9', end: '3' })).toMatch(/^There is no text from 9 to 3/u)
  expect(refusal('# Shopping\n\n- [1] bread\n', { to: 'seed' })).toMatch(/^This file is not a survey/u)
})

describe('footnotes', () => {
  const bracketed =
    '---\nsurvey: true\n---\n\nA [1], b [2][1].\n\n## References\n\n[1] Source a, https://a.org\n\n[2] Source b\n'
  const footnoted =
    '---\nsurvey: true\n---\n\nA [^1], b [^2][^1].\n\n## References\n\n[^1]: Source a, https://a.org\n\n[^2]: Source b\n'
  test('from a numbered list, and back', () => {
    expect(converted(bracketed, { citations: 'footnote' })).toBe(footnoted)
    expect(converted(footnoted, { citations: 'single' })).toBe(bracketed)
    expect(converted(footnoted, { citations: 'footnote' })).toBe(footnoted)
    expect(converted(footnoted, { to: 'seed' })).toBe(footnoted)
  })

  test('not where they stand below no heading for references', () => {
    const text = footnoted.replace('## References\n\n', '')
    expect(converted(text, { citations: 'single' })).toBe(text)
  })
})

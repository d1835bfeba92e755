import { describe, expect, test } from 'vitest'
import { claimsIn, evidenceShares, openDocument, readConfig, type Claim } from '../../server/src/core'
import { sentenceSplitter } from '../../server/src/core/evidence/sentences'

const surveyOf = (strengths: string): string => `## Current initiatives

### #1 Plasma

#### What is it?

A side chain that nobody has cited yet.

#### Strengths

${strengths}

#### Threats

None.

## References

[1] Plasma, https://plasma.io.

[2] Loom, https://loomx.io.
`

const claims = (text: string, hints = {}): readonly Claim[] => {
  const { markdown, buffer, survey } = openDocument(text, hints)
  return claimsIn(markdown, buffer, survey)
}

/** Each claim of the Strengths as it is written, with what backs it in front. */
const told = (strengths: string, hints = {}): readonly string[] => {
  const text = surveyOf(strengths)
  return claims(text, hints).map(({ span, support }) => `${support}: ${text.slice(span.from, span.to)}`)
}

describe('a claim', () => {
  test('is a sentence of a section that judges, with its citation wherever it stands in it', () => {
    expect(told('It settles in one second. It is cheap [1] to use. Nobody can stop it ([1], [2]).')).toEqual([
      'none: It settles in one second.',
      'cited: It is cheap [1] to use.',
      'cited: Nobody can stop it ([1], [2]).',
    ])
  })

  test('has the citation behind its full stop', () => {
    expect(
      told('It settles in one second. [1] It needs no changes.[2] "It scales very well." [[1]] And so on it goes.'),
    ).toEqual([
      'cited: It settles in one second.',
      'cited: It needs no changes.',
      'cited: "It scales very well."',
      'none: And so on it goes.',
    ])
  })

  test('goes on over lines, emphasis and links', () => {
    expect(told('It *settles in\none second.* [1] It is [cheap](#cheap)\nto _use today_. Read on about it.')).toEqual([
      'cited: It *settles in\none second.',
      'none: It is [cheap](#cheap)\nto _use today_.',
      'none: Read on about it.',
    ])
  })

  test('is an item of a list as a whole', () => {
    expect(
      told('- Speed. It settles in one second [1].\n- It needs no changes. It is cheap.\n\n  1. And it is small [2].'),
    ).toEqual([
      'cited: Speed. It settles in one second [1].',
      'none: It needs no changes. It is cheap.',
      'cited: And it is small [2].',
    ])
  })

  test('is backed by a link to the web, and by what is cited in front of its list', () => {
    expect(
      told('See [the audit of it](https://a.org). It is [safe](#safe) to use. Read https://b.org for the details.'),
    ).toEqual([
      'cited: See [the audit of it](https://a.org).',
      'none: It is [safe](#safe) to use.',
      'cited: Read https://b.org for the details.',
    ])
    expect(
      told('Its authors say of it [1]:\n\n- it settles in one second;\n- it needs no changes.\n\nIt is cheap to use.'),
    ).toEqual(['cited: it settles in one second;', 'cited: it needs no changes.', 'none: It is cheap to use.'])
  })

  test('is its author’s own where they say so, by the word of the profile', () => {
    expect(told('We think it will last. [own] It settles in one second [Own]. It is cheap [own] to use [1].')).toEqual([
      'own: We think it will last.',
      'own: It settles in one second [Own].',
      'cited: It is cheap [own] to use [1].',
    ])
    const { config } = readConfig('{ "profile": "mine", "profiles": { "mine": { "own": ["(unsere Meinung)"] } } }')
    expect(told('We think it will last (unsere Meinung). We think it will grow [own].', { config })).toEqual([
      'own: We think it will last (unsere Meinung).',
      'none: We think it will grow [own].',
    ])
  })

  test.each([
    ['a question', 'Is it as fast as they say?'],
    ['a note of three words', 'Very fast indeed.'],
    ['what is still to be written', 'It settles in ??? seconds at most.'],
    ['code', '```\nIt settles in one second.\n```'],
    ['a heading', '##### It settles in one second'],
    ['a table', '| It settles in | one second |\n| --- | --- |\n| It is cheap | to use |'],
    ['a comment', '<!-- It settles in one second. -->'],
    ['what goes on in a list of notes', 'It offers all of these:\n\n- speed\n- low cost'],
    ['an image', '![It settles in one second](a.png)'],
  ])('is not %s', (_, strengths) => {
    expect(told(strengths)).toEqual([])
  })

  test('is the same with CRLF', () => {
    const text = surveyOf('It settles in\none second. [1] It is\n\n- cheap to use today;\n- easy\n  to use [2].')
    const words = (each: string): readonly string[] =>
      claims(each).map(({ span, support }) => `${support} ${each.slice(span.from, span.to).replaceAll('\r', '')}`)
    expect(words(text.replaceAll('\n', '\r\n'))).toEqual(words(text))
  })

  test('stands in labels of every form, and where Chinese has no blanks', () => {
    const list = ['Tea', 'Coffee', 'Cocoa']
      .map(
        (name) =>
          `## ${name}\n\n- **Pros:** It keeps people awake. It is cheap to brew.\n- **Nachteile**: 咖啡因会让人整夜无法入睡。\n`,
      )
      .join('\n')
    expect(
      claims(list)
        .map(({ section, support }) => `${section.title} ${support}`)
        .slice(0, 3),
    ).toEqual(['Pros none', 'Pros none', 'Nachteile none'])
  })
})

test.each([
  [
    'Dr. Smith of Acme, e.g. Anna B. Smith, agrees. So do we.',
    ['Dr. Smith of Acme, e.g. Anna B. Smith, agrees.', 'So do we.'],
  ],
  ['She has a Ph.D. It shows, cf. Fig. 3. Good.', ['She has a Ph.D. It shows, cf. Fig. 3.', 'Good.']],
  [
    'Es kostet ca. 3 Euro, d.h. Geld, vgl. Abb. 2. Gut. So z. B. Tee.',
    ['Es kostet ca. 3 Euro, d.h. Geld, vgl. Abb. 2.', 'Gut.', 'So z. B. Tee.'],
  ],
  [
    'Tea, coffee, etc. Cocoa is next. Version 2.0 is out!',
    ['Tea, coffee, etc.', 'Cocoa is next.', 'Version 2.0 is out!'],
  ],
  [
    'Shown by Maxwell et al. in 2018. Then what? Nothing…',
    ['Shown by Maxwell et al. in 2018.', 'Then what?', 'Nothing…'],
  ],
  ['很好。非常快！', ['很好。', '非常快！']],
  ['  ', []],
])('sentences end where a reader stops: %s', (text, sentences) => {
  expect(sentenceSplitter()(text).map(({ from, to }) => text.slice(from, to))).toEqual(sentences)
})

test('shares are counted for each kind of section and each initiative, own opinions apart', () => {
  const text = surveyOf('It settles in one second [1]. It is cheap to use. We think it will last [own].')
  const { all, sections, initiatives } = evidenceShares(claims(text))
  const count = { claims: 3, cited: 1, own: 1, unsupported: 1 }
  expect(all).toEqual(count)
  expect(sections).toEqual([{ kind: 'strengths', title: 'Strengths', ...count }])
  expect(initiatives).toEqual([{ title: 'Plasma', ...count }])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedProfile, hintsFrom, openDocument, readConfig, type Document, type Profile } from '../../server/src/core'
import { revisions } from '../support/corpus'
import { findingsIn } from '../support/findings'
import { inEmphasis, inHeadings } from '../support/sample'
import { surveyText } from '../support/surveys'

interface Derived {
  readonly text: string
  readonly profile: Profile
  readonly document: Document
}

/** What is derived from a text, and the text as it is read by that. */
function derived(text: string, name: string | undefined = 'a.md'): Derived {
  const config = derivedProfile(openDocument(text), name)
  if (config === undefined) throw new Error('Nothing is derived.')
  const read = readConfig(config)
  expect(read.problems, config).toEqual([])
  const document = openDocument(text, hintsFrom(read.config, name ?? ''))
  return { text: config, profile: document.survey.profile, document }
}

const sections = ({ initiative }: Profile): readonly string[] =>
  initiative.map(
    ({ title, aliases, required }) =>
      `${title}${aliases.map((alias) => ` = ${alias}`).join('')}${required ? '' : ' ?'}`,
  )

const missing = (document: Document): readonly string[] =>
  findingsIn(document)
    .filter(({ rule }) => rule.code === 'missing-section')
    .map(({ message }) => message)

const file = (
  opening: string,
  items: Readonly<Record<string, readonly string[]>>,
  label: (title: string) => string,
  more = '',
): string =>
  `${opening}\n\n${Object.entries(items)
    .map(([name, titles]) => `### ${name}\n\n${titles.map((title) => `${label(title)}\n\nText.\n`).join('\n')}`)
    .join('\n')}\n${more}`

const heading = (title: string): string => `#### ${title}`
const forms = [
  ['headings', heading],
  ['emphasis', (title: string) => `**${title}**`],
] as const

describe.each(forms)('sections in %s', (_, label) => {
  test('in another language, in a file that is no survey yet', () => {
    const all = ['Was ist das?', 'Stärken', 'Schwächen', 'Chancen']
    const text = file(
      '# Tee\n\n## Unsere Produkte',
      { Tee: all, Kaffee: all, Wasser: all.slice(0, 3) },
      label,
      '## Fazit\n\nGut.\n\n## Quellen\n\n[1] Tee, https://a.org.\n',
    )
    expect(openDocument(text).recognition.survey).toBe(false)
    const { profile, document, text: config } = derived(text)
    expect(config).toMatchInlineSnapshot(`
      "{
        "profile": "own",
        "profiles": {
          "own": {
            "extends": "comparison",
            "initiatives": { "title": "Unsere Produkte", "endings": [ "produkte" ], "numbered": false },
            "initiative": [
              { "title": "Was ist das?", "aliases": [], "required": true, "hint": "" },
              { "kind": "strengths", "title": "Stärken", "aliases": [], "required": true, "hint": "" },
              { "kind": "weaknesses", "title": "Schwächen", "aliases": [], "required": true, "hint": "" },
              { "title": "Chancen", "aliases": [], "required": true, "hint": "" }
            ],
            "survey": [
              { "kind": "recommendation", "title": "Fazit", "aliases": [], "hint": "" },
              { "kind": "references", "title": "Quellen", "aliases": [], "hint": "" }
            ]
          }
        }
      }
      "
    `)
    expect(document.recognition.reason).toContain('3 initiatives below the heading “Unsere Produkte”')
    expect(profile.survey.map(({ kind }) => kind)).toEqual(['recommendation', 'references'])
    expect(missing(document)).toEqual(['Wasser has no “Chancen”. Add it, or write “None.” if there is nothing to say.'])
  })

  test('the titles that most use, the others as aliases, in the usual order; what few have is not required', () => {
    const text = file(
      '## Vendors',
      {
        A: ['What is it?', 'Who uses it?', 'Price', 'Support', 'Verdict'],
        B: ['What is it?', 'Who uses them?', 'Price', 'Support', 'Verdict'],
        C: ['What are they?', 'Who uses it?', 'Prices', 'Verdict'],
        D: ['What is it?', 'Who uses it?', 'Support', 'Price', 'History', 'Verdict'],
        E: ['What is it?', 'Price', 'Hidden cost', 'Hidden cost of leaving', 'Verdict'],
        F: ['What is it?', 'Price', 'Hidden cost', 'Verdict'],
      },
      label,
    )
    const { profile, document } = derived(text)
    expect(sections(profile)).toEqual([
      'What is it? = What are they?',
      'Who uses it? = Who uses them?',
      'Price = Prices',
      'Support ?',
      'Hidden cost ?',
      'Verdict',
    ])
    expect(document.survey.initiatives).toHaveLength(6)
  })

  test('kinds, where a profile has them', () => {
    const text = file(
      '## Current initiatives',
      {
        A: ['What is it?', 'Strengths', 'Weaknesses', 'Threats to A', 'Team'],
        B: ['What are they?', 'Strengths', 'Weaknesses', 'Threats to B', 'Team'],
      },
      label,
    )
    const { profile, text: config } = derived(text)
    expect(profile.initiative.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'what: What is it?',
      'strengths: Strengths',
      'weaknesses: Weaknesses',
      'threats: Threats',
      'team: Team',
    ])
    expect(config).not.toContain('extends')
  })

  test('of an evaluation, an evaluation', () => {
    const text = file(
      '## Options',
      { A: ['Summary', 'License', 'Pros', 'Cons'], B: ['Summary', 'License', 'Pros', 'Cons'] },
      label,
      '## Recommendation\n\nA.\n',
    )
    const { profile, text: config } = derived(text)
    expect(config).toContain('"extends": "evaluation"')
    expect(profile.initiative.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'summary: Summary',
      'licence: License',
      'pros: Pros',
      'cons: Cons',
    ])
    expect(profile.survey.map(({ kind }) => kind)).toEqual(['recommendation', 'references'])
  })
})

test('below the title of the file, or below no heading at all', () => {
  const body = ['A', 'B'].map((name) => `## ${name}\n\n### Nutzen\n\nText.\n\n### Kosten\n\nText.\n`).join('\n')
  for (const [text, name] of [
    [`# Vergleich\n\n${body}`, undefined],
    [body, 'a [1].md'],
  ] as const) {
    const { document, profile } = derived(text, name)
    expect(document.recognition.survey).toBe(true)
    expect(sections(profile)).toEqual(['Nutzen', 'Kosten'])
    expect(document.survey.initiatives.map(({ title }) => title)).toEqual(['A', 'B'])
  }
})

test('initiatives in groups', () => {
  const text = `# Brews\n\n## Products\n\n### Hot\n\n${['Tea', 'Coffee'].map((name) => `#### ${name}\n\n##### Taste\n\nx\n\n##### Price\n\nx\n`).join('\n')}\n### Cold\n\n#### Water\n\n##### Taste\n\nx\n\n##### Price\n\nx\n`
  const { document, profile } = derived(text)
  expect(document.survey.initiatives.map(({ title }) => title)).toEqual(['Tea', 'Coffee', 'Water'])
  expect([profile.initiatives.title, ...sections(profile)]).toEqual(['Products', 'Taste', 'Price'])
})

test('numbers, and the words for what is to come and for nothing', () => {
  const part = (name: string): string =>
    `### #${name}\n\n#### Nutzen\n\nOffen.\n\n#### Kosten\n\nfolgt\n\n#### Lizenz\n\nMIT\n\n#### Risiken\n\nKeine.\n`
  const { profile, document } = derived(`## Kandidaten\n\n${part('1 A')}\n${part('2 B')}`)
  expect(profile.initiatives.numbered).toBe(true)
  expect(profile.placeholders.slice(-2)).toEqual(['Offen', 'folgt'])
  expect(profile.none).toContain('Keine')
  expect(document.survey.initiatives[0]?.sections.map(({ state }) => state)).toEqual([
    'placeholder',
    'placeholder',
    'complete',
    'none',
  ])
})

test('front matter that names a profile goes on naming it', () => {
  const text = `---\nsurvey: evaluation\n---\n\n${file('## Options', { A: ['Zweck', 'Preis'], B: ['Zweck', 'Preis'] }, heading)}`
  const { profile } = derived(text)
  expect([profile.name, ...sections(profile)]).toEqual(['evaluation', 'Zweck', 'Preis'])
})

test.each([
  '',
  '# Title\n',
  'Text.\n',
  '# Read me\n\n## Install\n\nRun it.\n\n### Windows\n\nRun it.\n\n## Use\n\n### Options\n\nNone.\n',
  '**Note**\n\nText.\n',
  '# A\n# B\n# C\n',
])('there is nothing to derive from %j', (text) => {
  expect(derivedProfile(openDocument(text), 'a.md')).toBeUndefined()
})

test.each([
  ['headings', inHeadings('Text.')],
  ['emphasis', inEmphasis('Text.')],
])('one initiative is enough where its sections are known, in %s', (_, text) => {
  expect(sections(derived(text).profile)).toEqual(['What is it?', 'Threats'])
})

const REAL = ['097-80b21441.md', '126-02a4fa03.md', '130-2c183242.md']
const real = revisions().filter(({ name }) => REAL.includes(name))

describe.skipIf(real.length === 0)('real surveys', () => {
  test.each(real)('$name', ({ text }) => {
    const before = openDocument(text).survey
    const { document, profile } = derived(text)
    expect(document.survey.initiatives.map(({ title }) => title)).toEqual(before.initiatives.map(({ title }) => title))
    expect(profile.initiative.slice(0, 5).map(({ kind }) => kind)).toEqual([
      'what',
      'who',
      'strengths',
      'weaknesses',
      'opportunities',
    ])
    expect(document.survey.references).toHaveLength(before.references.length)
  })
})

const title = fc.stringMatching(/^\p{Lu}\p{Ll}{2,9}( \p{Ll}{3,8})?$/u)

/** Surveys by any profile; each section stands in its place in enough of them. */
const written = fc.record({
  titles: fc.uniqueArray(title, {
    minLength: 2,
    maxLength: 7,
    selector: (each) => each.normalize('NFC').toLowerCase().slice(0, 3),
  }),
  names: fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{6}$/u), { minLength: 3, maxLength: 8 }),
  left: fc.array(fc.nat(), { maxLength: 4 }),
  opening: fc.constantFrom('Kandidaten', 'Unsere Systeme', 'Overview of vendors'),
  form: fc.constantFrom(
    heading,
    (words: string) => `_${words}_`,
    (words: string) => `**${words}**`,
  ),
  numbered: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
})

test('deriving from a survey gives back the sections that it was written by', () => {
  fc.assert(
    fc.property(written, ({ titles, names, left, opening, form, numbered, lineBreak }) => {
      // At most one section is left out of each initiative, and never in more than one initiative.
      const out = new Map(
        left
          .slice(0, Math.min(titles.length, names.length - 2))
          .map((index, i) => [i, titles[(index + i) % titles.length]]),
      )
      const outTitles = [...out.values()]
      if (new Set(outTitles).size < outTitles.length) return
      const body = names.map((name, i) =>
        [
          `### ${numbered ? `#${i + 1} ` : ''}${name}`,
          ...titles.filter((each) => each !== out.get(i)).flatMap((each) => [form(each), 'Text.']),
        ].join('\n\n'),
      )
      const text = [`# Title`, `## ${opening}`, ...body, '## Quellen', '[1] A, https://a.org.', '']
        .join('\n\n')
        .replaceAll('\n', lineBreak)
      const { profile, document } = derived(text)
      expect(profile.initiative.map((section) => section.title)).toEqual(titles)
      expect(profile.initiative.every(({ required }) => required)).toBe(true)
      expect(profile.initiatives).toMatchObject({ title: opening, numbered })
      expect(document.recognition.survey).toBe(true)
      expect(document.survey.initiatives.map((initiative) => initiative.missing.map((each) => each.title))).toEqual(
        names.map((_, i) => (out.has(i) ? [out.get(i)] : [])),
      )
    }),
    { numRuns: 1000 },
  )
})

test('whatever survey it is derived from, the config is whole, and no initiative that has everything lacks anything', () => {
  fc.assert(
    fc.property(surveyText, (text) => {
      const before = openDocument(text)
      const config = derivedProfile(before, 'a.md')
      if (config === undefined) return
      const { config: read, problems } = readConfig(config)
      expect(problems).toEqual([])
      const { survey, recognition } = openDocument(text, hintsFrom(read, 'a.md'))
      expect(recognition.survey).toBe(true)
      for (const { sections: found, missing: lacking } of survey.initiatives) {
        if (survey.profile.initiative.every(({ kind }) => found.some((section) => section.kind === kind)))
          expect(lacking).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})

test('any text at all, in reasonable time', () => {
  const pieces = [
    '# A\n\n',
    '## B\n\n',
    '### C\n\n',
    '#### Pros\n\n',
    '_Cons_\n\n',
    '**Pros**\n\n',
    '??? \n\n',
    'offen\n\n',
    '#\n',
    '---\nsurvey: x\n---\n',
    '`',
    '😀',
    '\ud800',
    '> # Q\n',
    '[1] x, https://a.org\n\n',
    '## References\n\n',
    '\r\n',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (found) => {
      const config = derivedProfile(openDocument(found.join('')), 'a.md')
      if (config !== undefined) expect(readConfig(config).problems.map(({ message }) => message)).toEqual([])
    }),
    { numRuns: 2000 },
  )
  for (const [text, count] of [
    ['# A\n\n## B\n\n### C\n\n#### Pros\n\n##### Cons\n\n', 3000],
    ['### A\n\n_B_\n\n', 20_000],
  ] as const) {
    const start = performance.now()
    derivedProfile(openDocument(text.repeat(count)), 'a.md')
    derivedProfile(
      openDocument(
        Array.from({ length: count }, (_, i) => text.replaceAll(/[ABC]/gu, (letter) => `${letter}${i}`)).join(''),
      ),
      'a.md',
    )
    expect(performance.now() - start).toBeLessThan(10_000)
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allSections,
  applyEdits,
  changeDocument,
  initiativeParts,
  newInitiativeText,
  openDocument,
  profiles,
  readConfig,
  sectionParts,
  suggestLabels,
  surveyParts,
  toText,
  type Document,
  type Hints,
  type Profile,
} from '../../server/src/core'
import { fixture } from '../support/fixture'
import { countsByRule, findingsIn } from '../support/findings'
import { GERMAN } from '../support/german'

const config = (text: string): Hints => ({ config: readConfig(text).config })
const german = config(GERMAN)
const evaluating = config('{ "profile": "evaluation" }')
const [, evaluation] = profiles as readonly [Profile, Profile]

const messages = (document: Document): readonly string[] =>
  findingsIn(document).map(({ rule, message }) => `${rule.code}: ${message}`)

/** The text after the fixes of a rule. */
const mended = (document: Document, code: string): string =>
  applyEdits(
    document.text,
    findingsIn(document)
      .filter(({ rule }) => rule.code === code)
      .flatMap(({ fix }) => fix?.edits() ?? []),
  )

const forms = [
  ['headings', '#### ', ''],
  ['emphasis', '_', '_'],
] as const

describe.each(forms)('a profile in another language, in %s', (_, open, close) => {
  const label = (title: string): string => `${open}${title}${close}`
  const text = [
    '# Übersicht',
    '',
    '## Aktuelle Initiativen',
    '',
    '### Plasma',
    '',
    label('Was ist das?'),
    '',
    'Eine Kette [1].',
    '',
    label('Stärken'),
    '',
    'Schnell.',
    '',
    label('Chancen für uns'),
    '',
    'offen',
    '',
    '### Tee',
    '',
    label('Was ist das?'),
    '',
    'Ein Getränk [2].',
    '',
    label('Stärken'),
    '',
    'Warm.',
    '',
    label('Schwächen'),
    '',
    'Keine.',
    '',
    label('Chancen'),
    '',
    'Offene Fragen.',
    '',
    label('Risiken'),
    '',
    'Keine bekannt.',
    '',
    '## Beobachtungen',
    '',
    'Mehr ist offen.',
    '',
    '## Quellen',
    '',
    '[1] Plasma, https://a.org, Date accessed: 2018-06-07.',
    '',
  ].join('\n')
  const document = openDocument(text, german)

  test('is recognised by structure, and says by which profile', () => {
    expect(document.recognition).toEqual({
      survey: true,
      isCandidate: false,
      reason:
        'This is a survey: 2 initiatives below the heading “Aktuelle Initiativen”. The file .survey.json selects the profile “swot-de”.',
    })
    expect(openDocument(text).recognition.survey).toBe(false)
  })

  test('has its sections and their states', () => {
    expect(
      allSections(document.survey).map(
        ({ section, initiative }) => `${initiative?.title ?? ''} ${section.kind} ${section.state}`,
      ),
    ).toEqual([
      'Plasma what complete',
      'Plasma strengths complete',
      'Plasma opportunities placeholder',
      'Tee what complete',
      'Tee strengths complete',
      'Tee weaknesses none',
      'Tee opportunities complete',
      'Tee threats none',
      ' observations draft',
      ' references complete',
    ])
  })

  test('the rules speak of it', () => {
    expect(messages(document)).toEqual([
      'missing-section: Plasma has no “Schwächen” or “Risiken”. Add them, or write “Keine.” where there is nothing to say.',
      expect.stringContaining('placeholder-text: '),
      expect.stringContaining('undefined-citation: '),
      expect.stringContaining('placeholder-text: '),
    ])
  })

  test('the fix writes its titles in the form of the file', () => {
    const after = mended(document, 'missing-section')
    expect(after).toContain(`\n\n${label('Schwächen')}\n\n???\n\n${label('Chancen für uns')}`)
    expect(openDocument(after, german).survey.initiatives.map(({ missing }) => missing)).toEqual([[], []])
  })

  test('a new initiative and what is begun at # have them, too', () => {
    const { at, parts } = newInitiativeText(document.survey, document.text, text.indexOf('Tee'))
    expect(at).toBe(text.indexOf('Keine bekannt.') + 14)
    expect(toText(parts)).toContain(`### ???\n\n${label('Was ist das?')}\n\n???\n\n${label('Stärken')}`)
    const { text: typed, cursor = 0 } = fixture(text.replace('Schnell.', 'Schnell.\n\n#$0'))
    expect(suggestLabels(openDocument(typed, german), cursor)?.items.map(({ title }) => title)).toEqual([
      'Schwächen',
      'Risiken',
      'New initiative',
    ])
  })

  test('a change of it equals reading it afresh', () => {
    const to = text.indexOf('offen')
    const next = `${text.slice(0, to)}fertig${text.slice(to + 5)}`
    const changed = changeDocument(document, next, { from: to, to: to + 5, inserted: 6 })
    const fresh = openDocument(next, german)
    expect({ survey: changed.survey, recognition: changed.recognition }).toEqual({
      survey: fresh.survey,
      recognition: fresh.recognition,
    })
  })
})

test('the front matter names a profile of the config, of the product, or none', () => {
  const read = (declared: string, hints: Hints): string => {
    const { survey, recognition } = openDocument(`---\nsurvey: ${declared}\n---\n`, hints)
    return `${survey.profile.name}: ${recognition.reason}`
  }
  expect(read('swot-de', german)).toBe('swot-de: This is a survey: its front matter says `survey: swot-de`.')
  expect(read('SWOT', german)).toMatch(/^swot: /u)
  expect(read('true', german)).toMatch(/^swot-de: /u)
  expect(read('true', {})).toMatch(/^swot: /u)
  expect(read('swot-de', {})).toBe(
    'swot: This is a survey: its front matter says `survey: swot-de`. That profile does not exist, so “swot” is used.',
  )
  expect(read('bewertung-ö', config('{ "profiles": { "Bewertung-Ö": {} } }'))).toMatch(/^Bewertung-Ö: /u)
})

test('front matter that comes or changes is a change like any other', () => {
  const body = '## Candidates\n\n### A\n\n#### Pros\n\n???\n\n#### Cons\n\nNone.\n'
  const steps = [body, `---\nsurvey: evaluation\n---\n${body}`, `---\nsurvey: swot\n---\n${body}`, body]
  let document = openDocument(body)
  for (const next of steps) {
    document = changeDocument(document, next, { from: 0, to: document.text.length, inserted: next.length })
    const fresh = openDocument(next)
    expect({ survey: document.survey, recognition: document.recognition }).toEqual({
      survey: fresh.survey,
      recognition: fresh.recognition,
    })
  }
})

test('a file that the config lists is a survey', () => {
  expect(openDocument('# Notes\n', { ...german, configListsAs: '*.md' }).recognition.reason).toBe(
    'This is a survey: the file .survey.json lists it as `*.md`. The file .survey.json selects the profile “swot-de”.',
  )
})

test('an ending and words in a language that has no blanks', () => {
  const hints = config(
    JSON.stringify({
      profile: 'zh',
      profiles: {
        zh: {
          initiatives: { title: '候选方案', endings: ['方案'], numbered: false },
          initiative: [{ title: '优势' }, { title: '劣势' }],
          placeholders: ['待定'],
          none: ['无'],
        },
      },
    }),
  )
  const { survey, recognition } = openDocument(
    '## 目前的方案\n\n### 甲\n\n#### 优势：\n\n价格待定\n\n#### 劣势\n\n无。\n',
    hints,
  )
  expect(recognition.survey).toBe(true)
  expect(survey.initiatives.map(({ sections }) => sections.map(({ title, state }) => `${title} ${state}`))).toEqual([
    ['优势： draft', '劣势 none'],
  ])
})

test('titles are the same however their accents are encoded', () => {
  const { survey } = openDocument(
    '## Aktuelle Initiativen\n\n### A\n\n#### Stärken\n\n#### Schwächen\n'.normalize('NFD'),
    german,
  )
  expect(survey.initiatives[0]?.sections.map(({ kind }) => kind)).toEqual(['strengths', 'weaknesses'])
})

const CANDIDATE = (name: string, body = 'Words.'): string =>
  `### ${name}\n\n${evaluation.initiative.map(({ title }) => `#### ${title}\n\n${body}\n`).join('\n')}`

describe('an evaluation', () => {
  const text = `---\nsurvey: evaluation\n---\n\n# Queues\n\n## Summary\n\nShort.\n\n## Products considered as options\n\n${CANDIDATE('Kafka')}\n${CANDIDATE('NATS', '???')}\n## Verdict\n\nNATS.\n\n## Sources\n`

  test('has candidates with seven sections, and words of its own around them', () => {
    const { survey } = openDocument(text)
    expect(survey.profile).toBe(evaluation)
    expect(
      survey.initiatives.map(({ title, sections, missing }) => [title, sections.map(({ kind }) => kind), missing]),
    ).toEqual(
      ['Kafka', 'NATS'].map((title) => [
        title,
        ['summary', 'maturity', 'licence', 'cost', 'pros', 'cons', 'verdict'],
        [],
      ]),
    )
    // The same words stand for the survey's own sections where they stand as high as the heading above the candidates.
    expect(survey.sections.filter(({ kind }) => kind).map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'recommendation Summary',
      'recommendation Verdict',
      'references Sources',
    ])
  })

  test.each([
    ['#### License', 'licence'],
    ['#### Pricing', 'cost'],
    ['**Advantages**', 'pros'],
    ['*Drawbacks*', 'cons'],
    ['#### Costs for us', 'cost'],
    ['#### Conclusion', 'verdict'],
  ])('%s is a section of the kind %s', (label, kind) => {
    const { survey } = openDocument(
      `---\nsurvey: evaluation\n---\n\n## Vendors\n\n### A\n\n#### Summary\n\nText.\n\n${label}\n\nText.\n`,
    )
    expect(survey.initiatives[0]?.sections.map((section) => section.kind)).toEqual(['summary', kind])
  })

  test.each(['\n', '\r\n'] as const)('a new one is whole but for its placeholders (%j)', (lineBreak) => {
    const { dialect } = openDocument('', evaluating).survey
    expect(dialect.numbered).toBe(false)
    const document = openDocument(toText(surveyParts(evaluation, { ...dialect, lineBreak })), evaluating)
    expect(document.recognition.reason).toMatch(/^This is a survey: 1 initiative below the heading “Candidates”\./u)
    expect(document.survey.initiatives.map(({ number, missing }) => [number, missing])).toEqual([[undefined, []]])
    expect(countsByRule(findingsIn(document))).toEqual({ 'placeholder-text': 11 })
  })
})

describe('everyday words make no survey', () => {
  const README =
    '# Tool\n\n## Options\n\n### --verbose\n\nTells more.\n\n### --quiet\n\nTells less.\n\n#### Cost\n\nNone.\n\n## Alternatives\n\n### grep\n\nOld.\n\n## References\n\n[1] A book, https://a.org.\n'
  const ADR =
    '# 7. Use Kafka\n\n## Status\n\nAccepted.\n\n## Summary\n\nWe use it.\n\n## Considered options\n\n### Kafka\n\n???\n\n### NATS\n\n???\n\n## Pros\n\nFast.\n\n## Cons\n\nBig.\n\n## References\n\nNone.\n'
  const texts = [
    README,
    ADR,
    '# Release notes\n\n## Products\n\n### A\n\n- Summary\n\n### B\n\n## License\n\nMIT\n',
    CANDIDATE('Kafka').replaceAll('###', '#'),
    `## Candidates\n\n${CANDIDATE('Kafka')}`,
  ]

  test.each(texts)('without asking for the profile: %j', (text) => {
    const document = openDocument(text)
    expect(document.recognition.survey).toBe(false)
    expect(findingsIn(document)).toEqual([])
  })

  test.each(texts.slice(0, 3))('in a folder that asks for it: %j', (text) => {
    expect(openDocument(text, evaluating).recognition.survey).toBe(false)
  })

  test('with candidates that have sections there', () => {
    expect(openDocument(texts.at(-1)!, evaluating).recognition.survey).toBe(true)
  })
})

test('whatever the profile, what is written by it is complete, and read as what it was', () => {
  const title = fc.stringMatching(/^[\p{L}][\p{L} ]{0,12}[\p{L}]$/u).filter((words) => words === words.trim())
  const own = fc.record({
    numbered: fc.boolean(),
    heading: title,
    form: fc.constantFrom(
      { form: 'heading', level: 4 } as const,
      { form: 'emphasis', mark: '_' } as const,
      { form: 'emphasis', mark: '**' } as const,
    ),
    sections: fc.uniqueArray(fc.record({ title, required: fc.constantFrom(true, true, false), hint: fc.string() }), {
      minLength: 1,
      maxLength: 8,
      selector: (section) => section.title.normalize('NFC').toLowerCase(),
    }),
  })
  fc.assert(
    fc.property(own, ({ numbered, heading, form, sections }) => {
      const hints = config(
        JSON.stringify({
          profile: 'own',
          files: ['*.md'],
          profiles: {
            own: { initiatives: { title: heading, endings: [heading], numbered }, initiative: sections, suffixes: [] },
          },
        }),
      )
      const profile = hints.config!.profile!
      if (
        profile.initiative.length < sections.length ||
        sections.some((section) => section.title.toLowerCase().endsWith(heading.toLowerCase()))
      )
        return
      const dialect = { ...openDocument('', hints).survey.dialect, section: form }
      const document = openDocument(toText(surveyParts(profile, dialect)), { ...hints, configListsAs: '*.md' })
      expect(
        document.survey.initiatives.map(({ missing, sections: found }) => [missing, found.map(({ kind }) => kind)]),
      ).toEqual([[[], profile.initiative.filter(({ required }) => required).map(({ kind }) => kind)]])
      for (const template of profile.initiative)
        expect(toText(sectionParts(template, dialect))).toContain(template.title)
      expect(toText(initiativeParts(profile, dialect, undefined)).startsWith('### ???')).toBe(true)
      expect(Object.keys(countsByRule(findingsIn(document)))).toEqual(['placeholder-text'])
    }),
    { numRuns: 1000 },
  )
})

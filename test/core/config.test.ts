import { Ajv } from 'ajv'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDocument, profiles, readConfig, type Config, type Profile } from '../../server/src/core'

const [swot, evaluation] = profiles as readonly [Profile, Profile]

const profileOf = (text: string | object, name = 'own'): Profile => {
  const { config, problems } = readConfig(typeof text === 'string' ? text : JSON.stringify(text))
  expect(problems).toEqual([])
  return config.profiles.get(name)!
}

/** What is said, after the text that it is said of. */
const problemsOf = (text: string): readonly string[] => {
  const { problems } = readConfig(text)
  for (const { span } of problems) expect(0 <= span.from && span.from <= span.to && span.to <= text.length).toBe(true)
  return problems.map(({ span, message }) => `${text.slice(span.from, span.to)} → ${message}`)
}

const own = (profile: string): string => `{ "profiles": { "own": ${profile} } }`

const empty: Config = { profiles: new Map(), files: [], references: [] }

describe('every field is optional', () => {
  test.each(['', ' ', '{}', '\ufeff{}', '// nothing\n{ /* yet */ }'])(
    '%j says nothing, and nothing is wrong',
    (text) => {
      expect(readConfig(text)).toEqual({ config: empty, problems: [] })
    },
  )

  test('comments and a comma at the end are no slips', () => {
    expect(readConfig('{ // which\n "profile": "evaluation", "files": ["a.md", ], }')).toEqual({
      config: { ...empty, profile: evaluation, files: ['a.md'] },
      problems: [],
    })
  })

  test('bibliographies are named by their globs', () => {
    expect(readConfig('{ "references": ["refs.bib", "lists/*.{ris,json}"] }')).toEqual({
      config: {
        ...empty,
        references: [
          { value: 'refs.bib', span: { from: 17, to: 27 } },
          { value: 'lists/*.{ris,json}', span: { from: 29, to: 49 } },
        ],
      },
      problems: [],
    })
  })

  test('a profile without anything is the default one', () => {
    expect(profileOf({ profiles: { own: {} } })).toEqual({ ...swot, name: 'own' })
    expect(profileOf({ profiles: { own: { extends: 'Evaluation' } } })).toEqual({ ...evaluation, name: 'own' })
  })

  test('what is said replaces, and what is left out stays', () => {
    const { initiatives, initiative, survey, none, suffixes, placeholders } = profileOf({
      profiles: {
        own: {
          initiatives: { title: 'Produkte', numbered: false },
          initiative: [
            { kind: 'threats' },
            { kind: 'strengths', title: 'Stärken', aliases: [] },
            { title: 'Weakness', required: false },
            { title: 'Wer zahlt dafür?', hint: 'Namen.' },
          ],
          placeholders: ['offen'],
        },
      },
    })
    expect(initiatives).toEqual({ title: 'Produkte', endings: ['initiatives'], numbered: false, isTelling: false })
    expect(initiative.map(({ kind, title, aliases, required }) => [kind, title, aliases, required])).toEqual([
      ['threats', 'Threats', ['Threat'], true],
      ['strengths', 'Stärken', [], true],
      ['weaknesses', 'Weakness', ['Weaknesses'], false],
      ['wer-zahlt-dafür', 'Wer zahlt dafür?', [], true],
    ])
    expect(initiative.at(-1)?.hint).toBe('Namen.')
    expect({ survey, none, suffixes, placeholders }).toEqual({
      survey: swot.survey,
      none: swot.none,
      suffixes: swot.suffixes,
      placeholders: ['offen'],
    })
  })

  test('a profile extends another of the file, whatever their order, and one of the same name the one that is shipped', () => {
    const { config, problems } = readConfig(
      JSON.stringify({
        profile: 'B',
        profiles: { b: { extends: 'a' }, a: { none: ['keine'] }, swot: { extends: 'swot', none: ['nada'] } },
      }),
    )
    expect(problems).toEqual([])
    expect(config.profile).toEqual({ ...swot, name: 'b', none: ['keine'] })
    expect(config.profiles.get('swot')).toEqual({ ...swot, none: ['nada'] })
  })
})

describe('what is wrong is told where it stands, and what is right counts', () => {
  test.each([
    ['[]', ['[] → `.survey.json` should be an object in braces, not a list.']],
    [
      '{ "profil": "swot" }',
      ['"profil" → `profil` is not known here. Known are `profile`, `files`, `references`, `profiles`.'],
    ],
    ['{ "profile": 7 }', ['7 → `profile` should be a text in quotes, not a number.']],
    ['{ "profile": "" }', ['"" → `profile` is empty.']],
    [
      '{ "profile": "evalution" }',
      ['"evalution" → The profile “evalution” does not exist. There are swot, evaluation.'],
    ],
    ['{ "files": "*.md" }', ['"*.md" → `files` should be a list in square brackets, not a text.']],
    ['{ "references": "a.bib" }', ['"a.bib" → `references` should be a list in square brackets, not a text.']],
    ['{ "files": ["*.md", null] }', ['null → `files` should be a text in quotes, not `null`.']],
    [
      '{ "profile": "swot", "profile": "evaluation" }',
      ['"profile" → `profile` stands here twice; the first one counts.'],
    ],
    ['{ "profile": }', ['} → A value is missing here.']],
    ['{ "profile": "swot"', ['" → A closing brace `}` is missing here.']],
    ['{ "profile": "swot" "files": [] }', ['"files" → A comma is missing here.']],
    ["{ profile: 'swot' }", ['profile → This is neither a text in quotes nor a number, `true` or `false`.']],
    [own('{ "extends": "own" }'), ['"own" → A profile cannot extend itself.']],
    [own('{ "extends": "other" }'), ['"other" → The profile “other” does not exist. There are swot, evaluation.']],
    [
      '{ "profiles": { "a": { "extends": "b" }, "b": { "extends": "a" } } }',
      ['"a" → “a” extends this profile, so this one cannot extend it.'],
    ],
    [
      '{ "profiles": { "our own": {}, "True": {} } }',
      [
        '"our own" → The name of a profile has only letters, digits, `-` and `_`: else front matter cannot name it.',
        '"True" → A profile cannot be called “True”: in front matter `survey: true` means something else.',
      ],
    ],
    [own('{ "initiative": [] }'), ['[] → No section here can be used; those of “swot” are used.']],
    [
      own('{ "initiative": [{ "hint": "x" }, { "kind": "price" }, { "title": "?!" }, { "title": "Price" }] }'),
      [
        '{ "hint": "x" } → A section needs a `title`.',
        '"price" → No section of the kind `price` can be taken over, so it needs a `title`.',
        '"?!" → “?!” has no word that a title could be known by.',
      ],
    ],
    [
      own('{ "initiatives": { "title": "???" }, "initiative": [{ "title": "Price", "aliases": ["[7]"] }] }'),
      [
        '"???" → “???” has no word that a title could be known by.',
        '"[7]" → “[7]” has no word that a title could be known by.',
      ],
    ],
    [
      own('{ "initiative": [{ "kind": "a", "title": "A" }, { "kind": "a", "title": "B" }] }'),
      ['"B" → There is a section of the kind `a` already; this one is left out.'],
    ],
    [
      own(
        '{ "initiative": [{ "title": "Cost", "aliases": ["Price"] }, { "title": "Price:" }, { "title": "Verdict", "aliases": ["cost"] }] }',
      ),
      ['"Price" → “Price” is a title of “Price:” already.', '"cost" → “cost” is a title of “Cost” already.'],
    ],
    [
      own('{ "survey": [{ "title": "Fazit" }] }'),
      [
        '[{ "title": "Fazit" }] → `survey` has no section whose `kind` is `references`, where the sources are listed; “References” is taken for it.',
      ],
    ],
    [
      own('{ "none": ["a\\nb"], "initiative": [{ "title": "A", "required": "no" }] }'),
      ['"a\\nb" → `none` should be on one line.', '"no" → `required` should be `true` or `false`, not a text.'],
    ],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  test('the rest of a broken file is read', () => {
    const { config } = readConfig(
      '{ "files": ["a.md"], "x": 1, "profile": "mine", "profiles": { "mine": { "extends": 3, "initiative": [{ "title": "Cost" }, 7], "none": ["no',
    )
    expect({
      files: config.files,
      profile: config.profile?.name,
      sections: config.profile?.initiative.map(({ title }) => title),
    }).toEqual({ files: ['a.md'], profile: 'mine', sections: ['Cost'] })
  })

  test('an inherited alias gives way to a title that is written', () => {
    const { survey } = profileOf({
      profiles: {
        own: {
          survey: [
            { kind: 'observations' },
            { title: 'Bottom line', aliases: ['Conclusions'] },
            { kind: 'references' },
          ],
        },
      },
    })
    expect(survey.map(({ kind, aliases }) => [kind, aliases])).toEqual([
      ['observations', ['Conclusion', 'Conclusions and Observations']],
      ['bottom-line', ['Conclusions']],
      ['references', ['Bibliography', 'Sources']],
    ])
  })
})

describe('no text makes it throw or slow', () => {
  test.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{"a":'.repeat(100_000)],
    ['quotes', '"'.repeat(200_000)],
    ['comments', '/*'.repeat(200_000)],
    ['backslashes', `"${'\\'.repeat(200_001)}`],
    ['two million characters', ' '.repeat(2_000_000)],
    [
      'many profiles',
      `{ "profiles": { ${Array.from({ length: 5000 }, (_, i) => `"p${i}": { "extends": "p${i + 1}" }`).join(', ')} } }`,
    ],
    ['many words', own(`{ "placeholders": [${Array.from({ length: 50_000 }, (_, i) => `"w${i}"`).join(', ')}] }`)],
  ])('%s', (_, text) => {
    const start = performance.now()
    expect(readConfig(text).problems.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('names that objects have of themselves are names like others', () => {
    const { config, problems } = readConfig(
      '{ "constructor": 1, "profiles": { "__proto__": { "none": ["x"] }, "toString": {} }, "profile": "__proto__" }',
    )
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('`constructor` is not known')])
    expect(config.profile).toEqual({ ...swot, name: '__proto__', none: ['x'] })
  })

  const PIECES = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '//',
    '/*',
    '*/',
    '\n',
    ' ',
    '"profile"',
    '"profiles"',
    '"files"',
    '"own"',
    '"extends"',
    '"swot"',
    '"initiative"',
    '"survey"',
    '"title"',
    '"kind"',
    '"references"',
    '"aliases"',
    '"Cost"',
    '"required"',
    'true',
    'null',
    '7',
    '-',
    '😀',
    '\ud800',
    '\u0000',
    '\ufeff',
  ]

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const { config } = readConfig(pieces.join(''))
        for (const profile of [...config.profiles.values()]) {
          expect(profile.initiative.length).toBeGreaterThan(0)
          expect(profile.survey.filter(({ kind }) => kind === 'references')).toHaveLength(1)
          openDocument('## Initiatives\n\n### A\n\n???\n', { config })
        }
      }),
      { numRuns: 3000 },
    )
  })
})

test('the example of the README is right', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, example = ''] = /```jsonc\n(.*?)```/su.exec(readme) ?? []
  const { config, problems } = readConfig(example)
  expect({ problems, sections: config.profile?.initiative.length }).toEqual({ problems: [], sections: 3 })
})

describe('the JSON Schema says what is read', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../server/schemas/survey.schema.json', import.meta.url), 'utf8'),
  ) as object
  const accepts = new Ajv({ allErrors: true, strict: false }).compile(schema)

  const word = fc.constantFrom('Cost', 'Stärken', 'Wer?', 'own', 'references', 'swot')
  const section = fc.record(
    { kind: word, title: word, aliases: fc.array(word), required: fc.boolean(), hint: fc.string() },
    { requiredKeys: ['title'] },
  )
  const profile = fc.record(
    {
      extends: word,
      initiatives: fc.record({ title: word, endings: fc.array(word), numbered: fc.boolean() }, { requiredKeys: [] }),
      initiative: fc.array(section, { minLength: 1 }),
      survey: fc.array(section).map((sections) => [...sections, { kind: 'references', title: 'Quellen' }]),
      suffixes: fc.array(word),
      placeholders: fc.array(word),
      none: fc.array(word),
    },
    { requiredKeys: [] },
  )
  const config = fc.record(
    {
      $schema: fc.webUrl(),
      profile: word,
      files: fc.array(word),
      profiles: fc.dictionary(fc.stringMatching(/^[a-z]{2}[a-z0-9_-]*$/u), profile),
    },
    { requiredKeys: [] },
  )

  /** What is about the form of the text, not about what its words mean together. */
  const FORM = /not known here|should be|is empty|needs a `title`/u

  test('a text of the right form is accepted by both', () => {
    fc.assert(
      fc.property(config, (value) => {
        expect(accepts(value)).toBe(true)
        expect(readConfig(JSON.stringify(value)).problems.filter(({ message }) => FORM.test(message))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('a property that is not known, or of another kind, is accepted by neither', () => {
    const wrong = fc.constantFrom<unknown>(7, null, '', { x: 1 }, [[]], [''])
    const change = (value: unknown, path: readonly number[], by: unknown): unknown => {
      const [index = 0, ...rest] = path
      if (typeof value !== 'object' || value === null || rest.length === 0) return by
      const keys = Object.keys(value)
      const key = keys[index % Math.max(1, keys.length)]
      if (key === undefined) return by
      return Array.isArray(value)
        ? value.with(Number(key), change(value[Number(key)], rest, by))
        : { ...value, [key]: change((value as Record<string, unknown>)[key], rest, by) }
    }
    fc.assert(
      fc.property(config, fc.array(fc.nat(50), { minLength: 2, maxLength: 7 }), wrong, (value, path, by) => {
        const changed = change(value, path, by)
        const { problems } = readConfig(JSON.stringify(changed))
        expect(
          problems.some(({ message }) => FORM.test(message)),
          problems.map(({ message }) => message).join('\n'),
        ).toBe(!accepts(changed))
      }),
      { numRuns: 2000 },
    )
  })
})

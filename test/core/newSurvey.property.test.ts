import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  incompleteIn,
  newSurveyParts,
  openDocument,
  profiles,
  profilesToChoose,
  readConfig,
  toText,
  type Config,
  type Document,
  type Profile,
} from '../../server/src/core'
import { countsByRule, findingsIn } from '../support/findings'
import { holds } from '../support/property'

/** What New Survey writes is a survey by the profile that was chosen, whatever that calls things. */

const WORDS = [
  ...['Strengths', 'Cost', 'References', 'Options', 'Options for us', 'Initiatives', 'Our options', 'None', 'TBD'],
  ...['Current initiatives', 'Observations', 'Who does it?', 'Stärken', 'Kosten 😀', '強み', '導入事例', 'Quellen'],
  ...['A: B', '*Bold*', '_Under_', '`code`', 'a & b', '&nbsp;x', 'C#', 'x #', '# x', '#1 Plasma', '#1', 'See [7]'],
  ...['- item', '1. x', '> q', 'What ???', 'a\\b', '$x', '${1:a}', '| a |', '---', '===', 'Strengths (so far)'],
  ...['<!-- x -->', '<a name="x"></a>y', '[x]: y', '```', 'İ', 'x\u00a0y', '???', '!', '[7]'],
]
const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.stringMatching(/^[\p{L}][\p{L} ?:#*_]{0,10}$/u) },
)
const sections = (fewest: number) =>
  fc.uniqueArray(
    fc.record(
      { title: words, aliases: fc.array(words, { maxLength: 2 }), required: fc.boolean(), hint: fc.string() },
      { requiredKeys: ['title'] },
    ),
    { minLength: fewest, maxLength: 6, selector: ({ title }) => title },
  )
const profile = fc.record(
  {
    extends: fc.constantFrom('swot', 'evaluation'),
    initiatives: fc.record(
      { title: words, endings: fc.array(words, { maxLength: 2 }), numbered: fc.boolean() },
      { requiredKeys: [] },
    ),
    initiative: sections(1),
    survey: sections(0).map((list) => [...list, { kind: 'references', title: 'Where from' }]),
    suffixes: fc.array(words, { maxLength: 2 }),
    placeholders: fc.array(words, { maxLength: 2 }),
    none: fc.array(words, { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const config = fc
  .record({
    profile: fc.constantFrom('own', 'other', 'swot', 'evaluation'),
    profiles: fc.record({ own: profile, other: profile }),
  })
  .map((value) => readConfig(JSON.stringify(value)).config)

const file = fc.constantFrom('', '', '\n', '---\ntitle: Ours\n---\n', '---\r\ntitle: Ours\r\n---\r\n\r\n')

test('whatever the profile', () => {
  let front = 0
  holds(
    150,
    fc.property(config, file, ({ ...folder }: Config, before) => {
      const hints = { config: folder }
      const blank = openDocument(before, hints)
      const choices = profilesToChoose(blank)
      expect(choices[0]).toBe(blank.survey.profile)
      expect(new Set(choices)).toEqual(new Set([...folder.profiles.values(), ...profiles]))
      for (const chosen of choices) {
        const text = toText(newSurveyParts(chosen, blank))
        if (text.startsWith('---')) front++
        expect(text.replace(/^survey: .*\r?\n/mu, '').startsWith(before.trimEnd())).toBe(true)
        const document = openDocument(text, hints)
        expectSkeleton(chosen, document)
        expectCitable(chosen, document)
      }
    }),
  )
  expect(front).toBeGreaterThan(0)
})

function expectSkeleton(profile: Profile, document: Document): void {
  const { recognition, survey } = document
  expect(recognition.survey, recognition.reason).toBe(true)
  expect(survey.profile).toBe(profile)
  const wanted = profile.initiative.filter(({ required }) => required).map(({ kind }) => kind)
  expect(survey.initiativesHeading).toBeDefined()
  expect(
    survey.initiatives.map(({ number, title, missing, sections: found }) => ({
      number,
      title,
      missing,
      sections: found.map(({ kind }) => kind),
    })),
  ).toEqual([{ number: profile.initiatives.numbered ? '1' : undefined, title: '???', missing: [], sections: wanted }])
  expect(survey.sections.map(({ kind }) => kind)).toEqual(profile.survey.map(({ kind }) => kind))
  const all = [...survey.sections, ...survey.initiatives.flatMap(({ sections: found }) => found)]
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['placeholder']))
  // Each is one that the jumps go to.
  expect(incompleteIn(survey)).toHaveLength(all.length)
  expect(Object.keys(countsByRule(findingsIn(document)))).toEqual(['placeholder-text'])
}

/** A citation is one there, and the entry that its fix adds is a reference. */
function expectCitable({ placeholders }: Profile, { text, hints }: Document): void {
  if (placeholders.some((word) => 'Fast .'.includes(word))) return
  // In the introduction, which every survey has.
  const cited = openDocument(text.replace(/(?<=\n)\?\?\?/u, 'Fast [1].'), hints)
  const [fix] = findingsIn(cited).flatMap(({ rule, fix: found }) =>
    rule.code === 'undefined-citation' && found ? [found] : [],
  )
  const after = openDocument(applyEdits(cited.text, fix?.edits() ?? []), hints)
  expect(after.survey.references.map(({ number }) => number)).toEqual([1])
  expect(after.survey.citations.map(({ number }) => number)).toEqual([1])
  expect(Object.keys(countsByRule(findingsIn(after)))).not.toContain('undefined-citation')
}

import { expect, test } from 'vitest'
import {
  isBlank,
  newSurveyParts,
  openDocument,
  profiles,
  profilesToChoose,
  readConfig,
  toText,
  type Hints,
  type Profile,
} from '../../server/src/core'
import { GERMAN } from '../support/german'

const [swot, evaluation] = profiles as readonly [Profile, Profile]

const OTHERS = ['evaluation', 'comparison', 'competitors', 'literature', 'options']
const german: Hints = { config: readConfig(GERMAN).config }
const written = (profile: Profile, hints: Hints = {}, before = ''): string =>
  toText(newSurveyParts(profile, openDocument(before, hints)))

test('front matter names the profile only where the file would not be read by it anyway', () => {
  expect(written(swot)).toMatch(/^# \?\?\?\n\n\?\?\?\n\n## Current initiatives\n\n### #1 \?\?\?\n/u)
  expect(written(evaluation)).toMatch(/^---\nsurvey: evaluation\n---\n\n# \?\?\?\n\n\?\?\?\n\n## Candidates\n/u)
  expect(written(german.config!.profile!, german)).toMatch(
    /^# \?\?\?\n\n\?\?\?\n\n## Aktuelle Initiativen\n\n### \?\?\?\n/u,
  )
  expect(written(swot, german)).toMatch(/^---\nsurvey: swot\n---\n\n# /u)
})

test('a profile whose sections are all optional, or whose name no front matter can have, gives a survey, too', () => {
  const hints = (name: string): Hints => ({
    config: readConfig(
      JSON.stringify({
        profile: name,
        profiles: { [name]: { initiatives: { title: 'Teas' }, initiative: [{ title: 'Taste', required: false }] } },
      }),
    ).config,
  })
  expect(written(hints('tea').config!.profile!, hints('tea'))).toMatch(/^---\nsurvey: tea\n---\n\n/u)
  expect(written(hints('my tea').config!.profile!, hints('my tea'))).toMatch(/^---\nsurvey: true\n---\n\n/u)
})

test('front matter that is there stays, and names the profile where it must', () => {
  expect(written(swot, {}, '---\r\ntitle: Teas\r\n---\r\n')).toMatch(
    /^---\r\ntitle: Teas\r\n---\r\n\r\n# \?\?\?\r\n\r\n\?\?\?\r\n\r\n## Current initiatives\r\n/u,
  )
  expect(written(evaluation, {}, '---\ntitle: Teas\n---')).toMatch(/^---\ntitle: Teas\nsurvey: evaluation\n---\n\n# /u)
  expect(written(evaluation, {}, '---\nsurvey: evaluation\n---\n\n')).toMatch(/^---\nsurvey: evaluation\n---\n\n# /u)
})

test('the profiles to choose from: what the file is read by first, and nothing else where it says so itself', () => {
  const names = (hints: Hints, text = '') => profilesToChoose(openDocument(text, hints)).map(({ name }) => name)
  expect(names({})).toEqual(['swot', ...OTHERS])
  expect(names(german)).toEqual(['swot-de', 'swot', ...OTHERS])
  expect(names(german, '---\nsurvey: evaluation\n---\n')).toEqual(['evaluation'])
  const own = readConfig('{ "profile": "evaluation", "profiles": { "swot": {}, "my tea": {} } }').config
  expect(names({ config: own })).toEqual(['evaluation', 'swot', ...OTHERS.slice(1)])
})

test('a blank file has nothing in it but front matter', () => {
  for (const text of ['', '\n\n', '---\nsurvey: true\n---', '---\r\ntitle: x\r\n---\r\n \r\n'])
    expect(isBlank(openDocument(text)), JSON.stringify(text)).toBe(true)
  for (const text of ['x', '---\nsurvey: true\n', '---\ntitle: x\n---\n\n#', '<!-- -->'])
    expect(isBlank(openDocument(text)), JSON.stringify(text)).toBe(false)
})

test('a title is written so that it is read as that title', () => {
  const titles = ['Rank #', '#1 reason', 'Proof [7]', '<!-- none -->', 'C#']
  const { config, problems } = readConfig(
    JSON.stringify({ profile: 'own', profiles: { own: { initiative: titles.map((title) => ({ title })) } } }),
  )
  expect(problems).toEqual([])
  const text = written(config.profile!, { config })
  expect(text.match(/^#### .*$/gmu)).toEqual([
    '#### Rank \\#',
    '#### \\#1 reason',
    '#### Proof',
    '#### \\<!-- none -->',
    '#### C#',
  ])
})

import { expect, test } from 'vitest'
import { newSurvey } from '../../server/src/features/newSurvey'
import { listProfiles } from '../../server/src/features/listProfiles'
import type { ProfileInfo } from '../../server/src/protocol'
import { ask, check } from '../support/check'

test('a whole survey, the cursor in its title, the stops in the order of the text', async () => {
  const [text = ''] = await check(newSurvey, '')
  expect(text).toMatch(/^# \$\{1:\?\?\?\}\n\n\$\{2:\?\?\?\}\n\n## Current initiatives\n\n### #1 \$\{3:\?\?\?\}\n/u)
  expect([...text.matchAll(/\$\{(\d+):/gu)].map(([, stop]) => Number(stop))).toEqual(
    Array.from({ length: 11 }, (_, i) => i + 1),
  )
  expect(text.match(/^## .*$/gmu)).toEqual(['## Current initiatives', '## Observations', '## References'])
  expect(text).toMatch(/\n\$0$/u)
})

test('the profile that was chosen, in a file that would not be read by it otherwise', async () => {
  const [text = ''] = await check(newSurvey, '', { params: { profile: 'evaluation' } })
  expect(text).toMatch(/^---\nsurvey: evaluation\n---\n\n# \$\{1:\?\?\?\}\n\n\$\{2:\?\?\?\}\n\n## Candidates\n/u)
  expect((await check(newSurvey, '', { params: { profile: 'no such thing' } }))[0]).toMatch(/^# /u)
})

test('an open file that is blank keeps its front matter and its line breaks', async () => {
  const uri = 'file:///work/survey.md'
  const [text = ''] = await check(newSurvey, '---\ntitle: Teas\n---\n', { params: { uri }, lineBreak: '\r\n' })
  expect(text).toMatch(/^---\r\ntitle: Teas\r\n---\r\n\r\n# \$\{1:\?\?\?\}\r\n/u)
  // What stands in any other is not what the new survey is about.
  expect((await check(newSurvey, '---\nsurvey: evaluation\n---\nTeas\n', { params: { uri } }))[0]).toMatch(/^# /u)
})

test('the profiles to choose from, each with what it has on one line', async () => {
  const { answer } = await ask<readonly ProfileInfo[]>(listProfiles, '')
  expect(answer.map(({ name, summary }) => `${name} ${summary}`)).toEqual([
    'swot Current initiatives: What is it?, Who does it?, Strengths, Weaknesses, Opportunities, Threats',
    'evaluation Candidates: Summary, Maturity, Licence, Cost, Pros, Cons, Verdict',
    'comparison Options: Overview, Strengths, Weaknesses, Verdict',
    'competitors Competitors: Overview, Strengths, Weaknesses, Pricing, What it means for us',
    'literature Papers: Summary, Method, Strengths, Limitations, Relevance',
    'options Considered options: Description, Pros, Cons',
  ])
  const declared = await ask<readonly ProfileInfo[]>(listProfiles, '---\nsurvey: evaluation\n---\n', {
    params: { uri: 'file:///work/survey.md' },
  })
  expect(declared.answer.map(({ name }) => name)).toEqual(['evaluation'])
})

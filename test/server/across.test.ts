import { describe, expect, test } from 'vitest'
import { acrossRequest, acrossSectionsRequest, type AcrossAnswer, type AcrossSection } from '../../server/src/protocol'
import { survey } from '../support/cli'
import { startClient } from '../support/client'
import { folderWith } from '../support/folder'

const SURVEY = `## Current initiatives

### #1 Tea

#### Strengths

Fresh.

#### Threats

Drought.

### #2 Coffee

#### Threats

Frost.
`

describe('survey across', () => {
  test('prints one text with links back', async () => {
    const cwd = folderWith({ 'my (own) survey.md': SURVEY })
    expect(await survey(['across', 'threats', 'my (own) survey.md'], { cwd })).toEqual({
      code: 0,
      stderr: '',
      stdout: `# Threats

## [#1 Tea](my%20%28own%29%20survey.md#1-tea)

Drought.

## [#2 Coffee](my%20%28own%29%20survey.md#2-coffee)

Frost.
`,
    })
    const piped = await survey(['across', 'Strengths', '-'], { stdin: SURVEY })
    expect(piped.stdout).toContain('## [#2 Coffee](#2-coffee)\n\n*missing*\n')
  })

  test('says which sections there are, and what it needs', async () => {
    const cwd = folderWith({ 'a.md': SURVEY, 'b.md': '# Poem\n' })
    expect(await survey(['across', 'cost', 'a.md'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'survey: a.md: no initiative has a section “cost”; there are what, who, strengths, weaknesses, opportunities, threats\n',
    })
    expect(await survey(['across', 'a.md'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'survey: which section, and of which file? As in survey across threats survey.md\n',
    })
    expect(await survey(['across', 'threats', 'b.md'], { cwd })).toMatchObject({
      code: 0,
      stderr: 'survey: b.md: is left out, as it is not a survey\n',
    })
    expect((await survey(['across', '--help'])).stdout).toContain('Usage: survey across [OPTION…] SECTION FILE…')
  })
})

test('a client is told the sections, the text and where its lines are from', async () => {
  const { connection, open, stop } = await startClient()
  const uri = await open(SURVEY)
  const sections = await connection.sendRequest<readonly AcrossSection[]>(acrossSectionsRequest.method, { uri })
  expect(sections.map(({ name, count, total }) => `${name} ${count}/${total}`)).toEqual([
    'what 0/2',
    'who 0/2',
    'strengths 1/2',
    'weaknesses 0/2',
    'opportunities 0/2',
    'threats 2/2',
  ])
  const answer = await connection.sendRequest<AcrossAnswer>(acrossRequest.method, { uri, section: 'threats' })
  expect(answer.text.split('\n').slice(2, 5)).toEqual(['## #1 Tea', '', 'Drought.'])
  expect(answer.headings).toEqual([2, 6])
  expect(answer.sources.slice(2, 5)).toEqual([{ line: 2, character: 4 }, null, { line: 10, character: 0 }])
  expect(await connection.sendRequest(acrossRequest.method, { uri, section: 'cost' })).toBeNull()
  await stop()
})

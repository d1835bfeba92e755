import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { survey } from '../support/cli'
import { folderWith } from '../support/folder'
import { breaches } from '../support/schema'

/** The only file of the result, after the whole of it was compared with its schema. */
async function only(command: 'outline' | 'check', content: string): Promise<unknown> {
  const cwd = folderWith({ 'a.md': content })
  const { stdout, stderr } = await survey([command, '--format', 'json', 'a.md'], {
    cwd,
    env: { SURVEY_TODAY: '2026-11-22' },
  })
  expect(stderr).toBe('')
  const result = JSON.parse(stdout) as { files: readonly unknown[] }
  expect(breaches(command, result)).toBe('')
  expect(result.files).toHaveLength(1)
  return result.files[0]
}

const SURVEY = `# Brews 🍵

See 🍵🍵 [[2]](https://example.org/b) and [1], but not \`[1]\`.

## Initiatives

### #1 Green *tea*

#### Opportunities for us

Sold everywhere [1].

#### Strengths

None.

#### Weaknesses

Bitter ???

#### History

Long.

### Coffee

_Who uses it?_

_Strengths_

TBD

## References

[1] Tea, a
  history, https://example.org/a, Date accessed: 2020&#8209;05&#8209;05.

[2] , , Date accessed: 2018-06-??.`

const OUTLINE = {
  path: 'a.md',
  survey: true,
  recognition: 'survey',
  profile: 'swot',
  initiatives: [
    {
      line: 7,
      number: '1',
      title: 'Green *tea*',
      sections: [
        { kind: 'what', state: 'missing' },
        { kind: 'who', state: 'missing' },
        { kind: 'opportunities', line: 9, state: 'complete', label: 'heading' },
        { kind: 'strengths', line: 13, state: 'none', label: 'heading' },
        { kind: 'weaknesses', line: 17, state: 'draft', label: 'heading' },
        { kind: 'threats', state: 'missing' },
      ],
    },
    {
      line: 25,
      number: null,
      title: 'Coffee',
      sections: [
        { kind: 'what', state: 'missing' },
        { kind: 'who', line: 27, state: 'empty', label: 'emphasis' },
        { kind: 'strengths', line: 29, state: 'placeholder', label: 'emphasis' },
        { kind: 'weaknesses', state: 'missing' },
        { kind: 'opportunities', state: 'missing' },
        { kind: 'threats', state: 'missing' },
      ],
    },
  ],
  references: [
    { number: 1, line: 35, title: 'Tea, a history', url: 'https://example.org/a', accessed: '2020-05-05' },
    { number: 2, line: 38, accessed: '2018-06-??' },
  ],
  citations: [
    { number: 2, line: 3, character: 10 },
    { number: 1, line: 3, character: 42 },
    { number: 1, line: 11, character: 16 },
  ],
}

describe('outline', () => {
  test('has every part of a survey, at its line', async () => {
    expect(await only('outline', SURVEY)).toEqual(OUTLINE)
  })

  test('is the same with CRLF', async () => {
    expect(await only('outline', SURVEY.replaceAll('\n', '\r\n'))).toEqual(OUTLINE)
  })

  test('is the same with a byte order mark, also before front matter', async () => {
    expect(await only('outline', `\ufeff${SURVEY}`)).toEqual(OUTLINE)
    expect(await only('outline', '\ufeff[1]\n---\nsurvey: true\n---\n')).toEqual({
      path: 'a.md',
      survey: false,
      recognition: 'none',
    })
    expect(await only('outline', '\ufeff---\nsurvey: true\n---\nSee [3].')).toMatchObject({
      survey: true,
      citations: [{ number: 3, line: 4, character: 4 }],
    })
  })

  test('tells of a candidate what it looks like, and that nobody has said what it is', async () => {
    const text = ['Tea', 'Coffee', 'Cocoa']
      .map((name) => `## ${name}\n\n- **Pros**: warm\n- **Cons**: wet\n`)
      .join('\n')
    expect(await only('outline', text)).toMatchObject({
      survey: false,
      recognition: 'candidate',
      profile: 'inferred',
      initiatives: [
        {
          title: 'Tea',
          sections: [
            { kind: 'pros', line: 3, label: 'item' },
            { kind: 'cons', line: 4 },
          ],
        },
        {},
        {},
      ],
    })
    expect(await only('check', text.replace('- **Cons**: wet\n', ''))).toMatchObject({
      recognition: 'candidate',
      findings: [],
    })
  })

  test('tells no more of a file that is no survey', async () => {
    expect(await only('outline', '# Brews\n\nTea [1].\n')).toEqual({ path: 'a.md', survey: false, recognition: 'none' })
    expect(await only('outline', 'x')).toEqual({ path: 'a.md', survey: false, recognition: 'none' })
  })
})

describe('check', () => {
  test('has every finding, at its place', async () => {
    const found = (await only('check', '---\nsurvey: true\n---\n🍵 See [[7]].\n')) as {
      findings: readonly { code: string }[]
    }
    expect(found).toMatchObject({ path: 'a.md', survey: true })
    expect(found.findings.find(({ code }) => code === 'undefined-citation')).toEqual({
      code: 'undefined-citation',
      severity: 'information',
      message: expect.any(String),
      line: 4,
      character: 8,
      endLine: 4,
      endCharacter: 11,
      fixable: true,
    })
  })

  test('finds nothing in a file that is no survey', async () => {
    expect(await only('check', '# Brews\n\n???\n')).toEqual({
      path: 'a.md',
      survey: false,
      recognition: 'none',
      findings: [],
    })
  })
})

test('the sample shows what there is to see, and nothing else is wrong with it', async () => {
  const sample = readFileSync(
    fileURLToPath(new URL('../../samples/developer-portals/survey.md', import.meta.url)),
    'utf8',
  )
  const { findings } = (await only('check', sample)) as { findings: readonly { code: string }[] }
  expect(findings.map(({ code }) => code)).toEqual(['placeholder-text', 'missing-section', 'placeholder-text'])
  const { initiatives, references } = (await only('outline', sample)) as {
    initiatives: readonly unknown[]
    references: readonly unknown[]
  }
  expect([initiatives.length, references.length]).toEqual([4, 8])
})

import { describe, expect, test } from 'vitest'
import { newInitiative } from '../../server/src/features/newInitiative'
import { ask, check } from '../support/check'
import { fixture } from '../support/fixture'
import { inEmphasis, inHeadings } from '../support/sample'

const TITLES = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']
const initiative = (number: string, label = (title: string): string => `#### ${title}`): string =>
  `### ${number}\${1:???}\n\n${TITLES.map((title, i) => `${label(title)}\n\n\${${i + 2}:???}`).join('\n\n')}$0`

/** Expects the text with `added` in the place of `⟨here⟩`, and nothing else changed but what `renumbered` does. */
async function expectInserted(
  source: string,
  added: string,
  lineBreak = '\n',
  renumbered = (text: string) => text,
): Promise<void> {
  const [answer] = await check(newInitiative, source.replace('⟨here⟩', ''), { lineBreak })
  expect(answer).toBe(
    renumbered(fixture(source, lineBreak).text).replace('⟨here⟩', () => added.replaceAll('\n', lineBreak)),
  )
}

describe('behind the initiative at the cursor, else behind the last', () => {
  const THREE = `$0# Title\n\n## Initiatives\n\n### #1 A\n\n#### Threats\n\nNone.\n\n### #2 B\n\n#### Threats\n\nNone, see #1.\n\n## References\n\n[1] One\n`
  const from = (before: string): string => THREE.replace('$0', '').replace(before, `$0${before}`)

  test.each(['# Title', '## Init', '### #2 B', ', see #1', '\n\n## Ref', '## Ref', '[1] One'])(
    'last, from “%s”',
    async (place) => {
      await expectInserted(from(place).replace('see #1.', 'see #1.⟨here⟩'), `\n\n${initiative('#3 ')}`)
    },
  )

  test.each(['### #1 A', '1 A', '\n\n#### Threats', '#### Threats', 'None.\n', '\n### #2'])(
    'second, from “%s”; the next one becomes #3',
    async (place) => {
      await expectInserted(
        from(place).replace('None.\n\n###', 'None.⟨here⟩\n\n###').replace('None.\n$0\n###', 'None.⟨here⟩\n$0\n###'),
        `\n\n${initiative('#2 ')}`,
        '\n',
        (text) => text.replace('#2 B', '#3 B'),
      )
    },
  )
})

test.each(['\n', '\r\n'])('unnumbered and emphasised where the file is (%j)', async (lineBreak) => {
  await expectInserted(
    inEmphasis('$0x').replace('threat [[12]].', 'threat [[12]].⟨here⟩'),
    `\n\n${initiative('', (title) => `_${title}_`)}`,
    lineBreak,
  )
})

test('at the end of a file without final newline', async () => {
  await expectInserted('## Initiatives\n\n### #1 A\n\n#### Threats\n\n😀$0⟨here⟩', `\n\n${initiative('#2 ')}`)
})

test('a catch-all keeps its place and its mark', async () => {
  const source = (cursor: string): string =>
    `## Initiatives\n\n### #1 A${cursor}\n\n#### Threats\n\nNone.⟨here⟩\n\n### #? What else?\n\n### #2 B\n`
  await expectInserted(source('$0'), `\n\n${initiative('#2 ')}`, '\n', (text) => text.replace('#2 B', '#3 B'))
})

test('a comment about the next heading stays with it', async () => {
  await expectInserted(
    '## Initiatives\n\n### #1 A$0\n\n#### Threats\n\nNone.⟨here⟩\n\n<!-- survey-disable-next-line -->\n### #2 B\n',
    `\n\n${initiative('#2 ')}`,
    '\n',
    (text) => text.replace('#2 B', '#3 B'),
  )
})

describe('the first', () => {
  const heading = '## Current initiatives\n\n'

  test('in a survey that has nothing yet', async () => {
    await expectInserted('---\nsurvey: true\n---⟨here⟩$0', `\n\n${heading}${initiative('#1 ')}`)
    await expectInserted('---\nsurvey: true\n---\n\n# Title $0\n\nWords.⟨here⟩\n', `\n\n${heading}${initiative('#1 ')}`)
  })

  test('above the sections that end a survey', async () => {
    await expectInserted(
      '---\nsurvey: true\n---\n\n# Title⟨here⟩\n\n## Observations\n\n???$0\n\n## References\n\n[1] One\n',
      `\n\n${heading}${initiative('#1 ')}`,
    )
  })

  test('below the heading for initiatives and what introduces them', async () => {
    await expectInserted(
      '---\nsurvey: true\n---\n\n## Initiatives\n\nAll that we found.⟨here⟩\n\n## References\n\n$0[1] One\n',
      `\n\n${initiative('#1 ')}`,
    )
  })
})

test('only for the version that the client sees, and only in a survey', async () => {
  expect(await check(newInitiative, inHeadings('$0x'), { params: { version: 6 } })).toEqual([])
  expect(await check(newInitiative, '# Read me$0\n')).toEqual([])
  expect((await ask<{ version: number }>(newInitiative, inHeadings('$0x'))).answer.version).toBe(7)
})

describe('the titles of its sections go together', () => {
  const survey = (...initiatives: readonly (readonly string[])[]): string =>
    `## Initiatives\n\n${initiatives
      .map((titles, i) => `### #${i + 1} A${i}\n\n${titles.map((title) => `#### ${title}\n\nWords.\n\n`).join('')}`)
      .join('')}`
  const SWOT = TITLES.slice(2)
  const titlesOf = async (source: string): Promise<readonly string[] | undefined> => {
    const [answer = ''] = await check(newInitiative, source)
    return answer
      .slice(answer.indexOf('${1:'))
      .match(/^#### .*$/gmu)
      ?.map((line) => line.slice(5))
  }

  test('as in the initiatives that have the most common ones', async () => {
    const one = ['What is it?', 'Who does it?', ...SWOT]
    const many = ['What are they?', 'Who uses them?', ...SWOT]
    expect(await titlesOf(survey(one, many, many))).toEqual(many)
    expect(await titlesOf(survey(many, one, one))).toEqual(one)
    // None is the most common: the latest.
    expect(await titlesOf(survey(one, many))).toEqual(many)
    expect(await titlesOf(survey(many, one))).toEqual(one)
  })

  test('not each the most common by itself, and never one of the profile’s beside one of the file’s', async () => {
    const mixed = survey(
      ['What does it do?', 'Who uses them?', ...SWOT],
      ['What are they?', 'Who uses them?', ...SWOT],
      ['What is it?', 'Who is behind it?', ...SWOT],
    )
    expect((await titlesOf(mixed))?.slice(0, 2)).toEqual(['What are they?', 'Who uses them?'])
  })

  test('a title with the initiative’s own name in it stays its own', async () => {
    expect((await titlesOf(survey([...TITLES.slice(0, 5), 'Threats to A0'])))?.at(-1)).toBe('Threats')
    const ours = [...TITLES.slice(0, 5), 'Threats to us']
    expect((await titlesOf(survey(ours, ours)))?.at(-1)).toBe('Threats to us')
  })
})

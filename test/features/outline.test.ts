import { expect, test } from 'vitest'
import { outline } from '../../server/src/features/outline'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])(
  'everything with its state, the missing where it belongs, the placeholder selected (%j)',
  async (lineBreak) => {
    expect(await check(outline, inHeadings('😀 TBD [7], [7].'), { lineBreak })).toEqual([
      'swot 0/6: This is a survey: 1 initiative below the heading “Current initiatives”.',
      '#1 0/6 3:14 “”',
      '  What is it? (draft) 7:4 “TBD”',
      '  Who does it? (missing) 8:1 “”',
      '  Strengths (missing) 8:1 “”',
      '  Weaknesses (missing) 8:1 “”',
      '  Opportunities (missing) 8:1 “”',
      '  Threats (placeholder) 11:1 “???”',
      'References (complete) 17:65 “”',
      '[7] ×2 Plasma: a primer 15:103 “”',
      '[12] ×0 Rootstock 17:65 “”',
      'to write: Plasma › What is it? (draft) 7:4 “TBD”',
      'to write: Plasma › Who does it? (missing) 8:1 “”',
      'to write: Plasma › Strengths (missing) 8:1 “”',
      'to write: Plasma › Weaknesses (missing) 8:1 “”',
      'to write: Plasma › Opportunities (missing) 8:1 “”',
      'to write: Plasma › Threats (placeholder) 11:1 “???”',
    ])
  },
)

test('unnumbered, emphasised, an empty section to write in, sections of the survey itself', async () => {
  const rows = await check(outline, `## Why?\n\n???\n\n${inEmphasis('')}`)
  expect(rows.slice(1, 4)).toEqual([
    '#null 1/6 7:11 “”',
    '  What is it? (empty) 11:1 “”',
    '  Who does it? (missing) 11:1 “”',
  ])
  expect(rows.filter((row) => row.startsWith('Why?') || row.startsWith('to write'))).toEqual([
    'Why? (placeholder) 3:1 “???”',
    'to write: Why? (placeholder) 3:1 “???”',
    'to write: Plasma › What is it? (empty) 11:1 “”',
    'to write: Plasma › Who does it? (missing) 11:1 “”',
    'to write: Plasma › Strengths (missing) 11:1 “”',
    'to write: Plasma › Weaknesses (missing) 11:1 “”',
    'to write: Plasma › Opportunities (missing) 11:1 “”',
  ])
})

test.each(['\n', '\r\n'])(
  'where nothing is to be written over, one writes on behind what is written (%j)',
  async (lineBreak) => {
    const text = `# Storage

## Why? ##

It is slow. 😀

---

## Initiatives

### #1 ???

#### Strengths

- Fast [1].
<!-- survey-disable-next-line -->

#### Weaknesses

None.

***

### #2 Loom ###

#### Strengths

Many
lines.

<!-- Who counts? -->

## References

[1] 分层存储, https://a.org, Date accessed: 2018-06-07.

[1]: https://a.org '分层存储'

[2] ???, https://b.org, Date accessed: 2018-06-07.`
    const rows = (await check(outline, text, { lineBreak })).filter((row) => !/missing|to write/u.test(row))
    expect(rows.slice(1)).toEqual([
      '#1 2/6 11:8 “???”',
      '  Strengths (complete) 15:12 “”',
      '  Weaknesses (none) 20:6 “”',
      '#2 1/6 24:12 “”',
      '  Strengths (complete) 29:7 “”',
      'Why? (complete) 5:15 “”',
      'References (draft) 39:5 “???”',
      '[1] ×1 分层存储 35:52 “”',
      '[2] ×0 ??? 39:5 “???”',
    ])
  },
)

test('numbers in one pair of brackets count, and those inside ranges', async () => {
  expect((await check(outline, inHeadings('[7, 12], [5]-[8].'))).filter((row) => row.startsWith('['))).toEqual([
    '[7] ×2 Plasma: a primer 15:103 “”',
    '[12] ×1 Rootstock 17:65 “”',
  ])
})

test('link definitions, where they are all the list that there is', async () => {
  const text =
    '# Storage\n\n## Current initiatives\n\n### Plasma\n\n#### Strengths\n\nFast [1], [1].\n\n## References\n\n[1]: <https://a.org/x>\n[2]: https://b.org "Rootstock 😀"\n'
  expect((await check(outline, text)).filter((row) => row.startsWith('['))).toEqual([
    '[1] ×2 https://a.org/x 13:23 “”',
    '[2] ×0 Rootstock 😀 14:34 “”',
  ])
})

test('a file that is no survey, or not open, or given as text', async () => {
  expect(await check(outline, '# Read me\n')).toEqual([expect.stringMatching(/^This is not a survey: /u)])
  expect(await check(outline, 'x', { params: { uri: 'file:///nowhere.md' } })).toEqual([])
  const { answer } = await ask(outline, 'x', { params: { uri: 'file:///nowhere.md', text: inHeadings('x') } })
  expect(answer).toMatchObject({ version: null, survey: true, initiatives: [{ title: 'Plasma' }] })
})

const toWrite = async (source: string, lineBreak?: string) =>
  (await check(outline, source, { ...(lineBreak && { lineBreak }) }))
    .filter((row) => row.startsWith('to write: '))
    .map((row) => row.slice('to write: '.length))

test('a reference with a placeholder is to be written; one without, and one that is only never cited, is not', async () => {
  const references = `[1] ???, https://a.org, Date accessed: 2018-06-07.

[2] Rootstock, https:/????, Date accessed: 2018-06-??.

[3] Plasma, https://c.org, Date accessed: 2018-06-07.

[3]: ???? 'Plasma'

[4] Loom, https://d.org, Date accessed: 2018-06-07.
`
  expect(await toWrite(`---\nsurvey: true\n---\n## References\n\n${references}`)).toEqual([
    '[1] ??? (placeholder) 6:5 “???”',
    '[2] Rootstock (draft) 8:23 “????”',
    '[3] Plasma (draft) 12:6 “????”',
  ])
})

test('a list of link definitions counts those that lead nowhere; none of them makes the list empty', async () => {
  expect(
    await toWrite('---\nsurvey: true\n---\n## References\n\n[1]: https://a.org\n[2]: ???\n[3]: https://c.org "???"\n'),
  ).toEqual(['[2] ??? (placeholder) 7:6 “???”', '[3] ??? (placeholder) 8:21 “???”'])
})

test('the reference list counts for what stands in none of its references', async () => {
  const list = (body: string) => toWrite(`---\nsurvey: true\n---\n## References${body}`)
  expect(await list('\n\n???\n')).toEqual(['References (placeholder) 6:1 “???”'])
  expect(await list('\n')).toEqual(['References (empty) 5:1 “”'])
  expect(await list('\n\nTBD: sort them.\n\n[1] Plasma, https://a.org, Date accessed: 2018-06-07.\n')).toEqual([
    'References (draft) 6:1 “TBD”',
  ])
  expect(await list('\n\nNone.\n')).toEqual([])
})

test('a section of the survey that is not there is not asked for, and one that says none is written', async () => {
  expect(await toWrite('---\nsurvey: true\n---\n## Observations\n\nNone known.\n')).toEqual([])
})

const whole =
  '#### What is it?\n\nA chain.\n\n#### Who does it?\n\nTwo.\n\n#### Strengths\n\nFast.\n\n#### Weaknesses\n'

test.each(['\n', '\r\n'])(
  'the place of a missing section is where one writes on: below what precedes it (%j)',
  async (lineBreak) => {
    const places = (end: string) => toWrite(`## Initiatives\n\n### #1 Plasma\n\n${whole}${end}`, lineBreak)
    expect(await places('\nYoung.\n\n#### Opportunities\n\nMany.\n\n### #2 Loom\n')).toContain(
      'Plasma › Threats (missing) 24:1 “”',
    )
    // Without a line that is free there, at the end of the words.
    expect(await places('\nYoung.\n\n#### Opportunities\n\nMany. 😀')).toEqual(['Plasma › Threats (missing) 23:9 “”'])
    expect(await places('\nYoung.\n#### Threats\nFew.\n')).toEqual(['Plasma › Opportunities (missing) 19:7 “”'])
    // Behind an empty section, in it: both are written there.
    expect(await places('\n#### Threats\n\nFew.\n')).toEqual([
      'Plasma › Weaknesses (empty) 18:1 “”',
      'Plasma › Opportunities (missing) 18:1 “”',
    ])
  },
)

test('the place of the first section is below the title', async () => {
  expect((await toWrite('## Initiatives\n\n### #1 Plasma\n\n#### Threats\n\nFew.\n'))[0]).toBe(
    'Plasma › What is it? (missing) 4:1 “”',
  )
  expect((await toWrite('## Initiatives\n\n### #1 Plasma'))[0]).toBe('Plasma › What is it? (missing) 3:14 “”')
})

test('an empty section has its place on a free line, never on the next heading', async () => {
  expect(await toWrite('---\nsurvey: true\n---\n## Why?\n\n## Observations\n## More\n')).toEqual([
    'Why? (empty) 5:1 “”',
    'Observations (empty) 6:16 “”',
    'More (empty) 8:1 “”',
  ])
})

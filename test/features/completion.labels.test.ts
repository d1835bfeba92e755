import { describe, expect, test } from 'vitest'
import type { CompletionList } from 'vscode-languageserver'
import { completion } from '../../server/src/features/completion'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

const labels = (rows: readonly string[]): readonly string[] => rows.map((row) => row.slice(0, row.indexOf(' → ')))
const MISSING = ['Who does it?', 'Strengths', 'Weaknesses', 'Opportunities']

const NEW =
  '### #2 ${1:???}\n\n#### What is it?\n\n${2:???}\n\n#### Who does it?\n\n${3:???}\n\n#### Strengths\n\n${4:???}\n\n#### Weaknesses\n\n${5:???}\n\n#### Opportunities\n\n${6:???}\n\n#### Threats\n\n${7:???}$0'

test('in an initiative: its missing sections in order, then the next initiative', async () => {
  expect(await check(completion, inHeadings('It is.\n\n#$0'))).toEqual([
    ...MISSING.map((title) => `${title} → #### ${title}\n\n\${1:???}$0`),
    `#2 New initiative → ${NEW}`,
  ])
})

test('in emphasis, each label a paragraph of its own', async () => {
  const rows = await check(completion, inEmphasis('It is.\n#$0\nMore.'))
  expect(labels(rows)).toEqual([...MISSING, 'New initiative'])
  expect(rows[1]).toBe('Strengths → \n_Strengths_\n\n${1:???}\n$0')
})

test('with the line breaks of the file', async () => {
  expect((await check(completion, inHeadings('It is.\n\n#$0'), { lineBreak: '\r\n' }))[0]).toBe(
    'Who does it? → #### Who does it?\r\n\r\n${1:???}$0',
  )
})

test('plain text where the client knows no snippets', async () => {
  expect((await check(completion, inHeadings('It is.\n\n#$0'), { capabilities: {} }))[0]).toBe(
    'Who does it? → #### Who does it?\n\n???$0',
  )
})

test('at the end of the last initiative, on the last line of the file', async () => {
  const text = inHeadings('It is.').replace(/## References[^]*/u, '#$0')
  expect(labels(await check(completion, text))).toEqual([...MISSING, '#2 New initiative'])
})

describe('half-typed', () => {
  test.each([
    ['####$0', [...MISSING, '#2 New initiative']],
    ['#### $0', [...MISSING, '#2 New initiative']],
    ['#### Str$0', ['Strengths']],
    ['### str$0', ['Strengths']],
    ['  ### Str$0', ['Strengths']],
    // It is below already.
    ['### Thr$0', []],
    ['### What$0', []],
    ['### New$0', ['#2 New initiative']],
    ['### #2$0', ['#2 New initiative']],
    ['### #2 Pla$0', []],
  ])('%s', async (typed, found) => {
    expect(labels(await check(completion, inHeadings(`It is.\n\n${typed}`)))).toEqual(found)
  })
})

test('a new initiative moves the numbers of the later ones up, and only those', async () => {
  const text =
    '## Initiatives\n\n### #1 A\n\n#### Threats\n\nNone.\n\n###$0\n\n### #2 B\n\n#### Threats\n\nSee #2.\n\n### #3 C\n\n### #? What else?\n'
  const { answer } = await ask<CompletionList>(completion, text)
  const item = answer.items.at(-1)
  expect(item?.label).toBe('#2 New initiative')
  expect(item?.additionalTextEdits).toEqual([
    { range: { start: { line: 10, character: 5 }, end: { line: 10, character: 6 } }, newText: '3' },
    { range: { start: { line: 16, character: 5 }, end: { line: 16, character: 6 } }, newText: '4' },
  ])
})

test('outside the initiatives: the sections that the survey itself lacks', async () => {
  expect(await check(completion, `# Title\n\n#$0\n\n${inHeadings('x')}`)).toEqual([
    'Observations → ## Observations\n\n${1:???}$0',
  ])
  expect(labels(await check(completion, `${inHeadings('x')}\n#$0`))).toEqual(['Observations'])
  expect(
    labels(await check(completion, inHeadings('x').replace('## References', '## Obs$0\n\n## References'))),
  ).toEqual(['Observations'])
})

test('in a survey that has nothing yet: the initiatives, and its own sections', async () => {
  const rows = await check(completion, '---\nsurvey: true\n---\n\n#$0')
  expect(labels(rows)).toEqual(['Current initiatives', 'Observations', 'References'])
  expect(rows[0]).toMatch(
    /^Current initiatives → ## Current initiatives\n\n### #1 \$\{1:\?\?\?\}\n\n#### What is it\?/u,
  )
  expect(labels(await check(completion, '---\nsurvey: true\n---\n\n## Initiatives\n\n#$0'))).toEqual([
    '#1 New initiative',
  ])
})

describe('silent', () => {
  test.each(
    [
      'so #$0',
      '#$0 title',
      '#### $0Strengths',
      '#######$0',
      '    #$0',
      '```\n#$0\n```',
      '<!--\n#$0\n-->',
      '<div>\n#$0\n</div>',
      '\\#$0',
      '$0',
    ].map((prose) => [prose]),
  )('%s', async (prose) => {
    expect(await check(completion, inHeadings(prose))).toEqual([])
  })

  test('in front matter, and in a file that is no survey', async () => {
    expect(await check(completion, `---\nsurvey: true\n#$0\n---\n${inHeadings('x')}`)).toEqual([])
    expect(await check(completion, '# Read me\n\n#$0\n')).toEqual([])
  })
})

const things = (write: (title: string, text: string) => string, typed: string): string =>
  [
    '---\nsurvey: inferred\n---\n',
    ...['Redis', 'Kafka'].map((name) => `## ${name}\n\n${write('Pros', 'Fast.')}${write('Cons', 'Big.')}`),
    `## NATS\n\n${write('Pros', 'Small.')}${typed}\n`,
  ].join('\n')

test.each([
  ['run-ins, behind their mark', (title: string, text: string) => `**${title}:** ${text}\n\n`, '**$0', '**Cons:** '],
  ['underscores', (title: string, text: string) => `_${title}:_ ${text}\n\n`, '_$0', '_Cons:_ '],
  [
    'list items, behind their mark',
    (title: string, text: string) => `- **${title}**: ${text}\n`,
    '- **$0',
    '- **Cons**: ',
  ],
  [
    'list items, behind the bullet',
    (title: string, text: string) => `- **${title}**: ${text}\n`,
    '- $0',
    '- **Cons**: ',
  ],
  ['plain list items', (title: string, text: string) => `- ${title}: ${text}\n`, '- $0', '- Cons: '],
])('where labels are %s, the missing section as they are written', async (_, write, typed, label) => {
  expect(await check(completion, things(write, typed))).toEqual([`Cons → ${label}\${1:???}$0`])
})

test.each(['*$0', '**$0', '- $0', '_$0'])('where labels are headings, nothing at %s', async (typed) => {
  expect(await check(completion, inHeadings(`It is.\n\n${typed}`))).toEqual([])
})

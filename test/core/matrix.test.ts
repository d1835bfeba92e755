import { describe, expect, test } from 'vitest'
import { matrixFormats, matrixOf, openDocument } from '../../server/src/core'
import { firstLine } from '../../server/src/core/matrix/firstLine'
import { cellWords } from '../../server/src/core/matrix/cellWords'
import { FORMS } from '../support/comparisons'
import { inEmphasis, inHeadings } from '../support/sample'

const rowsOf = (text: string): readonly (readonly string[])[] => {
  const { columns, rows } = matrixOf(openDocument(text))
  return [columns.map(({ title }) => title), ...rows.map(({ title, cells }) => [title, ...cells.map(cellWords)])]
}

test.each([
  ['headings', inHeadings, 'placeholder: ???'],
  ['emphasis', inEmphasis, 'complete, 2 words, 1 citation: A threat [12].'],
])('states, words, citations and first lines: %s', (_, survey, threats) => {
  expect(rowsOf(survey('It is *fast* [[7]](https://a.org/x_y), [12]–[14].\nAnd small.'))).toEqual([
    ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats'],
    [
      'Plasma',
      'complete, 5 words, 4 citations: It is fast [7], [12]–[14].',
      'missing',
      'missing',
      'missing',
      'missing',
      threats,
    ],
  ])
})

test.each(Object.keys(FORMS))('every form of labels: %s', (form) => {
  const { write, between, first, item } = FORMS[form] as (typeof FORMS)[string]
  const text = ['Redis', 'Kafka', 'NATS']
    .map((name, i) => {
      const sections = ['Pros', 'Cons', ...(i < 2 ? ['Pricing'] : [])]
      return `${item ? item(name, i + 1) : `### ${name}`}${first}${sections.map((title) => write(title, `${title} it has`)).join(between)}`
    })
    .join('\n\n')
  const mark = form === 'heading, decorated' ? '✅ ' : ''
  expect(rowsOf(`# Queues\n\n## The field\n\n${text}\n`)).toEqual([
    [`${mark}Pros`, `${mark}Cons`, `${mark}Pricing`],
    ...['Redis', 'Kafka'].map((name) => [
      name,
      ...['Pros', 'Cons', 'Pricing'].map((title) => `complete, 3 words, 0 citations: ${title} it has`),
    ]),
    ['NATS', 'complete, 3 words, 0 citations: Pros it has', 'complete, 3 words, 0 citations: Cons it has', 'missing'],
  ])
})

test('of several sections of one kind, what they have together, and the state of the first that is to be written', () => {
  const text = inHeadings('It is [7].\n\n#### What is it?\n\nTBD, and small [7].\n\n#### What is it?\n\n???')
  const [cell] = matrixOf(openDocument(text)).rows[0]?.cells ?? []
  expect(cell && cellWords(cell)).toBe('draft, 4 words, 2 citations: It is [7].')
  expect(text.slice(cell?.section?.body.from, cell?.section?.body.to)).toContain('TBD, and small')
})

test('what the profile does not require has a column where some initiative has it', () => {
  const text = `---
survey: evaluation
---

## Candidates

### A

#### Pros

Cheap.

### B

#### Verdict

Take it.
`
  const { columns, rows } = matrixOf(openDocument(text))
  const asked = columns.filter(({ template }) => !template.required)
  for (const { kind } of asked) {
    const at = columns.findIndex((column) => column.kind === kind)
    expect(rows.some(({ cells }) => cells[at]?.section)).toBe(true)
    expect(rows.some(({ cells }) => cells[at]?.state === 'optional')).toBe(true)
  }
  expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true)
})

describe('the first line, as plain text', () => {
  test.each([
    ['plain', 'Fast.\nSmall.', 'Fast.'],
    ['behind blanks, comments and lines', '\n\n<!-- a\nb -->\n\n***\n\nFast.', 'Fast.'],
    ['in lists, quotations and tasks', '> 1. - [x] **Fast**, _small_', 'Fast, small'],
    [
      'with links, images and addresses',
      'See ![a *cup*](c.png), [a [b]](x) and <https://a.org>.',
      'See a cup, a [b] and https://a.org.',
    ],
    ['with code and escapes', String.raw`\*Not* ${'`a * b`'}, snake_case &amp; more`, '*Not a * b, snake_case & more'],
    ['of code', '```sh\nsurvey check\n```', 'survey check'],
    ['of a table', '| a | b |\n|---|---|\n| 1 | 2 |', 'a | b'],
    ['of tags', '<div>\n<b>Fast</b>\n</div>', 'Fast'],
    ['of a deeper heading', '###### Details ##\n\nMore', 'Details'],
    ['of nothing', '\n<!-- later -->\n\n[1]: https://a.org', ''],
    ['cut after so many characters', '😀'.repeat(200), `${'😀'.repeat(119)}…`],
  ])('%s', (_, body, line) => {
    expect(firstLine(body)).toBe(line)
  })

  test('in time for any text', () => {
    const start = performance.now()
    for (const piece of [' ', '- ', '[', '*', '_', '<!--', '> ', '| ', '`', '![', '-'])
      firstLine(`x ${piece.repeat(200_000 / piece.length)}`)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

test('no format lets a title out of its place', () => {
  const hostile = '### #1 </td></text><script>"&\u0007|`[x](y)'
  const document = openDocument(inHeadings('x').replace('### #1 Plasma', hostile))
  for (const { id, print } of matrixFormats) {
    const printed = print([{ path: '<a>|"', document }])
    if (id === 'html' || id === 'svg') expect(printed).not.toMatch(/<script|<\/td><\/text>|\u0007|<a>/u)
  }
})

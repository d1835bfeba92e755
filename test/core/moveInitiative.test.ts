import { expect, test } from 'vitest'
import { applyEdits, openDocument, operations } from '../../server/src/core'
import { isRefusal } from '../../server/src/core/refusal'

const operation = operations.find(({ id }) => id === 'move-initiative')!
const plan = (text: string, from: number | string, to: number) =>
  operation.plan(openDocument(text, { listedAs: '*.md' }), { from: String(from), to: String(to) })

function moved(text: string, from: number | string, to: number): string {
  const outcome = plan(text, from, to)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return applyEdits(text, outcome.edits)
}

test('numbers stay at their places; mentions, links and their words follow', () => {
  const text = `# Flags

- [Redis](#1-redis)
- [Kafka](#2-kafka)
- [NATS](#3-nats)

## Current initiatives

### #1 Redis

#### Strengths

Fast, unlike #2 Kafka (#2) [1].

#### Weaknesses

Forgets.

### #2 Kafka

#### Strengths

Keeps all.

#### Weaknesses

Big.

## Group heading

### #3 NATS

#### Strengths

Small, see [its weaknesses](#weaknesses-1).

#### Weaknesses

Young.
`
  expect(moved(text, 1, 2)).toBe(`# Flags

- [Kafka](#1-kafka)
- [Redis](#2-redis)
- [NATS](#3-nats)

## Current initiatives

### #1 Kafka

#### Strengths

Keeps all.

#### Weaknesses

Big.

### #2 Redis

#### Strengths

Fast, unlike #1 Kafka (#1) [1].

#### Weaknesses

Forgets.

## Group heading

### #3 NATS

#### Strengths

Small, see [its weaknesses](#weaknesses).

#### Weaknesses

Young.
`)
})

const things = (titles: readonly string[], end = '\n'): string =>
  titles
    .map((title) => `## ${title}\n\n**Pros:** ${title.slice(-1)} is good.\n\n**Cons:** It is not free.`)
    .join('\n\n') + end

test.each([
  ['one, two, three', ['1. A', '2. B', '3. C'], ['1. C', '2. A', '3. B']],
  ['letters', ['A) X', 'B) Y', 'C) Z'], ['A) Z', 'B) X', 'C) Y']],
  ['words and a number', ['Option 1: A', 'Option 2: B', 'Option 3: C'], ['Option 1: C', 'Option 2: A', 'Option 3: B']],
  ['pictures before them', ['1. 🔥 A', '2. 🔧 B', '3. C'], ['1. C', '2. 🔥 A', '3. 🔧 B']],
  ['names that begin with a letter', ['A. Smith', 'C. Jones', 'B. Young'], ['B. Young', 'A. Smith', 'C. Jones']],
  ['years', ['2019. A', '2021. B', '2023. C'], ['2023. C', '2019. A', '2021. B']],
  ['nothing', ['A', 'B', 'C'], ['C', 'A', 'B']],
])('what counts titles stays at its place: %s', (_, before, after) => {
  for (const end of ['\n', '', '\n\n']) expect(moved(things(before, end), 3, 1)).toBe(things(after, end))
})

test('the items of an ordered list keep its count', () => {
  const list = (titles: readonly string[]): string =>
    titles.map((title, i) => `${i + 1}. **${title}**\n   - Pros: ${title}\n   - Cons: none of ${title}\n`).join('')
  expect(moved(`# Tools\n\n${list(['A', 'B', 'C'])}`, 1, 3)).toBe(`# Tools\n\n${list(['B', 'C', 'A'])}`)
})

test('CRLF, a comment for the line below and an anchor go along', () => {
  const [a, b] = [
    '<a name="a"></a>\r\n## A\r\n\r\n**Pros:** x\r\n\r\n**Cons:** y',
    '<!-- survey-disable-next-line missing-section -->\r\n## B 😀\r\n\r\n**Pros:** z\r\n\r\n**Cons:** 作者',
  ]
  expect(moved(`${a}\r\n\r\n\r\n${b}`, 2, 1)).toBe(`${b}\r\n\r\n\r\n${a}`)
})

test.each([
  [1, 5, 'There are 3 initiatives, so there is no place 5.'],
  [4, 1, 'There are 3 initiatives, so there is no place 4.'],
])('from %i to %i is refused', (from, to, refused) => {
  expect(plan(things(['A', 'B', 'C']), from, to)).toMatchObject({ refused })
})

test('what is read in another way at its new place is refused', () => {
  const text = `${things(['A', 'B'])}\n\`\`\`\nnot closed\n`
  expect(plan(text, 2, 1)).toMatchObject({
    refused:
      'B cannot be moved: its text, or that of another, would be read in another way there. Look for a code block or comment that is not closed.',
  })
})

test('to the place where it is there is nothing to do', () => {
  expect(plan(things(['A', 'B']), 2, 2)).toMatchObject({ edits: [], changes: [] })
})

test('several at once keep their order; the lines of the table of contents follow with their sections, and its counts stay', () => {
  const names = ['Ann', 'Bob', 'Cy', 'Dee']
  const survey = (order: readonly string[]): string =>
    `1. [About](#about)
2. [All](#current-initiatives)
${order
  .map(
    (name, i) => `   ${i + 1}. [${name}](#${name.toLowerCase()})
${i > 1 ? '' : `      - [Strengths](#strengths${i > 0 ? `-${i}` : ''})\n`}`,
  )
  .join('')}3. [End](#end)

## About

Text.

## Current initiatives

${order.map((name) => `### ${name}\n\n#### Strengths\n\n${name}.\n\n#### Weaknesses\n\nOf ${name}.\n\n`).join('')}## End

Text.
`
  const text = survey(names).replace('      - [Strengths](#strengths-1)\n', '')
  const expected = survey(['Bob', 'Dee', 'Ann', 'Cy'])
    .replace('      - [Strengths](#strengths)\n', '')
    .replace('      - [Strengths](#strengths-1)\n', '')
    .replace('[Ann](#ann)\n', '[Ann](#ann)\n      - [Strengths](#strengths-2)\n')
  expect(moved(text, '1,3', 3)).toBe(expected)
  expect(moved(expected, '1,2', 2)).toBe(moved(text, '2,4', 2).replace('Dee', 'Dee'))
  expect(plan(text, '1,3', 4)).toEqual({ refused: 'There are 4 initiatives, so there is no place 5.' })
})

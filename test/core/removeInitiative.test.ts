import { describe, expect, test } from 'vitest'
import { applyEdits, openDocument, operations, type Plan } from '../../server/src/core'
import { isRefusal, type Refusal } from '../../server/src/core/refusal'

const operation = operations.find(({ id }) => id === 'remove-initiative')!

function outcome(text: string, initiative: number, choices: Readonly<Record<string, string>> = {}): Plan | Refusal {
  return operation.plan(openDocument(text, { listedAs: '*.md' }), { initiative: String(initiative), ...choices })
}

function planned(text: string, initiative: number, choices: Readonly<Record<string, string>> = {}): Plan {
  const plan = outcome(text, initiative, choices)
  if (isRefusal(plan)) throw new Error(plan.refused)
  return plan
}

const left = (text: string, initiative: number, choices: Readonly<Record<string, string>> = {}): string =>
  applyEdits(text, planned(text, initiative, choices).edits)

const SURVEY = `# Queues

1. [Redis](#1-redis)
2. [Kafka](#2-kafka)
   - [Strengths](#strengths-1)
3. [NATS](#3-nats)

## Current initiatives

### #1 Redis

#### Strengths

Fast [1], unlike #3 NATS (#3).

#### Weaknesses

Forgets [2].

### #2 Kafka

#### Strengths

Keeps all [2]–[4].

#### Weaknesses

Big [3][5].

### #3 NATS

#### Strengths

Small, see [its weaknesses](#weaknesses-2) [5].

#### Weaknesses

Young.

## References

[1] One, https://one.org, Date accessed: 2020-01-01.

[2] Two, https://two.org, Date accessed: 2020-01-01.

[3] Three, https://three.org, Date accessed: 2020-01-01.

[4] Four, https://four.org, Date accessed: 2020-01-01.

A remark on four.

[5] Five, https://five.org, Date accessed: 2020-01-01.
`

const KAFKA = SURVEY.slice(SURVEY.indexOf('### #2'), SURVEY.indexOf('### #3'))

const WITHOUT = SURVEY.replace(KAFKA, '')
  .replace('2. [Kafka](#2-kafka)\n   - [Strengths](#strengths-1)\n3. [NATS](#3-nats)', '2. [NATS](#2-nats)')
  .replace('#3 NATS (#3)', '#2 NATS (#2)')
  .replace('### #3', '### #2')
  .replace('#weaknesses-2', '#weaknesses-1')

test('its text and its lines in the table of contents go; numbers, mentions and links follow', () => {
  expect(left(SURVEY, 2)).toBe(WITHOUT)
  expect(left(SURVEY.replaceAll('\n', '\r\n'), 2)).toBe(WITHOUT.replaceAll('\n', '\r\n'))
  expect(left(SURVEY.trimEnd(), 2)).toBe(WITHOUT.trimEnd())
})

test('what goes with it is said before, and the references that nothing cites then may go, too', () => {
  const { losses, alternatives = [], changes } = planned(SURVEY, 2)
  expect(losses).toEqual([
    'Goes with it: 2 sections and the citations of [2], [3], [4] and [5].',
    'Nothing cites [3] and [4] then. They stay in the list.',
  ])
  expect(changes[0]).toMatchObject({ subject: 'Kafka', before: 'place 2', after: 'removed' })
  expect(alternatives.map(({ title }) => title)).toEqual(['Remove [3] and [4], too'])
  const { choices } = alternatives[0]!
  const whole = operation.plan(openDocument(SURVEY), choices)
  if (isRefusal(whole)) throw new Error(whole.refused)
  expect(applyEdits(SURVEY, whole.edits)).toBe(
    WITHOUT.replace(/\[3\] Three.*\n\n\[4\] Four.*\n\nA remark on four\.\n\n/u, '').replaceAll('[5]', '[3]'),
  )
  expect(whole.losses).toContain('The text below [4] is removed, too: “A remark on four.”.')
  expect(whole.alternatives?.map(({ title }) => title)).toEqual(['Keep [3] and [4]'])
  for (const { span, before } of whole.changes)
    if (before.startsWith('[')) expect(SURVEY.slice(span.from, span.to)).toContain(before)
})

test('one that is named by its number is asked about: closed up, the number would name another', () => {
  const plan = outcome(SURVEY, 3)
  if (!isRefusal(plan)) throw new Error('was planned')
  expect(plan.refused).toBe(
    '#3 NATS is named twice by its number, which would come to mean another one. Change those places first, or choose “numbers” keep.'.replace(
      'twice',
      '2 times',
    ),
  )
  expect(plan.places).toHaveLength(2)
  expect(plan.question?.alternatives[0]?.choices).toEqual({ initiative: '3', numbers: 'keep', references: 'keep' })
  expect(left(SURVEY, 3, { numbers: 'keep' })).toBe(
    SURVEY.replace(/### #3[^]*?(?=## Ref)/u, '').replace('3. [NATS](#3-nats)\n', ''),
  )
})

test('links that will lead nowhere are said', () => {
  expect(planned(SURVEY.replace('Forgets [2].', 'Forgets, see [it](#2-kafka).'), 2).losses).toContain(
    'A link in line 18 leads to it, and will lead nowhere.',
  )
})

test.each([
  ['1. ', ['1. Ann', '2. Cy']],
  ['A) ', ['A) Ann', 'B) Cy']],
  ['Option 1: ', ['Option 1: Ann', 'Option 2: Cy']],
])('each place keeps what counts it: %s', (_, expected) => {
  const counts = expected[0]!.startsWith('A')
    ? ['A) ', 'B) ', 'C) ']
    : ['1', '2', '3'].map((n) => expected[0]!.replace('Ann', '').replace('1', n))
  const text = ['Ann', 'Bob', 'Cy']
    .map((name, i) => `## ${counts[i]}${name}\n\n**Pros:** good\n\n**Cons:** bad\n`)
    .join('\n')
  const after = left(text, 2)
  expect([...after.matchAll(/^## (.*)$/gmu)].map(([, title]) => title)).toEqual(expected)
  expect(after).toBe(expected.map((title) => `## ${title}\n\n**Pros:** good\n\n**Cons:** bad\n`).join('\n'))
})

describe('is refused', () => {
  test('where there is none', () => {
    expect(outcome(SURVEY, 4)).toEqual({ refused: 'There are 3 initiatives, so there is none at place 4.' })
  })

  test('for the only one', () => {
    const only = SURVEY.replace(/### #2[^]*?(?=## Ref)/u, '')
    expect(outcome(only, 1)).toMatchObject({
      refused: '#1 Redis is the only initiative of this survey. Write another one first.',
    })
  })

  test('where code that it leaves open would swallow or free what follows', () => {
    expect(outcome(SURVEY.replace('Keeps all', '```\nKeeps all'), 2)).toHaveProperty('refused')
  })

  test('where it holds a footnote that is cited elsewhere', () => {
    const text = `## Ann\n\n**Pros:** good[^1]\n\n**Cons:** bad\n\n## Bob\n\n**Pros:** good\n\n**Cons:** bad\n\n[^1]: One, https://one.org\n\n## Cy\n\n**Pros:** good\n\n**Cons:** bad\n`
    expect(outcome(text, 2)).toMatchObject({
      refused: 'Bob holds the reference [1], which is cited elsewhere. Move that reference first.',
    })
    expect(left(text, 3)).toBe(text.slice(0, text.indexOf('\n\n## Cy')) + '\n')
  })
})

import { expect, test } from 'vitest'
import { applyEdits, openDocument, recognitionWord } from '../../server/src/core'
import { sideOf } from '../../server/src/core/survey/kinds'
import { insertMissingSections } from '../../server/src/core/writing/missingSections'
import { findingsIn } from '../support/findings'

const record = (good: string, bad: string, because: string): string => `# Which queue?

## Considered Options

* Redis
* Kafka
* NATS

## Pros and Cons of the Options

### Redis

Runs already.

* ${good} ${because} it is there
* ${good} ${because} it is fast [1]
* Neutral, because we know it
* ${bad} ${because} it forgets

### Kafka

* ${good} ${because} it keeps all
* ${bad} ${because} it is big
* ${bad} ${because} it is slow to start

### NATS

* ${good} ${because} it is small
`

test.each([
  ['Good,', 'Bad,', 'because'],
  ['Gut,', 'Schlecht,', 'weil'],
])('the options of a decision record: “%s %s”', (good, bad, because) => {
  const text = record(good, bad, because)
  expect(recognitionWord(openDocument(text).recognition)).toBe('candidate')
  const document = openDocument(text, { listedAs: '*.md' })
  const { survey } = document
  // Reasons of one kind beside each other are one section.
  expect(survey.initiatives.map(({ title, sections }) => [title, ...sections.map((section) => section.title)])).toEqual(
    [
      ['Redis', `${good} ${because}`, `${bad} ${because}`],
      ['Kafka', `${good} ${because}`, `${bad} ${because}`],
      ['NATS', `${good} ${because}`],
    ],
  )
  expect(survey.initiatives[0]?.sections.map(({ kind }) => sideOf(kind))).toEqual(['for', 'against'])
  expect(findingsIn(document).map(({ rule }) => rule.code)).toEqual(['undefined-citation', 'missing-section'])
  expect(findingsIn(document)[1]?.message).toContain(`NATS has no “${bad} ${because}”`)
  const filled = applyEdits(
    text,
    survey.initiatives.flatMap((initiative) => insertMissingSections([initiative], survey, text)),
  )
  expect(filled).toBe(text.replace('it is small\n', `it is small\n* ${bad} ${because} ???\n`))
  expect(openDocument(filled, { listedAs: '*.md' }).survey.initiatives[2]?.sections[1]?.state).toBe('placeholder')
})

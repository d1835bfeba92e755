import { workOf } from '../support/work'
import { expect, test } from 'vitest'
import {
  derivedProfile,
  isRefusal,
  openDocument,
  operations,
  suggestCitables,
  type Choices,
  type Document,
} from '../../server/src/core'

/** How a text of so many times the length may be more work: a little more than linear, and far from the square, 16. */
const TIMES = 4
const MOST = 7

const OPENING = '---\nsurvey: true\n---\n\n## Current Initiatives\n\n'

/** What an author asks for, and a text of `n` parts in which that once took the square of them. */
const asked: Readonly<Record<string, readonly [text: (n: number) => string, ask: (document: Document) => unknown]>> = {
  'renumbering many reference lists': [
    (n) => `${OPENING}${each(n, (i) => `## References\n\n[${i + 3}] A title, https://a.org/${i}\n\n`)}`,
    plan('renumber', { by: 'list' }),
  ],
  'deriving a profile from many reference lists': [
    (n) =>
      `${OPENING}${each(2, (i) => `### #${i} Tea\n\n#### Pros\n\na\n\n#### Cons\n\n`)}${each(n, (i) => `## Sources ${i}\n\n[${i + 1}] A title, https://a.org/${i}\n\n`)}`,
    derivedProfile,
  ],
  'renumbering initiatives that one paragraph names, beside code': [
    (n) => `${OPENING}### #2 Tea\n\n#### Strengths\n\n${each(n, () => 'see #2, `code`\n')}`,
    plan('renumber', { what: 'initiatives' }),
  ],
  'renumbering initiatives that one paragraph links to': [
    (n) => `${OPENING}### #2 Tea\n\n#### Strengths\n\n${each(n, () => '[x](#2-tea)\n')}`,
    plan('renumber', { what: 'initiatives' }),
  ],
}

test.each(Object.entries(asked))('%s', (_, [text, ask]) => {
  const workFor = (n: number): number => {
    const document = openDocument(text(n))
    return workOf(() => ask(document))
  }
  // What is done only once is done before.
  workFor(10)
  expect(workFor(TIMES * 600) / workFor(600)).toBeLessThan(MOST)
})

test('a place in a long list is read about as often as the list is changed to see what would become of it', () => {
  const text = `${OPENING}### #1 Tea\n\n#### Strengths\n\n${each(1000, () => '- words\n')}`
  const reading = workOf(() => openDocument(text).survey)
  const document = openDocument(text)
  const found = suggestCitables(document, text.length - 1, '')
  expect(isRefusal(found)).toBe(false)
  expect(workOf(() => suggestCitables(document, text.length - 1, ''))).toBeLessThan(1.5 * reading)
})

function plan(id: string, choices: Choices): (document: Document) => unknown {
  const operation = operations.find((each) => each.id === id)
  return (document) => operation?.plan(document, choices)
}

const each = (n: number, text: (i: number) => string): string => Array.from({ length: n }, (_, i) => text(i)).join('')

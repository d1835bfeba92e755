import { describe, expect, test } from 'vitest'
import {
  changeDocument,
  insertMissingSections,
  newInitiativeText,
  openDocument,
  suggestCitations,
  suggestLabels,
} from '../../server/src/core'
import { findingsIn } from '../support/findings'
import { hostile } from '../support/hostile'

/** Eight times the text may take so many times as long: twice what is linear, and some for a busy machine, but not the square, 64. */
const MOST = 22

/** Milliseconds: so long must a text take that it says something about time, and no longer one eight times as long. */
const TELLING = 4
const LIMIT = 4000

describe.each(Object.entries(hostile))('%s', (_, make) => {
  test('nothing throws, and time grows with the length', { timeout: 60_000 }, () => {
    let n = 4000
    let small = timeFor(make(n))
    while (small < TELLING && n < 128_000) small = timeFor(make((n *= 2)))
    let large = timeFor(make(8 * n))
    // A busy machine makes anything slow once, but not three times.
    for (let again = 0; again < 3 && large > MOST * Math.max(small, TELLING); again++) {
      small = Math.max(small, timeFor(make(n)))
      large = Math.min(large, timeFor(make(8 * n)))
    }
    expect(
      large / Math.max(small, TELLING),
      `${n} units: ${small.toFixed(1)} ms, ${8 * n}: ${large.toFixed(1)} ms`,
    ).toBeLessThan(MOST)
    expect(large).toBeLessThan(LIMIT)
  })
})

/** How long it takes to read a text, to check it, to change it and to do in the middle of it whatever an author may ask for. */
function timeFor(text: string): number {
  const start = performance.now()
  const document = openDocument(text)
  const findings = findingsIn(document)
  for (const { fix } of findings.slice(0, 5)) fix?.edits()
  const middle = Math.floor(text.length / 2)
  const changed = changeDocument(document, `${text.slice(0, middle)}[${text.slice(middle)}`, {
    from: middle,
    to: middle,
    inserted: 1,
  })
  suggestCitations(changed, middle + 1)
  suggestLabels(changed, middle + 1)
  newInitiativeText(changed.survey, changed.text, middle)
  changed.survey.initiatives.forEach((initiative) => insertMissingSections([initiative], changed.survey, changed.text))
  return performance.now() - start
}

test.each(
  Object.entries(hostile).filter(([name]) =>
    /brackets|citations in|headings$|one line|references in one|surrogates|NUL|blanks|definitions$/u.test(name),
  ),
)('%s: a megabyte', { timeout: 60_000 }, (_, make) => {
  findingsIn(openDocument(make(1_000_000)))
})

test('a list in so many others that nobody reads it is no prose, and one that somebody might is', () => {
  const nested = (levels: number): string =>
    Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- a [1]\n`).join('')
  const citations = (list: string): number =>
    openDocument(`## Current initiatives\n\n### A\n\n${list}`).survey.citations.length
  expect(citations(nested(100))).toBe(100)
  expect(citations(`${nested(99)}\n${nested(99)}`)).toBe(198)
  expect(citations(nested(101))).toBe(0)
  // So far in, but in nothing: a drawing.
  expect(citations(`a [1]\n\n~~~\n${' '.repeat(300)}- b\n`.repeat(150))).toBeGreaterThan(0)
})

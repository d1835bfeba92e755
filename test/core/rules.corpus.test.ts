import { describe, expect, test } from 'vitest'
import { applyEdits, compatible, openDocument } from '../../server/src/core'
import { labels, revisions, seed } from '../support/corpus'
import { countsByRule, findingsIn } from '../support/findings'

const SEED = seed()
const REVISIONS = revisions()
const LABELS = labels<{
  readonly uncited: number[]
  readonly undefined: number[]
  readonly duplicateReferences: number[]
}>()

test.skipIf(SEED === undefined)(
  'the seed lacks one section and has 31 placeholders, and nothing else is wrong with it',
  () => {
    const found = findingsIn(openDocument(SEED ?? ''))
    expect(countsByRule(found)).toEqual({ 'missing-section': 1, 'placeholder-text': 31 })
    expect(found.find(({ rule }) => rule.code === 'missing-section')?.message).toBe(
      '#5 What else? has no “Who does it?”. Add it, or write “None.” if there is nothing to say.',
    )
  },
)

/** What a fix may bring to light: text to fill in, and the gap or the order that a reference more or less makes. */
const ALLOWED = new Set(['placeholder-text', 'malformed-reference', 'reference-gap', 'citation-order'])

describe.skipIf(REVISIONS.length === 0)('every revision of a real survey', () => {
  test.each(REVISIONS)(
    '$name: uncited, undefined and doubled numbers are those that people found',
    ({ name, text }) => {
      const found = findingsIn(openDocument(text))
      const numbers = (code: string): number[] => [
        ...new Set(
          found
            .filter(({ rule }) => rule.code === code)
            .map(({ span }) => Number(/\d+/u.exec(text.slice(span.from, span.to))?.[0])),
        ),
      ]
      expect(numbers('uncited-reference')).toEqual(LABELS[name]?.uncited)
      expect(numbers('undefined-citation')).toEqual(LABELS[name]?.undefined)
      expect(numbers('duplicate-reference')).toEqual(LABELS[name]?.duplicateReferences)
    },
  )

  test.each(REVISIONS)('$name: findings are short and on one line', ({ text }) => {
    for (const { span, message } of findingsIn(openDocument(text))) {
      expect(span.from).toBeLessThan(span.to)
      expect(text.slice(span.from, span.to)).not.toMatch(/[\r\n]/u)
      expect(message.length).toBeLessThan(260)
    }
  })

  test.each(REVISIONS.flatMap((revision) => ['\n', '\r\n'].map((lineBreak) => ({ ...revision, lineBreak }))))(
    '$name ($lineBreak): each fix makes its finding go away and brings no other',
    ({ text: written, lineBreak }) => {
      const text = written.replaceAll('\n', lineBreak)
      const found = findingsIn(openDocument(text))
      const before = countsByRule(found)
      for (const {
        rule: { code },
        fix,
      } of found) {
        if (!fix) continue
        const edits = fix.edits()
        expect(compatible(edits)).toHaveLength(edits.length)
        const fixed = applyEdits(text, edits)
        expect(fixed).not.toMatch(lineBreak === '\n' ? /\r/u : /(?<!\r)\n/u)
        const after = countsByRule(findingsIn(openDocument(fixed)))
        expect(after[code] ?? 0, code).toBeLessThan(before[code] ?? 0)
        for (const [other, count] of Object.entries(after))
          if (!ALLOWED.has(other)) expect(count, `${code} brings ${other}`).toBeLessThanOrEqual(before[other] ?? 0)
      }
    },
  )

  test.each(REVISIONS)('$name: all missing sections at once', ({ text }) => {
    const edits = findingsIn(openDocument(text))
      .filter(({ rule }) => rule.code === 'missing-section')
      .flatMap(({ fix }) => fix?.edits() ?? [])
    const fixed = applyEdits(text, edits)
    expect(findingsIn(openDocument(fixed)).filter(({ rule }) => rule.code === 'missing-section')).toEqual([])
    expect(fixed).not.toMatch(/\n{5}/u.test(text) ? /$^/u : /\n{5}/u)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, openDocument } from '../../server/src/core'
import { anySurvey } from '../support/dialects'
import { findingsIn } from '../support/findings'
import { anyText } from '../support/pieces'
import { holds } from '../support/property'
import { expectBoundaries, fieldsIn, spansOf, spansOfFinding } from '../support/spans'

const source = fc.oneof(anyText, anySurvey)

test('whatever is read of a text lies in it, on boundaries of its characters', () => {
  holds(
    2000,
    fc.property(source, (text) => {
      const document = openDocument(text)
      for (const [what, span] of spansOf(document)) expectBoundaries(text, span, what)
      for (const [what, field] of fieldsIn(document))
        expect(field.text, what).toBe(text.slice(field.span.from, field.span.to))
    }),
  )
})

test('no text makes a rule or a fix throw, and every finding is a piece of one line', () => {
  holds(
    2000,
    fc.property(source, (text) => {
      for (const finding of findingsIn(openDocument(text))) {
        expect(finding.message).toMatch(/^\S.*[.”]$/su)
        for (const [what, span] of spansOfFinding(finding)) expectBoundaries(text, span, what)
        for (const { from, to } of [finding.span, ...(finding.related ?? []).map(({ span }) => span)]) {
          expect(from, finding.message).toBeLessThan(to)
          expect(text.slice(from, to)).not.toMatch(/[\r\n]/u)
        }
      }
    }),
  )
})

test('inserting missing sections keeps every character that was there', () => {
  holds(
    1000,
    fc.property(source, (text) => {
      const edits = findingsIn(openDocument(text))
        .filter(({ rule }) => rule.code === 'missing-section')
        .flatMap(({ fix }) => fix?.edits() ?? [])
      expect(edits.every(({ span }) => span.from === span.to)).toBe(true)
      expect(new Set(edits.map(({ span }) => span.from)).size).toBe(edits.length)
      expect(applyEdits(text, edits)).toHaveLength(
        text.length + edits.reduce((sum, { insert }) => sum + insert.length, 0),
      )
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, openDocument } from '../../server/src/core'
import { findingsIn } from '../support/findings'

/** Pieces of surveys, whole and broken. */
const PIECES = [
  '---\nsurvey: true\n---\n', '## Current initiatives\n', '### #1 Plasma\n', '### #2 Plasma\r\n', '### #? What else?\n', '### ???\n', '### \n', '#7 Loom\n---\n',
  '#### Strengths\n', '#### Threats to us\r\n', '### Weaknesses\n', '\n_Who does it?_\n\n', '\n**What is it?**\n\n', '#### Opportunities [1]\n',
  '???\n', '- ???\n', 'None.\n', '\n', '\r\n', '\n\n', 'Prose [1], [2]–[4], [[3]](https://c.org), [9].\n', '> quoted [6]\n', '```\n', '<!--', '-->\n',
  '<!-- survey-disable-next-line -->\n', '## References\n', '## Observations\n', '[1] One, https://a.org/x, Date accessed: 2018-06-07.\n', '[1] , , Date accessed: 2018-06-??.\n',
  "[2]: https://b.org 'Two'\n", '[[3]] A. Author, "T" [online]. Available: <https://c.org>.\n', '- [4] Four, https://a.org/x/, Date accessed: 2018-02-30.\n', '[3]: ????\n"T"\n',
  '[5]', '[[5]]:', '[999999]', '😀', '漢字', '\u0000', '\ud800', '\ufeff', ' ', '\t',
]

const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

test('no text makes a rule or a fix throw, and every finding is a piece of one line', () => {
  fc.assert(fc.property(text, (source) => {
    for (const { span, message, fix, related = [] } of findingsIn(openDocument(source))) {
      expect(message).toMatch(/^\S.*[.”]$/su)
      for (const { from, to } of [span, ...related.map((each) => each.span)]) {
        expect(0 <= from && from < to && to <= source.length, `${from} to ${to}`).toBe(true)
        expect(source.slice(from, to)).not.toContain('\n')
      }
      for (const edit of fix?.().edits ?? []) expect(0 <= edit.span.from && edit.span.from <= edit.span.to && edit.span.to <= source.length).toBe(true)
    }
  }), { numRuns: 3000 })
})

test('inserting missing sections keeps every character that was there', () => {
  fc.assert(fc.property(text, (source) => {
    const edits = findingsIn(openDocument(source)).filter(({ rule }) => rule.code === 'missing-section').flatMap(({ fix }) => fix?.().edits ?? [])
    expect(edits.every(({ span }) => span.from === span.to)).toBe(true)
    expect(new Set(edits.map(({ span }) => span.from)).size).toBe(edits.length)
    expect(applyEdits(source, edits)).toHaveLength(source.length + edits.reduce((sum, { insert }) => sum + insert.length, 0))
  }), { numRuns: 1000 })
})

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, compatible, openDocument, type Edit, type FoundBy } from '../../server/src/core'
import { parseBlocks } from '../../server/src/core/markdown/parse'
import { anySurvey } from '../support/dialects'
import { findingsIn } from '../support/findings'
import { holds } from '../support/property'

/** What stands in new text is still to be written, and says so. */
const IN_NEW_TEXT = new Set(['placeholder-text', 'malformed-reference'])

/** What a reference more or less may make of the others: their numbers, and whether access dates are customary here. */
const ABOUT_THE_LIST = new Set(['reference-gap', 'citation-order', 'malformed-reference'])

/** What was not said of two sections while they were one too many, or of a heading while it stood inside a section. */
const ABOUT_THE_OTHER = new Set(['empty-section', 'section-order'])

/** Without headings in the prose, which are initiatives or none by what is around them. */
const survey = anySurvey.map((text) => text.replace(/Setext\r?\n---/gu, 'Words.'))

test('a fix makes its finding go away and brings no other; the same one is not offered again', () => {
  holds(
    600,
    fc.property(survey, fc.nat(), (text, choice) => {
      // A comment or fence that is being typed swallows whatever is put behind it, until it is closed.
      fc.pre(!parseBlocks(text).open)
      const document = openDocument(text)
      fc.pre(document.survey.initiativesHeading !== undefined)
      const before = findingsIn(document)
      const fixable = before.filter(({ fix }) => fix)
      const chosen = fixable[choice % fixable.length]
      if (!chosen?.fix) return
      const edits = chosen.fix.edits()
      expect(compatible(edits)).toHaveLength(edits.length)
      const fixed = applyEdits(text, edits)
      const result = openDocument(fixed)
      // Where half of a file is written one way and half the other, any edit may change which is the file's own.
      fc.pre(isDeepStrictEqual(result.survey.dialect, document.survey.dialect))
      // Whether a heading is an initiative may depend on the level of the section below it.
      fc.pre(
        chosen.rule.code !== 'heading-level' || result.survey.initiatives.length === document.survey.initiatives.length,
      )
      const after = findingsIn(result)
      const kept = before
        .filter((finding) => finding !== chosen)
        .flatMap((finding) => [
          placeOf(finding, moved(finding.span.from, edits)),
          placeOf(finding, movedUp(finding.span.from, edits)),
        ])
      const found = after.map((finding) => placeOf(finding, finding.span.from))
      const news = found.filter(
        (place, i) => !kept.includes(place) && !isAllowed(after[i] as FoundBy, chosen, edits, before),
      )
      expect(news, `${chosen.rule.code}: ${chosen.message}\n${JSON.stringify(text)}\n${JSON.stringify(fixed)}`).toEqual(
        [],
      )
      expect(found, chosen.message).not.toContain(placeOf(chosen, moved(chosen.span.from, edits)))
    }),
  )
})

const placeOf = ({ rule }: FoundBy, offset: number): string => `${rule.code} at ${offset}`

/** Where an offset is after edits; of an insertion right there, behind it. */
const moved = (offset: number, edits: readonly Edit[]): number =>
  edits.reduce(
    (at, { span, insert }) =>
      span.to <= offset
        ? at + insert.length - (span.to - span.from)
        : span.from < offset
          ? at + span.from - offset
          : at,
    offset,
  )

/** The same, in front of an insertion right there. */
const movedUp = (offset: number, edits: readonly Edit[]): number =>
  moved(
    offset,
    edits.filter(({ span }) => span.from < offset || span.to > offset),
  )

function isAllowed(
  { rule, span }: FoundBy,
  chosen: FoundBy,
  edits: readonly Edit[],
  before: readonly FoundBy[],
): boolean {
  if (ABOUT_THE_LIST.has(rule.code)) return true
  // Without number and sections it may have been a heading of another kind.
  if (rule.code === 'initiative-number' && chosen.rule.code === 'missing-section') return true
  if (ABOUT_THE_OTHER.has(rule.code) && ['duplicate-section', 'heading-level'].includes(chosen.rule.code)) return true
  // Of `[1, 2]` the 2, once the list has a 1.
  if (rule === chosen.rule && rule.code === 'undefined-citation') return true
  return edits.some((edit) => {
    const from = moved(
      edit.span.from,
      edits.filter((other) => other !== edit && other.span.from < edit.span.from),
    )
    const isInside = from <= span.from && span.from < from + edit.insert.length
    const wasThere = before.some(
      (finding) =>
        finding !== chosen &&
        finding.rule === rule &&
        edit.span.from <= finding.span.from &&
        finding.span.from < edit.span.to,
    )
    return isInside && (IN_NEW_TEXT.has(rule.code) || wasThere)
  })
}

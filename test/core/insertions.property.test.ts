import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  insertion,
  insertMissingSections,
  newInitiativeText,
  openDocument,
  suggestLabels,
  toText,
  type Document,
  type Edit,
} from '../../server/src/core'
import { findingsIn } from '../support/findings'
import { share } from '../support/edits'
import { holds } from '../support/property'
import { surveyText } from '../support/surveys'

/** Everything that is there stays, but for the numbers of initiatives. */
function expectKept({ text }: Document, edits: readonly Edit[]): void {
  for (const { span, insert } of edits)
    if (span.from < span.to)
      expect([text.slice(span.from, span.to), insert]).toEqual([
        expect.stringMatching(/^\d+$/u),
        expect.stringMatching(/^\d+$/u),
      ])
  expect(applyEdits(text, edits)).toHaveLength(
    edits.reduce((length, { span, insert }) => length + insert.length - (span.to - span.from), text.length),
  )
}

const codes = (document: Document): readonly string[] => findingsIn(document).map(({ rule }) => rule.code)
const initiatives = ({ survey }: Document): readonly string[] =>
  survey.initiatives.map(
    ({ title, sections }) => `${title}: ${sections.map((section) => `${section.title} ${section.state}`).join(', ')}`,
  )

test('a new initiative is one more, whole, in the right place, and changes nothing but numbers', () => {
  holds(
    300,
    fc.property(surveyText, share, (text, part) => {
      const before = openDocument(text)
      const offset = Math.floor(part * text.length)
      const { at: place, parts, edits } = newInitiativeText(before.survey, before.text, offset)
      const all = [...edits, insertion(place, toText(parts))]
      expectKept(before, all)
      const after = openDocument(applyEdits(text, all))
      expect(after.recognition.survey).toBe(true)
      const old = initiatives(before)
      const index = before.survey.initiatives.findIndex(({ span }) => span.from >= place)
      const expected = [...old]
      expected.splice(
        index < 0 ? old.length : index,
        0,
        '???: What is it? placeholder, Who does it? placeholder, Strengths placeholder, Weaknesses placeholder, Opportunities placeholder, Threats placeholder',
      )
      expect(initiatives(after)).toEqual(expected)
      expect(after.survey.sections.map(({ title }) => title)).toEqual(before.survey.sections.map(({ title }) => title))
      if (!codes(before).includes('initiative-number')) expect(codes(after)).not.toContain('initiative-number')
    }),
  )
})

test('inserting the missing sections leaves none missing, and changes nothing', () => {
  holds(
    300,
    fc.property(surveyText, fc.option(share, { nil: undefined }), (text, part) => {
      const before = openDocument(text)
      const { initiatives: all } = before.survey
      const chosen = part === undefined ? all : all.slice(Math.floor(part * all.length)).slice(0, 1)
      const edits = chosen.flatMap((initiative) => insertMissingSections([initiative], before.survey, text))
      expect(edits.every(({ span }) => span.from === span.to)).toBe(true)
      expectKept(before, edits)
      const after = openDocument(applyEdits(text, edits))
      expect(after.survey.initiatives.map(({ title, missing }) => [title, missing.map(({ kind }) => kind)])).toEqual(
        all.map((initiative) => [
          initiative.title,
          chosen.includes(initiative) ? [] : initiative.missing.map(({ kind }) => kind),
        ]),
      )
      // What was written is still where it was: no old section took in a new one, or lost words to it.
      const written = after.survey.initiatives.flatMap(({ sections }, i) =>
        sections.filter(
          ({ kind }) => !chosen.includes(all[i]!) || !all[i]!.missing.some((template) => template.kind === kind),
        ),
      )
      expect(written.map(({ title, state }) => [title, state])).toEqual(
        all.flatMap(({ sections }) => sections.map(({ title, state }) => [title, state])),
      )
    }),
  )
})

test('what is begun at # is there when it is accepted, and nothing is lost but the marks', () => {
  holds(
    300,
    fc.property(surveyText, share, fc.nat(), (text, part, choice) => {
      const { lineBreak } = openDocument(text).survey.dialect
      const line = text.indexOf('\n', Math.floor(part * text.length)) + 1 || text.length
      // On a line of its own, as an author would begin one.
      const typed = `${text.slice(0, line)}${line > 0 && text[line - 1] !== '\n' ? lineBreak : ''}#`
      const before = openDocument(typed + (line < text.length ? lineBreak : '') + text.slice(line))
      const suggestions = suggestLabels(before, typed.length)
      if (!suggestions) return
      const { replace, items } = suggestions
      expect(before.text.slice(replace.from, replace.to)).toBe('#')
      const { title, parts, edits } = items[choice % items.length]!
      const all = [...edits, { span: replace, insert: toText(parts) }]
      expectKept(before, edits)
      const after = openDocument(applyEdits(before.text, all))
      const begun = [
        ...after.survey.initiatives.flatMap((initiative) => [initiative, ...initiative.sections]),
        ...after.survey.sections,
        ...(after.survey.initiativesHeading ? [after.survey.initiativesHeading] : []),
      ]
      const from = edits
        .filter(({ span }) => span.from < replace.from)
        .reduce((sum, { insert, span }) => sum + insert.length - (span.to - span.from), replace.from)
      expect(
        begun.some(
          (item) =>
            'title' in item && item.label.span.from >= from && item.label.span.from < from + toText(parts).length,
        ),
        title,
      ).toBe(true)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  changeDocument,
  derivedProfile,
  openDocument,
  readConfig,
  suggestLabels,
  type Document,
} from '../../server/src/core'
import { hintsFrom } from '../../server/src/core/survey/config/hints'
import { labelWords } from '../../server/src/core/survey/labels/name'
import { writtenLabel } from '../../server/src/core/survey/labels'
import { insertMissingSections, placeForMissing } from '../../server/src/core/writing/missingSections'
import { newInitiativeText } from '../../server/src/core/writing/newInitiative'
import { toText } from '../../server/src/core/writing/skeleton'
import { insertion } from '../../server/src/core/text/edit'
import { anyComparison, FORMS } from '../support/comparisons'
import { anyEdit, applied } from '../support/edits'
import { findingsIn } from '../support/findings'
import { holds } from '../support/property'
import { snapshot } from '../support/snapshot'

const LISTED = { listedAs: '*.md' }

const itemsOf = ({ survey: { initiatives } }: Document): readonly object[] =>
  initiatives.map(({ title, sections }) => ({
    title: labelWords(title),
    sections: sections.map((section) => labelWords(section.title)),
  }))

test('a comparison is read as it is built, in every form of labels', () => {
  holds(
    600,
    fc.property(anyComparison, ({ text, items }) => {
      const document = openDocument(text, LISTED)
      expect(document.survey.profile.name).toBe('inferred')
      expect(itemsOf(document)).toEqual(items)
    }),
  )
})

test('what nobody has said to be a survey is a candidate, and has no finding', () => {
  holds(
    200,
    fc.property(anyComparison, ({ text }) => {
      const document = openDocument(text)
      expect(document.recognition).toMatchObject({ survey: false, isCandidate: true })
      expect(findingsIn(document)).toEqual([])
    }),
  )
})

test('a changed comparison says at each version what a fresh one says', () => {
  holds(
    400,
    fc.property(anyComparison, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), ({ text: start }, edits) => {
      let document = openDocument(start, LISTED)
      for (const each of edits) {
        const { text, change } = applied(document.text, each)
        document = changeDocument(document, text, change)
        expect(snapshot(document)).toEqual(snapshot(openDocument(text, LISTED)))
      }
    }),
  )
})

test('a missing section is begun by what labels of the file begin with, and stands there when it is accepted', () => {
  const tried = new Set<string>()
  holds(
    400,
    fc.property(anyComparison, fc.nat(), ({ form, text }, choice) => {
      const before = openDocument(text, LISTED)
      const { survey } = before
      const { lineBreak } = survey.dialect
      const lacking = survey.initiatives.filter(({ missing }) => missing.length > 0)
      const initiative = lacking[choice % lacking.length]
      const [template] = initiative?.missing ?? []
      if (!initiative || !template) return
      const { open } = writtenLabel(survey.dialect.section, lineBreak)
      if (/^[ \t]*$/u.test(open)) return
      tried.add(form)
      const at = placeForMissing(template, initiative, survey, text).from
      const start = at === 0 || text[at - 1] === '\n' ? '' : lineBreak
      const typed = `${text.slice(0, at)}${start}${open}`
      const half = openDocument(`${typed}${lineBreak}${text.slice(at)}`, LISTED)
      const suggestions = suggestLabels(half, typed.length)
      const item = suggestions?.items.find(({ title }) => title === template.title)
      if (!suggestions || !item) throw new Error(`Nothing for ${template.title} at ${JSON.stringify(open)}`)
      const after = openDocument(
        applyEdits(half.text, [...item.edits, { span: suggestions.replace, insert: toText(item.parts) }]),
        LISTED,
      )
      const index = survey.initiatives.indexOf(initiative)
      expect(after.survey.initiatives.map(({ missing }, i) => [i, missing.map(({ kind }) => kind)])).toEqual(
        survey.initiatives.map(({ missing }, i) => [
          i,
          missing.map(({ kind }) => kind).filter((kind) => i !== index || kind !== template.kind),
        ]),
      )
    }),
  )
  expect([...tried].sort()).toEqual(
    Object.keys(FORMS)
      .filter((form) => form !== 'plain line')
      .sort(),
  )
})

test('inserting the missing sections leaves none missing, in the form of the file, and changes nothing else', () => {
  holds(
    400,
    fc.property(anyComparison, ({ text }) => {
      const before = openDocument(text, LISTED)
      const { survey } = before
      const edits = survey.initiatives.flatMap((initiative) => insertMissingSections([initiative], survey, text))
      expect(edits.every(({ span }) => span.from === span.to)).toBe(true)
      const after = openDocument(applyEdits(text, edits), LISTED)
      expect(after.survey.initiatives.map(({ title, missing }) => [title, missing.length])).toEqual(
        survey.initiatives.map(({ title }) => [title, 0]),
      )
      const forms = new Set(after.survey.initiatives.flatMap(({ sections }) => sections.map(({ label }) => label.form)))
      expect([...forms]).toEqual([
        ...new Set(survey.initiatives.flatMap(({ sections }) => sections.map(({ label }) => label.form))),
      ])
      const written = after.survey.initiatives.map(({ sections }, i) =>
        sections
          .filter(({ template }) => !survey.initiatives[i]?.missing.some(({ kind }) => kind === template?.kind))
          .map(({ title, state }) => [title, state]),
      )
      expect(written).toEqual(
        survey.initiatives.map(({ sections }) => sections.map(({ title, state }) => [title, state])),
      )
    }),
  )
})

test('a new initiative is one more, with the sections that are required, and changes nothing else', () => {
  holds(
    400,
    fc.property(anyComparison, fc.nat(), ({ text }, at) => {
      const before = openDocument(text, LISTED)
      const { initiatives, profile } = before.survey
      const behind = initiatives[at % initiatives.length]!
      const { at: place, parts, edits } = newInitiativeText(before.survey, text, behind.label.span.from)
      const after = openDocument(applyEdits(text, [...edits, insertion(place, toText(parts))]), LISTED)
      const expected = [...itemsOf(before)]
      const required = profile.initiative.filter((template) => template.required).map(({ title }) => title)
      expected.splice(initiatives.indexOf(behind) + 1, 0, { title: '???', sections: required })
      expect(itemsOf(after)).toEqual(expected)
    }),
  )
})

test('Derive Profile writes down what is inferred: by it the file is read as before', () => {
  holds(
    200,
    fc.property(anyComparison, ({ text }) => {
      const before = openDocument(text, LISTED)
      const { config, problems } = readConfig(derivedProfile(before, 'a.md') ?? '')
      expect(problems).toEqual([])
      const after = openDocument(text, hintsFrom(config, 'a.md'))
      expect(after.recognition.survey).toBe(true)
      expect(after.survey.profile.name).toBe('own')
      expect(itemsOf(after)).toEqual(itemsOf(before))
      const missing = ({ survey }: Document) =>
        survey.initiatives.map((each) => each.missing.map(({ title }) => labelWords(title)))
      expect(missing(after)).toEqual(missing(before))
    }),
  )
})

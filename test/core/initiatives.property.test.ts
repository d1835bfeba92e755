import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, compatible, openDocument, operations, type Document } from '../../server/src/core'
import { isRefusal } from '../../server/src/core/refusal'
import { initiativeTexts } from '../../server/src/core/operations/initiatives/texts'
import { headingsOf, nested } from '../../server/src/core/survey/contents/headings'
import { slugStyles } from '../../server/src/core/survey/slugs'
import { eachCiting } from '../../server/src/core/survey/citing'
import { labelWords } from '../../server/src/core/survey/labels/name'
import { anyComparison } from '../support/comparisons'
import { anySurvey } from '../support/dialects'
import { findingsIn } from '../support/findings'
import { holds } from '../support/property'

const move = operations.find(({ id }) => id === 'move-initiative')!
const LISTED = { listedAs: '*.md' }

function moved(document: Document, from: number, to: number): string | undefined {
  const plan = move.plan(document, { from: String(from), to: String(to) })
  return isRefusal(plan) ? undefined : applyEdits(document.text, plan.edits)
}

/** What each initiative says, without what counts it and what its mentions of others call them. */
const bodies = (document: Document): readonly string[] =>
  initiativeTexts(document).map(({ span, initiative }) =>
    [labelWords(initiative.title), document.text.slice(initiative.label.span.to, span.to).replace(/#\d+/gu, '#')].join(
      '\n',
    ),
  )

const rotated = <T>(items: readonly T[], from: number, to: number): readonly T[] =>
  items.toSpliced(from - 1, 1).toSpliced(to - 1, 0, ...items.slice(from - 1, from))

/** With a table of contents of all its headings. */
function listing(text: string): string {
  const { gathered, buffer } = openDocument(text, LISTED)
  if (text.startsWith('---')) return text
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const headings = nested(headingsOf(gathered, buffer), slugStyles[0]!)
  const top = headings[0]?.level ?? 1
  // An outline that goes on above where it began is no list; what has no words has no anchor.
  if (headings.some(({ level, slug }) => level < top || !/\p{L}/u.test(slug))) return text
  const lines = headings.map(
    ({ level, words, slug }) => `${'  '.repeat(level - top)}- [${words.replace(/[[\]]/gu, '')}](#${slug})`,
  )
  return [...lines, '', text].join(lineBreak)
}

const contentsFindings = (document: Document): number =>
  findingsIn(document).filter(({ rule }) => rule.code === 'contents').length

describe.each([
  ['a survey in any dialect', anySurvey.map(String)],
  ['a comparison in any form', anyComparison.map(({ text }) => text)],
  ['a survey with a table of contents', anySurvey.map((survey) => listing(String(survey)))],
])('%s', (_, texts) => {
  test('keeps every text when an initiative moves, and is the same to the byte when it moves back', () => {
    let tried = 0
    holds(
      300,
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const before = openDocument(text, LISTED)
        const { length } = before.survey.initiatives
        if (length < 2) return
        const [from, to] = [1 + (a % length), 1 + (b % length)]
        const there = moved(before, from, to)
        if (there === undefined) return
        tried++
        const after = openDocument(there, LISTED)
        expect(bodies(after)).toEqual(rotated(bodies(before), from, to))
        // Where one stands deeper than another, what is below which heading changes with their order.
        if (new Set(before.survey.initiatives.map(({ label }) => label.level)).size === 1)
          expect(contentsFindings(after)).toBe(contentsFindings(before))
        expect(moved(after, to, from)).toBe(text)
      }),
    )
    expect(tried).toBeGreaterThan(80)
  })
})

const remove = operations.find(({ id }) => id === 'remove-initiative')!

/** What each citation of initiatives says it is from, in text order: the title, or the words, of its reference. */
function sources(document: Document, among: (offset: number) => boolean): readonly string[] {
  const byNumber = new Map<number, string>()
  for (const { number, span } of document.survey.references)
    if (!byNumber.has(number))
      byNumber.set(number, document.text.slice(span.from, span.to).replace(/\d+/gu, '').replace(/\s+/gu, ' '))
  const found: string[] = []
  eachCiting(document.survey, (number, { span }) => {
    if (among(span.from)) found.push(byNumber.get(number) ?? 'nothing')
  })
  return found
}

describe.each([
  ['a survey in any dialect', anySurvey.map(String)],
  ['a comparison in any form', anyComparison.map(({ text }) => text)],
  ['a survey with a table of contents', anySurvey.map((survey) => listing(String(survey)))],
])('%s', (_, texts) => {
  test.each(['keep', 'remove'])(
    'keeps every other text and the source of every other citation when one is removed (references: %s)',
    (references) => {
      let tried = 0
      holds(
        200,
        fc.property(texts, fc.nat(), (text, a) => {
          const before = openDocument(text, LISTED)
          const units = initiativeTexts(before)
          const place = a % Math.max(1, units.length)
          const unit = units[place]
          if (!unit) return
          const plan = remove.plan(before, { initiative: String(place + 1), references })
          if (isRefusal(plan)) return
          tried++
          expect(compatible(plan.edits)).toEqual(plan.edits)
          const after = openDocument(applyEdits(text, plan.edits), LISTED)
          const others = (body: string): string => body.replace(/\d+/gu, '')
          expect(bodies(after).map(others)).toEqual(bodies(before).toSpliced(place, 1).map(others))
          const isLeft = (offset: number): boolean => offset < unit.span.from || offset >= unit.span.to
          expect(sources(after, () => true)).toEqual(sources(before, isLeft))
          for (const { span } of plan.changes) expect(span.to).toBeLessThanOrEqual(text.length)
        }),
      )
      expect(tried).toBeGreaterThan(40)
    },
  )
})

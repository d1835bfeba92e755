import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  compatible,
  isRefusal,
  openDocument,
  operations,
  type Choices,
  type Document,
  type Operation,
  type Plan,
  type Reference,
} from '../../server/src/core'
import { parseBlocks } from '../../server/src/core/markdown/parse'
import { revisions } from '../support/corpus'
import { anySurvey } from '../support/dialects'
import { findingsIn } from '../support/findings'
import { anyMixture, readMixture } from '../support/mixtures'
import { anyText } from '../support/pieces'
import { holds } from '../support/property'
import { sourcesOf, wordsOf } from '../support/sources'
import { surveyText } from '../support/surveys'

const named = (id: string): Operation => {
  const found = operations.find((each) => each.id === id)
  if (!found) throw new Error(`There is no operation ${id}`)
  return found
}

const planOf = (document: Document, id: string, choices: Choices): Plan | undefined => {
  const outcome = named(id).plan(document, choices)
  return isRefusal(outcome) ? undefined : outcome
}

const number = fc.integer({ min: 1, max: 9 }).map(String)

/** What keeps every source where it is cited, and every entry. */
const KEEPING: fc.Arbitrary<readonly [id: string, choices: Choices]> = fc.oneof(
  fc.constantFrom('citation', 'list', 'gaps').map((by) => ['renumber', { by }] as const),
  fc.constantFrom('number', 'title', 'author', 'citation').map((by) => ['sort-references', { by }] as const),
  fc.tuple(number, number).map(([first, second]) => ['swap-references', { first, second }] as const),
  fc.tuple(number, number).map(([from, to]) => ['move-reference', { from, to }] as const),
)

const anyOperation: fc.Arbitrary<readonly [id: string, choices: Choices]> = fc.oneof(
  KEEPING,
  fc.constant(['renumber', { what: 'initiatives' }] as const),
  fc.constant(['renumber', { what: 'initiatives', by: 'gaps' }] as const),
  fc.constantFrom('close', 'leave').map((gap) => ['merge-references', { gap }] as const),
  fc.tuple(number, number).map(([keep, drop]) => ['merge-references', { keep, drop }] as const),
  number.map((each) => ['insert-reference', { number: each }] as const),
  fc
    .tuple(number, fc.constantFrom('refuse', 'remove'))
    .map(([each, citations]) => ['remove-reference', { number: each, citations }] as const),
)

const survey = fc.oneof(anySurvey, surveyText)

test('no operation fails, and the edits of a plan never overlap', () => {
  holds(
    1500,
    fc.property(fc.oneof(survey, anyText), anyOperation, (text, [id, choices]) => {
      const outcome = named(id).plan(openDocument(text), choices)
      if (isRefusal(outcome)) {
        expect(outcome.refused).toMatch(/\.$/u)
        return
      }
      expect(compatible(outcome.edits)).toHaveLength(outcome.edits.length)
      for (const { span } of outcome.edits) expect(span.from <= span.to && span.to <= text.length).toBe(true)
    }),
  )
})

function expectKept(text: string, id: string, choices: Choices): boolean {
  const before = openDocument(text)
  const plan = planOf(before, id, choices)
  if (!plan) return false
  const changed = applyEdits(text, plan.edits)
  const after = openDocument(changed)
  expect(
    sourcesOf(after),
    `${id} ${JSON.stringify(choices)}\n${JSON.stringify(text)}\n${JSON.stringify(changed)}`,
  ).toEqual(sourcesOf(before))
  return plan.edits.length > 0
}

const groupsCited = ({ survey }: Document): number => {
  const known = new Set(
    (survey.references.length > 0 ? survey.references : survey.definitions).map((each) => each.number),
  )
  return survey.groups.filter(({ numbers }) => numbers.every((each) => known.has(each))).length
}

test('every citation goes on leading to the same source, and every entry is still there', () => {
  holds(
    1500,
    fc.property(survey, KEEPING, (text, [id, choices]) => void expectKept(text, id, choices)),
  )
})

test('what is no number stays: the same characters, and none moves but in the list', () => {
  holds(
    600,
    fc.property(survey, KEEPING, (text, [id, choices]) => {
      const before = openDocument(text)
      const plan = planOf(before, id, choices)
      if (!plan) return
      const list =
        before.survey.sections.find(({ kind }) => kind === 'references')?.body.from ??
        before.survey.definitions[0]?.span.from ??
        text.length
      const changed = applyEdits(text, plan.edits)
      for (const { span, insert } of plan.edits) {
        if (span.from < list) expect(text.slice(span.from, span.to) + insert).toMatch(ABOUT_NUMBERS)
      }
      expect(letters(changed)).toEqual(letters(text))
      expect(changed.split('\n')).toHaveLength(text.split('\n').length)
    }),
  )
})

/** Numbers, and the brackets, addresses, dashes and words of a range that is written out. */
const ABOUT_NUMBERS = /^(?:\d|[[\](), ;–…-]| (?:to|bis) |https?:\/\/[^\s()]+(?=\)))*$/u

/** Everything but numbers in brackets, in no order. */
const letters = (text: string): readonly string[] =>
  [
    ...text
      .replace(/ (?:to|bis) (?=\[)|…|\[\^?[\d,; –-]+\]|\]\(https?:\/\/[^\s()]+\)|^[ \t]*\d+[.)]|[[\],–-]/gmu, '')
      .replace(/\s+/gu, ''),
  ].sort()

const listed = fc.integer({ min: 1, max: 4 }).map(String)
const two = fc.tuple(listed, listed).filter(([one, other]) => one !== other)

const RENUMBERING: fc.Arbitrary<readonly [id: string, choices: Choices]> = fc.oneof(
  fc.constantFrom('citation', 'list', 'gaps').map((by) => ['renumber', { by }] as const),
  fc.constantFrom('title', 'citation').map((by) => ['sort-references', { by }] as const),
  two.map(([first, second]) => ['swap-references', { first, second }] as const),
  two.map(([from, to]) => ['move-reference', { from, to }] as const),
  listed.map((each) => ['insert-reference', { number: each }] as const),
  fc.constantFrom('close', 'leave').map((gap) => ['merge-references', { gap }] as const),
  two.map(([keep, drop]) => ['merge-references', { keep, drop }] as const),
  listed.map((each) => ['remove-reference', { number: each, citations: 'remove' }] as const),
)

test('in every mixture of numbers, ranges, groups and links, each citation means its source, and each address is that of its number', () => {
  const carriedOut = new Map<string, number>()
  holds(
    3000,
    fc.property(anyMixture, RENUMBERING, (text, [id, choices]) => {
      const plan = planOf(openDocument(text), id, choices)
      if (!plan || plan.edits.length === 0) return
      carriedOut.set(id, (carriedOut.get(id) ?? 0) + 1)
      const changed = applyEdits(text, plan.edits)
      const said = `${id} ${JSON.stringify(choices)}\n${text}\n=====\n${changed}`
      const merges = id === 'merge-references'
      const [before, after] = [readMixture(text, { byAddress: merges }), readMixture(changed, { byAddress: merges })]
      const gone = id === 'remove-reference' ? before.list.get(Number(choices['number']))?.name : undefined
      const isKept = (source: string): boolean => source !== gone
      expect(
        after.lines.map(({ cited }) => cited),
        said,
      ).toEqual(before.lines.map(({ cited }) => cited.filter(isKept)))
      expect(
        after.lines.map(({ words }) => words),
        said,
      ).toEqual(before.lines.map(({ words }) => words))
      for (const { addresses } of after.lines)
        for (const { source, address } of addresses) expect(address, said).toContain(source.address)
      for (const [i, { addresses }] of before.lines.entries())
        for (const { source, address } of addresses.filter(
          (each) => /[#"]/u.test(each.address) && isKept(each.source.name),
        ))
          expect(after.lines[i]?.addresses, said).toContainEqual({ source, address })
    }),
  )
  for (const [id, times] of carriedOut) expect(times, id).toBeGreaterThan(30)
  expect(carriedOut.size).toBe(7)
})

/** As authors tell sources apart: by the address, else by the words. */
const sourceOf = (reference: Reference, text: string): string =>
  reference.source ?? wordsOf(reference, text).replace('[] and []', '[]')

test('merging keeps every source where it is cited, and one entry of each', () => {
  holds(
    600,
    fc.property(survey, fc.constantFrom('close', 'leave'), (text, gap) => {
      const before = openDocument(text)
      const plan = planOf(before, 'merge-references', { gap })
      if (!plan) return
      const after = openDocument(applyEdits(text, plan.edits))
      // Brackets with a number that is not in the list may look like citations once other numbers move down to it: the plan says so.
      fc.pre(groupsCited(before) === before.survey.groups.length)
      // What goes may stand above a citation, and its line with it.
      const cited = (document: Document): readonly string[] =>
        sourcesOf(document, sourceOf).cited.map((line) => line.replace(/^\d+: /u, ''))
      expect(cited(after), JSON.stringify(text)).toEqual(cited(before))
      expect(new Set(after.survey.references.map((each) => sourceOf(each, after.text)))).toEqual(
        new Set(before.survey.references.map((each) => sourceOf(each, text))),
      )
    }),
  )
})

test('what is inserted and removed again leaves no trace, save for ranges that were written out', () => {
  holds(
    400,
    fc.property(survey, number, (text, place) => {
      const before = openDocument(text)
      fc.pre(
        before.survey.references.length > 0 &&
          !parseBlocks(text).open &&
          !/\d\]\]?(?:\([^)]*\))?\s?[-–]\s?\[|\[\d+[-–]\d/u.test(text),
      )
      const inserted = planOf(before, 'insert-reference', { number: place })
      if (!inserted) return
      const longer = openDocument(applyEdits(text, inserted.edits))
      // Below words that are still being typed, it may be no entry.
      fc.pre(longer.survey.references.length === before.survey.references.length + 1)
      const removed = planOf(longer, 'remove-reference', { number: place })
      fc.pre(removed !== undefined)
      const again = openDocument(applyEdits(longer.text, removed.edits))
      expect(sourcesOf(again), JSON.stringify(text)).toEqual(sourcesOf(before))
    }),
  )
})

const history = revisions()

test.skipIf(history.length === 0)(
  'the history of a real survey: every source stays, a second time changes nothing',
  { timeout: 120_000 },
  () => {
    let changed = 0
    const CHOICES: readonly (readonly [id: string, choices: Choices])[] = [
      ...SETTLING.map(([id, choices]) => [id, choices] as const),
      ['sort-references', { by: 'author' }],
      ['swap-references', { first: '1', second: '5' }],
      ['move-reference', { from: '9', to: '2' }],
    ]
    for (const { name, text } of history) {
      for (const [id, choices] of CHOICES) {
        const before = openDocument(text)
        const plan = planOf(before, id, choices)
        // One revision has a number twice, and cites it.
        if (!plan) continue
        const after = openDocument(applyEdits(text, plan.edits))
        if (plan.edits.length > 0) changed++
        const names = id === 'merge-references' ? sourceOf : undefined
        expect(sourcesOf(after, names).cited, `${name} ${id}`).toEqual(sourcesOf(before, names).cited)
        if (SETTLING.some(([each]) => each === id))
          expect(planOf(after, id, choices)?.edits, `${name} ${id}`).toEqual([])
      }
    }
    expect(changed).toBeGreaterThan(40)
  },
)

const SETTLING: readonly (readonly [id: string, choices: Choices, silent: readonly string[]])[] = [
  ['renumber', { by: 'citation' }, ['citation-order', 'reference-gap']],
  ['renumber', { by: 'list' }, ['reference-gap']],
  ['renumber', { by: 'gaps' }, ['reference-gap']],
  ['renumber', { what: 'initiatives' }, ['initiative-number']],
  ['sort-references', { by: 'title' }, ['reference-gap']],
  ['merge-references', {}, ['duplicate-source']],
]

test.each(SETTLING)(
  '%s %j: a second time there is nothing to do, and %j have nothing to say',
  (id, choices, silent) => {
    holds(
      400,
      fc.property(survey, (text) => {
        const plan = planOf(openDocument(text), id, choices)
        if (!plan) return
        const changed = applyEdits(text, plan.edits)
        const after = openDocument(changed)
        const again = named(id).plan(after, choices)
        expect(
          isRefusal(again) ? again.refused : again.edits,
          `${JSON.stringify(text)}\n${JSON.stringify(changed)}`,
        ).toEqual([])
        // Where brackets have a number that is not in the list, no reference may get it.
        if (groupsCited(after) < (text.match(/\[\d+(?:, |–)\d+\]/gu)?.length ?? 0)) return
        expect(
          findingsIn(after)
            .map(({ rule }) => rule.code)
            .filter((code) => silent.includes(code)),
          `${JSON.stringify(text)}\n${JSON.stringify(changed)}`,
        ).toEqual([])
      }),
    )
  },
)

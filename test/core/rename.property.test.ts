import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  compatible,
  initiativeTitleAt,
  isRefusal,
  openDocument,
  referenceNumberAt,
  renameInitiative,
  renameReference,
  type Document,
} from '../../server/src/core'
import { slugsOf } from '../../server/src/core/survey/slugs'
import { anySurvey } from '../support/dialects'
import { anyText } from '../support/pieces'
import { share } from '../support/edits'
import { holds } from '../support/property'
import { sourcesOf } from '../support/sources'
import { surveyText } from '../support/surveys'

const survey = fc.oneof(anySurvey, surveyText)
const chosen = <T>(items: readonly T[], at: number): T | undefined =>
  items[Math.min(items.length - 1, Math.floor(at * items.length))]

test('nothing fails on any text and at any place, and edits never overlap', () => {
  holds(
    600,
    fc.property(
      fc.oneof(survey, anyText),
      share,
      fc.constantFrom('1', '3', '99', '0', 'x', 'Loom', 'Loom [1] `x`', '#2 A', '', '\n', ']('),
      (text, at, name) => {
        const document = openDocument(text)
        const offset = Math.floor(at * text.length)
        const reference = referenceNumberAt(document.survey, offset)
        const title = initiativeTitleAt(document.survey, offset)
        for (const outcome of [
          reference && renameReference(document, reference.number, name),
          title && renameInitiative(document, title.initiative, name),
        ]) {
          if (!outcome) continue
          if (isRefusal(outcome)) expect(outcome.refused).toMatch(/\.$/u)
          else expect(compatible(outcome.edits)).toHaveLength(outcome.edits.length)
        }
      },
    ),
  )
})

const groupsCited = ({ survey: { references, definitions, groups } }: Document): number => {
  const known = new Set((references.length > 0 ? references : definitions).map((each) => each.number))
  return groups.filter(({ numbers }) => numbers.every((each) => known.has(each))).length
}

test('a reference that gets another number, free or not, is cited where it was', () => {
  let renamed = 0
  holds(
    1500,
    fc.property(survey, share, fc.integer({ min: 1, max: 14 }), (text, at, number) => {
      const before = openDocument(text)
      const reference = chosen(before.survey.references, at)
      if (!reference) return
      const outcome = renameReference(before, reference.number, String(number))
      if (isRefusal(outcome)) return
      const after = openDocument(applyEdits(text, outcome.edits))
      fc.pre(groupsCited(after) === groupsCited(before))
      expect(
        sourcesOf(after),
        `${reference.number} → ${number}\n${JSON.stringify(text)}\n${JSON.stringify(after.text)}`,
      ).toEqual(sourcesOf(before))
      if (outcome.edits.length > 0) renamed++
    }),
  )
  expect(renamed).toBeGreaterThan(100)
})

/** The places of headings that links in a text lead to, by what stands after `#`. */
function targetsOf(document: Document): readonly number[] {
  const headings = document.gathered.marks.flatMap(({ label }, i) => {
    const base = document.gathered.bases[i] ?? 0
    return label.form === 'heading' ? [document.text.slice(base + label.content.from, base + label.content.to)] : []
  })
  const slugs = slugsOf(headings)
  return [...document.text.matchAll(/\[LINK[^\]]*\]\(#([^)]*)\)/gu)].map(([, slug = '']) => slugs.indexOf(slug))
}

test('every link to a heading goes on leading there, whichever initiative gets another title', () => {
  let followed = 0
  holds(
    600,
    fc.property(
      surveyText,
      share,
      fc.constantFrom('Loom', 'Plasma', 'Strengths and more', 'A – B 😀', '漢字', 'TrueBit 😀'),
      (text, at, name) => {
        const plain = openDocument(text)
        const {
          gathered: { marks, bases },
        } = plain
        const slugs = slugsOf(
          marks.flatMap(({ label }, i) =>
            label.form === 'heading'
              ? [text.slice((bases[i] ?? 0) + label.content.from, (bases[i] ?? 0) + label.content.to)]
              : [],
          ),
        )
        const before = openDocument(
          `${text}\n\nA last word: ${slugs
            .filter((slug) => /\p{L}/u.test(slug))
            .map((slug) => `[LINK](#${slug})`)
            .join(', ')}.\n`,
        )
        const initiative = chosen(before.survey.initiatives, at)
        if (!initiative) return
        const outcome = renameInitiative(before, initiative, name)
        if (isRefusal(outcome)) return
        const after = openDocument(applyEdits(before.text, outcome.edits))
        expect(after.survey.initiatives.map(({ title }) => title)).toEqual(
          before.survey.initiatives.map((each) => (each === initiative ? name : each.title)),
        )
        const targets = targetsOf(before)
        fc.pre(targets.every((target) => target >= 0))
        expect(targetsOf(after), JSON.stringify(before.text)).toEqual(targets)
        if (outcome.edits.length > 1) followed++
      },
    ),
  )
  expect(followed).toBeGreaterThan(50)
})

test('anchors are those of VS Code and GitHub', () => {
  expect(
    slugsOf([
      '#1 Plasma',
      'What is it?',
      'What is it?',
      'A – B: c/d',
      '  `code` *and* _more_ ',
      '[Text](https://a.org) & co',
      '漢字 😀 Über_uns',
      'snake_case-x',
      'What is it?',
    ]),
  ).toEqual([
    '1-plasma',
    'what-is-it',
    'what-is-it-1',
    'a--b-cd',
    'code-and-more',
    'text--co',
    '漢字--über_uns',
    'snake_case-x',
    'what-is-it-2',
  ])
})

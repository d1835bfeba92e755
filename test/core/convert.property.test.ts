import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  compatible,
  isRefusal,
  lint,
  openDocument,
  wayBack,
  type Choices,
  type Document,
  type Plan,
} from '../../server/src/core'
import { convert } from '../../server/src/core/operations/convert'
import { revisions } from '../support/corpus'
import { anySurvey } from '../support/dialects'
import { anyText } from '../support/pieces'
import { holds } from '../support/property'
import { surveyText } from '../support/surveys'

/** Each option each way, and whole ways of writing. */
const CHOICES: readonly Choices[] = [
  { citations: 'single' },
  { citations: 'double' },
  { citations: 'footnote' },
  { labels: 'heading' },
  { labels: 'emphasis' },
  { labels: 'emphasis', mark: '**' },
  { labels: 'heading', level: '5' },
  { references: 'plain' },
  { references: 'ieee' },
  { references: 'ieee', addresses: 'bare' },
  { definitions: 'with' },
  { definitions: 'quoted' },
  { definitions: 'below' },
  { definitions: 'untitled' },
  { definitions: 'without' },
  { dates: 'hyphen' },
  { dates: 'entity' },
  { dates: 'character' },
  { dates: 'words' },
  { to: 'seed' },
  { to: 'published' },
  { to: 'own' },
]

const anyChoices = fc.constantFrom(...CHOICES)

/** The losses that say that the way back does more than restore what was converted. */
const isMixed = ({ losses }: Plan): boolean =>
  losses.some((loss) => /Converting back would (?:change|leave) all of them/u.test(loss))

/** Expects of a plan what every plan promises, and gives it. */
function expectSound(document: Document, choices: Choices): Plan | undefined {
  const plan = convert.plan(document, choices)
  if (isRefusal(plan)) {
    expect(plan.refused).toMatch(/\w.*\./u)
    return undefined
  }
  expect(compatible(plan.edits)).toEqual(plan.edits)
  expect(plan.changes.length > 0).toBe(plan.edits.length > 0)
  const after = openDocument(applyEdits(document.text, plan.edits))
  expect(told(after)).toEqual(told(document))
  const twice = convert.plan(after, choices)
  expect(isRefusal(twice) ? [] : twice.edits).toEqual([])
  for (const { span } of plan.edits)
    expect(
      placesOf(document).some(({ from, to }) => from <= span.from && span.to <= to),
      document.text.slice(span.from - 9, span.to + 9),
    ).toBe(true)
  return plan
}

/** Where a conversion may change something. */
const placesOf = ({ survey, text }: Document): readonly { readonly from: number; readonly to: number }[] => [
  ...survey.initiatives.flatMap(({ sections }) => sections.map(({ label }) => label.span)),
  ...survey.citations.map(({ span }) => span),
  ...survey.references.map(({ span, definition }) => ({
    from: span.from,
    to: Math.max(span.to, definition ? text.length : 0),
  })),
]

/** What a reader finds in a survey, however it is written. */
const told = ({ survey, recognition }: Document): object => ({
  isSurvey: recognition.survey,
  initiatives: survey.initiatives.map(({ number, normal, sections }) => [
    number,
    normal,
    sections.map(({ kind, words, state }) => [kind, words, state]),
  ]),
  sections: survey.sections.map(({ kind, words, state }) => [kind, words, state]),
  citations: survey.citations.map(({ number }) => number),
  groups: survey.groups.map(({ numbers }) => numbers),
  references: survey.references.map(({ number, title, authors, url, accessedOn }) => [
    number,
    title?.text,
    authors?.text,
    url?.text,
    accessedOn,
  ]),
})

/** There and back, by the choices that the document says lead back. */
function thereAndBack(document: Document, choices: Choices, { edits }: Plan): string {
  const after = openDocument(applyEdits(document.text, edits))
  const back = convert.plan(after, wayBack(document, choices))
  return isRefusal(back) ? back.refused : applyEdits(after.text, back.edits)
}

/** There and back by the names of whole ways of writing, with what the plan says beside the name. */
function thereAndBackByName({ text }: Document, to: string, { edits, wayBack: apart }: Plan): string {
  const after = openDocument(applyEdits(text, edits))
  const back = convert.plan(after, { to: to === 'seed' ? 'published' : 'seed', ...apart })
  return isRefusal(back) ? back.refused : applyEdits(after.text, back.edits)
}

test(
  'whatever is in a survey, what is converted says the same, and comes back to the letter unless the plan says otherwise',
  { timeout: 120_000 },
  () => {
    const seen = { refused: 0, converted: 0, mixed: 0, restored: 0, noted: 0 }
    holds(
      800,
      fc.property(anySurvey, anyChoices, (text, choices) => {
        const document = openDocument(text)
        const plan = expectSound(document, choices)
        if (!plan) return void seen.refused++
        if (plan.edits.length === 0) return
        seen.converted++
        if (isMixed(plan)) return void seen.mixed++
        expect(plan.losses.filter((loss) => loss.includes('would not restore the file exactly'))).toEqual([])
        expect(thereAndBack(document, choices, plan)).toBe(text)
        seen.restored++
        if (choices['to'] !== 'seed' && choices['to'] !== 'published')
          return void expect(plan.notes?.filter((note) => note.startsWith('To come back'))).toEqual([])
        expect(thereAndBackByName(document, choices['to'], plan)).toBe(text)
        if (plan.wayBack) seen.noted++
      }),
    )
    expect(seen.restored).toBeGreaterThan(seen.converted / 3)
    expect(seen.noted).toBeGreaterThan(0)
    expect(seen.converted).toBeGreaterThan(seen.refused / 2)
  },
)

test('where nothing stands two ways, it comes back to the letter, always', { timeout: 120_000 }, () => {
  const seen = { refused: 0, converted: 0 }
  holds(
    400,
    fc.property(surveyText, fc.boolean(), anyChoices, (mixed, isDouble, choices) => {
      const text = isDouble
        ? mixed.replace(/(?<!\[)\[(\d)\](?!\])/gu, '[[$1]]')
        : mixed.replace(/\[\[(\d)\]\]/gu, '[$1]')
      const document = openDocument(text)
      const plan = expectSound(document, choices)
      if (!plan) return void seen.refused++
      if (plan.edits.length > 0) seen.converted++
      expect(plan.losses.filter((loss) => loss.includes('Converting back would'))).toEqual([])
      expect(thereAndBack(document, choices, plan)).toBe(text)
    }),
  )
  expect(seen.converted).toBeGreaterThan(seen.refused)
})

test(
  'what would not come back is converted only if that is asked for, and loses nothing that is read',
  { timeout: 120_000 },
  () => {
    holds(
      300,
      fc.property(anySurvey, anyChoices, (text, choices) => {
        const document = openDocument(text)
        const strict = convert.plan(document, choices)
        const plan = expectSound(document, { ...choices, inexact: 'convert' })
        if (
          !plan ||
          isRefusal(strict) ||
          isMixed(plan) ||
          plan.losses.some((loss) => loss.includes('will not restore'))
        )
          return
        expect(thereAndBack(document, choices, plan)).toBe(text)
      }),
    )
  },
)

test('any text at all gets an answer', { timeout: 60_000 }, () => {
  holds(
    200,
    fc.property(anyText, anyChoices, fc.constantFrom('leave', 'convert'), (text, choices, inexact) => {
      expectSound(openDocument(`---\nsurvey: true\n---\n${text}`), { ...choices, inexact })
    }),
  )
})

/** How many findings there are about link definitions. */
const missingDefinitions = (document: Document): number =>
  lint(document, { today: '2026-01-01' }).filter(({ rule }) => rule.code === 'link-definition').length

describe.each(revisions())('$name', ({ text }) => {
  test('where entries lose their link definitions to new findings, it is told before', () => {
    const document = openDocument(text)
    const plan = convert.plan(document, { to: 'seed' })
    if (isRefusal(plan)) return
    const more = missingDefinitions(openDocument(applyEdits(text, plan.edits))) - missingDefinitions(document)
    const [told = ''] = plan.notes?.filter((note) => note.includes('link-definition')) ?? []
    expect(Number(/^\d+/u.exec(told)?.[0] ?? 0)).toBe(Math.max(0, more))
  })

  test.each(['\n', '\r\n'])('each way of writing and back (%j)', { timeout: 60_000 }, (lineBreak) => {
    const document = openDocument(text.replaceAll('\n', lineBreak))
    for (const choices of lineBreak === '\n' ? CHOICES : CHOICES.filter(({ to }) => to !== undefined)) {
      if (choices['to'] !== undefined) expectSound(document, { ...choices, inexact: 'convert' })
      const plan = expectSound(document, choices)
      if (!plan || isMixed(plan)) continue
      expect(plan.losses.filter((loss) => loss.includes('would not restore the file exactly'))).toEqual([])
      expect(thereAndBack(document, choices, plan), JSON.stringify(choices)).toBe(document.text)
      if (plan.edits.length > 0 && (choices['to'] === 'seed' || choices['to'] === 'published'))
        expect(thereAndBackByName(document, choices['to'], plan)).toBe(document.text)
    }
  })
})

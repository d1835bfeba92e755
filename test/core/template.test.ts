import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyEdits,
  changeDocument,
  editsForAll,
  lint,
  openDocument,
  operations,
  type Plan,
} from '../../server/src/core'
import { isRefusal, type Refusal } from '../../server/src/core/refusal'
import { anyComparison } from '../support/comparisons'
import { anySurvey } from '../support/dialects'
import { findingsIn } from '../support/findings'
import { holds } from '../support/property'

const outcome = (id: string, text: string, choices: Readonly<Record<string, string>> = {}): Plan | Refusal =>
  operations.find((operation) => operation.id === id)!.plan(openDocument(text, { listedAs: '*.md' }), choices)

function planned(id: string, text: string, choices: Readonly<Record<string, string>> = {}): Plan {
  const plan = outcome(id, text, choices)
  if (isRefusal(plan)) throw new Error(plan.refused)
  return plan
}

const broughtUp = (text: string, choices: Readonly<Record<string, string>> = {}): string =>
  applyEdits(text, planned('bring-up-to-template', text, choices).edits)

const missing = (text: string): number =>
  openDocument(text, { listedAs: '*.md' }).survey.initiatives.reduce((sum, each) => sum + each.missing.length, 0)

describe('Bring Up to Template', () => {
  const REVISION = new URL('../../../shared/corpus/layer2/088-d4c8c9fd.md', import.meta.url)

  test.skipIf(!existsSync(REVISION))('restores the six Threats of revision 088, and lists them', () => {
    const text = readFileSync(REVISION, 'utf8')
    const { changes } = planned('bring-up-to-template', text)
    expect(changes.map(({ after }) => after)).toEqual(Array.from({ length: 6 }, () => '“Threats”'))
    const after = broughtUp(text)
    expect(missing(after)).toBe(0)
    expect(findingsIn(openDocument(after)).filter(({ rule }) => rule.code === 'contents')).toEqual([])
    expect(after.match(/^ {4}- \[Threats\]\(#threats(?:-\d)?\)$/gmu)).toHaveLength(6)
    expect(broughtUp(after)).toBe(after)
  })

  test('of one initiative; links to headings of the same name follow', () => {
    const text = `## Current initiatives

### Ann

#### Strengths

Text.

### Bob

#### Strengths

See [weak](#weaknesses) and [big](#strengths-1).

#### Weaknesses

Text.
`
    const profile = `---\nsurvey: comparison\n---\n\n${text}`
    const after = broughtUp(profile, { initiative: '1' })
    expect(after).toContain('See [weak](#weaknesses-1) and [big](#strengths-1).')
    expect(openDocument(after).survey.initiatives.map((each) => each.missing.length)).toEqual([0, 2])
    expect(outcome('bring-up-to-template', text, { initiative: '3' })).toEqual({
      refused: 'There are 2 initiatives, so there is none at place 3.',
    })
  })

  test.each([
    ['a survey in any dialect', anySurvey.map(String)],
    ['a comparison in any form', anyComparison.map(({ text }) => text)],
  ])('%s: nothing is missing afterwards, nothing is lost, and once is enough', (_, texts) => {
    let tried = 0
    holds(
      200,
      fc.property(texts, (text) => {
        if (missing(text) === 0) return
        const { edits } = planned('bring-up-to-template', text)
        const after = applyEdits(text, edits)
        for (const { span, insert } of edits)
          if (span.to > span.from)
            expect([insert[0], /\s/u.test(text.slice(span.from, span.to))]).toEqual([text[span.from], false])
        if (missing(after) > 0) return
        tried++
        expect(broughtUp(after)).toBe(after)
      }),
    )
    expect(tried).toBeGreaterThan(50)
  })
})

test('a fix for all initiatives lists what it inserts once, under its own name', () => {
  const names = ['Ann', 'Bob', 'Cy']
  const kinds = ['Overview', 'Weaknesses', 'Verdict']
  const table = names.map(
    (name, i) =>
      `- [${name}](#${name.toLowerCase()})\n${kinds
        .map((kind) => `  - [${kind}](#${kind.toLowerCase()}${i > 0 ? `-${i}` : ''})\n`)
        .join('')}`,
  )
  const text = `---\nsurvey: comparison\n---\n\n${table.join('')}\n## Current initiatives\n\n${names
    .map((name) => `### ${name}\n\n${kinds.map((kind) => `#### ${kind}\n\nText.\n\n`).join('')}`)
    .join('')}`
  const document = openDocument(text)
  const found = lint(document, { today: '2026-01-01' }).filter(({ rule }) => rule.code === 'missing-section')
  expect(found).toHaveLength(3)
  const after = applyEdits(text, editsForAll(document, '2026-01-01', found))
  expect(after).toBe(broughtUp(text))
  expect([...after.matchAll(/\[Strengths\]\(#(.*)\)/gu)].map(([, slug]) => slug)).toEqual([
    'strengths',
    'strengths-1',
    'strengths-2',
  ])
})

describe('Not Used in This Survey', () => {
  const survey = (front: string): string =>
    `${front}## Current initiatives

### Ann

#### What is it?

Text.

#### Strengths

Text.

### Bob

#### What is it?

Text.

#### Strengths

Text.

### Cy

#### What is it?

Text.

#### Strengths

Text.

#### Threats

None.
`

  const asked = (text: string): readonly string[] => [
    ...new Set(openDocument(text).survey.initiatives.flatMap((each) => each.missing.map(({ kind }) => kind))),
  ]

  test.each([
    'survey-omit: [threats, opportunities]',
    'survey-omit: [ Threats , "Opportunities" ] # as agreed',
    'title: x\nsurvey-omit:\n  - threats\n  - opportunities\nother: y',
    'Survey-Omit: [Risks to us, threats, opportunities]',
  ])('front matter turns sections off: %s', (line) => {
    const text = survey(`---\n${line}\n---\n\n`)
    expect(asked(text)).toEqual(['who', 'weaknesses'])
    expect(asked(text.replaceAll('\n', '\r\n'))).toEqual(['who', 'weaknesses'])
    expect(
      findingsIn(openDocument(text))
        .map(({ message }) => message)
        .join(),
    ).not.toContain('Threats')
  })

  test('is offered where two thirds lack a section, and does it', () => {
    const [first] = findingsIn(openDocument(survey('')))
    expect(first?.operations?.map(({ title }) => title)).toEqual([
      '“Who does it?” is not used in this survey',
      '“Weaknesses” is not used in this survey',
      '“Opportunities” is not used in this survey',
      '“Threats” is not used in this survey',
    ])
    const { id, choices } = first!.operations!.at(-1)!
    const { edits, notes } = planned(id, survey(''), choices)
    expect(notes).toEqual(['“Threats” is no longer asked for in 2 initiatives.'])
    const once = applyEdits(survey(''), edits)
    expect(once).toBe(survey('---\nsurvey-omit: [threats]\n---\n\n'))
    const twice = applyEdits(once, planned('omit-section', once, { section: 'Weaknesses' }).edits)
    expect(twice).toBe(survey('---\nsurvey-omit: [threats, weaknesses]\n---\n\n'))
    expect(asked(twice)).toEqual(['who', 'opportunities'])
    expect(planned('omit-section', twice, { section: 'threats' }).edits).toEqual([])
    expect(outcome('omit-section', twice, { section: 'Verdict' })).toHaveProperty('isChoice', true)
  })

  test('front matter that is there is kept, with its line ends and byte order mark', () => {
    for (const front of ['---\r\ntitle: x\r\n---\r\n\r\n', '\ufeff---\r\nsurvey: true\r\n---\r\n']) {
      const text = survey(front.replaceAll('\r\n', '\n')).replaceAll('\n', '\r\n')
      const after = applyEdits(text, planned('omit-section', text, { section: 'threats' }).edits)
      expect(after).toBe(text.replace('\r\n---', '\r\nsurvey-omit: [threats]\r\n---'))
      expect(asked(after)).not.toContain('threats')
    }
    expect(
      applyEdits('\ufeff' + survey(''), planned('omit-section', '\ufeff' + survey(''), { section: 'threats' }).edits),
    ).toBe('\ufeff' + survey('---\nsurvey-omit: [threats]\n---\n\n'))
  })

  test('an edit of that line is read at once', () => {
    const text = survey('---\nsurvey-omit: [threats]\n---\n\n')
    const before = openDocument(text)
    const at = text.indexOf('threats')
    const change = { from: at, to: at + 7, inserted: 8 }
    const after = changeDocument(before, before.buffer.replace(at, at + 7, 'strength'), change)
    expect(after.survey.initiatives.flatMap((each) => each.missing.map(({ kind }) => kind))).toContain('threats')
  })

  test('a survey with a structure of its own does without a section, too', () => {
    const item = (name: string, labels: readonly string[]): string =>
      `## ${name}\n\n${labels.map((label) => `**${label}:** text\n\n`).join('')}`
    const text = `---\nsurvey: inferred\nsurvey-omit: [Cons]\n---\n\n${['A', 'B', 'C'].map((name) => item(name, ['Pros', 'Cons', 'Price'])).join('')}${item('D', ['Pros', 'Price'])}`
    expect(openDocument(text).survey.initiatives.flatMap((each) => each.missing)).toEqual([])
    expect(
      openDocument(text.replace('survey-omit: [Cons]\n', '')).survey.initiatives.flatMap((each) => each.missing),
    ).toHaveLength(1)
  })
})

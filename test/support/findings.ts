import { expect } from 'vitest'
import {
  applyEdits,
  lint,
  openDocument,
  type Document,
  type FoundBy,
  type Rule,
  type RuleSeverities,
} from '../../server/src/core'
import { fixture, type Fixture, type Label } from './fixture'

/** The day on which the rules' examples are checked. */
export const EXAMPLE_DAY = '2018-06-14'

/** Expects exactly the findings that the carets label, where a message may be given in part, from its start. */
export const checkFindings = (source: string, lineBreak = '\n', severities: RuleSeverities = {}): void =>
  checkFixture(fixture(source, lineBreak), severities)

export function checkFixture({ text, labels }: Fixture, severities: RuleSeverities = {}): void {
  const document = openDocument(text)
  const found = lint(document, { today: EXAMPLE_DAY, severities, onCrash })
  expect(document.recognition.survey, document.recognition.reason).toBe(true)
  expect(found.map((finding) => row(text, shortened(finding, labels)))).toEqual(
    [...labels].sort((a, b) => a.from - b.from).map((label) => row(text, label)),
  )
}

/** The findings of a text, without any notation. */
export const findingsIn = (document: Document): readonly FoundBy[] => lint(document, { today: EXAMPLE_DAY, onCrash })

/** The text after the fixes of one rule, all of them or the one at `index`. */
export function fixedText(text: string, code: string, index?: number): string {
  const fixes = findingsIn(openDocument(text))
    .filter(({ rule }) => rule.code === code)
    .flatMap(({ fix }) => (fix ? [fix] : []))
  return applyEdits(
    text,
    fixes.filter((_, i) => index === undefined || i === index).flatMap(({ edits }) => edits()),
  )
}

/** How many findings each rule has. */
export function countsByRule(findings: readonly FoundBy[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { rule } of findings) counts[rule.code] = (counts[rule.code] ?? 0) + 1
  return counts
}

function onCrash(_: Rule, error: unknown): void {
  throw error
}

/** The finding as its label has it, where the label says no more than the start of the message. */
function shortened({ span, rule, message }: FoundBy, labels: readonly Label[]): Label {
  const label = labels.find(
    (each) =>
      each.from === span.from && each.to === span.to && each.code === rule.code && message.startsWith(each.message),
  )
  return label ?? { ...span, code: rule.code, message }
}

function row(text: string, { from, to, code, message }: Label): string {
  const line = text.slice(0, from).split('\n')
  return `${line.length}:${line.at(-1)?.length} “${text.slice(from, to)}” ${code}: ${message}`
}

import { expect } from 'vitest'
import type { Document, Field, FoundBy, Label, LinkDefinition, Section, Span } from '../../server/src/core'

/** Expects that a span lies in a text and cuts no character and no line break in two. */
export function expectBoundaries(text: string, { from, to }: Span, what: string): void {
  const isWhole = 0 <= from && from <= to && to <= text.length && !splits(text, from) && !splits(text, to)
  if (!isWhole)
    expect.fail(
      `${what}: ${from} to ${to} of ${text.length}, around ${JSON.stringify(text.slice(Math.max(0, from - 20), to + 20))}`,
    )
}

const splits = (text: string, at: number): boolean =>
  /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1))

/** Every span of a document's model, each with where it is from. */
export function* spansOf({ survey }: Document): Iterable<readonly [what: string, span: Span]> {
  for (const section of survey.sections) yield* ofSection('section', section)
  if (survey.initiativesHeading) yield* ofLabel('initiatives heading', survey.initiativesHeading)
  if (survey.initiativesSpan) yield ['initiatives', survey.initiativesSpan]
  for (const { label, span, numberSpan, sections } of survey.initiatives) {
    yield* ofLabel('initiative', label)
    yield ['initiative', span]
    if (numberSpan) yield ['initiative number', numberSpan]
    for (const section of sections) yield* ofSection('section of initiative', section)
  }
  for (const { span, numberSpan } of survey.citations)
    yield* [
      ['citation', span],
      ['citation number', numberSpan],
    ] as const
  for (const { span } of survey.groups) yield ['group', span]
  for (const reference of survey.references) {
    for (const part of ['span', 'label', 'numberSpan', 'body'] as const) yield [`reference ${part}`, reference[part]]
    for (const [name, { span }] of fieldsOf(reference)) yield [`reference ${name}`, span]
    if (reference.definition) yield* ofDefinition('definition of reference', reference.definition)
  }
  for (const definition of survey.definitions) yield* ofDefinition('definition', definition)
  for (const span of survey.placeholders) yield ['placeholder', span]
  for (const { scope } of survey.suppressions) yield ['suppression', scope]
}

/** What was read of the entries and definitions, as text and where it stands. */
export function* fieldsIn({ survey }: Document): Iterable<readonly [what: string, field: Field]> {
  for (const reference of survey.references) yield* fieldsOf(reference)
  for (const { url, title } of survey.definitions) {
    yield ['url', url]
    if (title) yield ['title', title]
  }
}

/** Every span of a finding, its fix included. */
export function* spansOfFinding({ rule, span, related, fix }: FoundBy): Iterable<readonly [what: string, span: Span]> {
  yield [rule.code, span]
  for (const each of related ?? []) yield [`related to ${rule.code}`, each.span]
  for (const edit of fix?.edits() ?? []) yield [`fix of ${rule.code}`, edit.span]
}

function* ofSection(what: string, { label, body, placeholders }: Section): Iterable<readonly [string, Span]> {
  yield* ofLabel(what, label)
  yield [`${what} body`, body]
  for (const span of placeholders) yield [`${what} placeholder`, span]
}

const ofLabel = (what: string, { span, content }: Label): readonly (readonly [string, Span])[] => [
  [`${what} label`, span],
  [`${what} label content`, content],
]

function* ofDefinition(
  what: string,
  { span, numberSpan, url, title }: LinkDefinition,
): Iterable<readonly [string, Span]> {
  yield* [
    [what, span],
    [`${what} number`, numberSpan],
    [`${what} url`, url.span],
  ] as const
  if (title) yield [`${what} title`, title.span]
}

const fieldsOf = ({
  title,
  authors,
  url,
  accessed,
}: Document['survey']['references'][number]): readonly (readonly [string, Field])[] =>
  Object.entries({ title, authors, url, accessed }).filter((entry): entry is [string, Field] => entry[1] !== undefined)

import type { Markdown } from '../markdown'
import type { LinkDefinition, Reference } from '../references/model'
import { lastAtMost } from '../text/search'
import type { Span } from '../text/span'
import { detectDialect } from './dialect'
import type { Content, Facts, Mark } from './facts'
import { gather, type FactsCache } from './gather'
import { findInitiatives, type Region } from './initiatives'
import type { Initiative, Section, SectionState, Survey } from './model'
import { REFERENCES, type SectionTemplate } from './profile'
import type { Reader } from './reader'
import { suppressionsOf } from './suppressions'

/** Reads a text as a survey. Never fails; a text that is none gives a model with no initiatives. */
export function buildSurvey(markdown: Markdown, reader: Reader, cache: FactsCache): Survey {
  const facts = gather(markdown, reader, cache)
  const region = findInitiatives(facts.marks)
  const length = markdown.text.length
  const initiatives = region ? initiativesOf(region, facts, reader, length) : []
  const sections = surveySectionsOf(region, facts, length)
  const lists = sections.filter((section) => section.kind === REFERENCES)
  const isListed = ({ span }: { readonly span: Span }): boolean => lists.some(({ body }) => isWithin(span, body))
  const references = withDefinitions(facts.entries.filter(isListed), facts.definitions)
  const opening = region?.opening === undefined ? undefined : facts.marks[region.opening]
  return {
    profile: reader.profile,
    dialect: detectDialect(markdown.text, reader.profile, region, initiatives, references, facts),
    sections,
    ...(opening && { initiativesHeading: opening.label }),
    ...(region && { initiativesSpan: regionSpan(region, facts.marks, length) }),
    initiatives,
    citations: facts.citations.filter((citation) => !isListed(citation)),
    references,
    definitions: facts.definitions,
    placeholders: facts.placeholders,
    suppressions: suppressionsOf(facts.directives, markdown.text, sections, initiatives),
  }
}

const isWithin = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.from < outer.to

const startOf = (marks: readonly Mark[], i: number, length: number): number => marks[i]?.label.span.from ?? length

function regionSpan(region: Region, marks: readonly Mark[], length: number): Span {
  return { from: startOf(marks, region.opening ?? region.initiatives[0] ?? region.end, length), to: startOf(marks, region.end, length) }
}

function initiativesOf(region: Region, facts: Facts, reader: Reader, length: number): readonly Initiative[] {
  const { marks } = facts
  return region.initiatives.map((index, i) => {
    const end = groupEnd(marks, index, region.initiatives[i + 1] ?? region.end, region.level)
    const mark = marks[index] as Mark
    const sections = sectionsOf(index, end, facts, length)
    const kinds = new Set(sections.map((section) => section.kind))
    return {
      ...(mark.number !== undefined && { number: mark.number }),
      ...(mark.numberSpan && { numberSpan: mark.numberSpan }),
      title: mark.title,
      label: mark.label,
      span: { from: mark.label.span.from, to: startOf(marks, end, length) },
      sections,
      missing: reader.profile.initiative.filter((template) => template.required && !kinds.has(template.kind)),
    }
  })
}

/** An initiative also ends at a heading above its level that belongs to no initiative. */
function groupEnd(marks: readonly Mark[], index: number, end: number, level: number): number {
  for (let i = index + 1; i < end; i++) {
    const mark = marks[i] as Mark
    if (!mark.initiativeSection && (mark.label.level ?? 7) < level) return i
  }
  return end
}

function sectionsOf(index: number, end: number, facts: Facts, length: number): readonly Section[] {
  const { marks } = facts
  const starts: number[] = []
  let level = 7
  for (let i = index + 1; i < end; i++) {
    const mark = marks[i] as Mark
    if (mark.initiativeSection) {
      starts.push(i)
      level = mark.label.level ?? 0
    } else if (mark.label.form === 'heading' && (mark.label.level ?? 7) <= level && level > 0 && level < 7) {
      starts.push(i)
    }
  }
  return starts.map((start, i) => section(marks[start] as Mark, startOf(marks, starts[i + 1] ?? end, length), facts, 'initiativeSection'))
}

function surveySectionsOf(region: Region | undefined, facts: Facts, length: number): readonly Section[] {
  const { marks } = facts
  const level = marks[region?.opening ?? -1]?.label.level ?? 2
  const inRegion = (i: number): boolean => region !== undefined && i >= (region.opening ?? region.initiatives[0] ?? 0) && i < region.end
  const starts = marks
    .map((mark, i) => ({ mark, i }))
    .filter(({ mark, i }) => !inRegion(i) && (mark.surveySection ?? (mark.label.level === level && !mark.initiativeSection)))
  const opens = region && (region.opening ?? region.initiatives[0])
  return starts.map(({ mark, i }, n) => {
    const outer = mark.label.level ?? level
    let end = i + 1
    const next = starts[n + 1]?.i ?? marks.length
    while (end < next && end !== opens && (marks[end]?.label.level ?? 7) > outer) end++
    return section(mark, startOf(marks, end, length), facts, 'surveySection')
  })
}

function section(mark: Mark, to: number, facts: Facts, by: 'initiativeSection' | 'surveySection'): Section {
  const template: SectionTemplate | undefined = mark[by]
  const body = { from: mark.label.span.to, to }
  return {
    ...(template && { kind: template.kind, template }),
    title: mark.title,
    label: mark.label,
    body,
    state: stateOf(startingIn(facts.content, body, ({ span }) => span.from)),
    placeholders: startingIn(facts.placeholders, body, ({ from }) => from),
  }
}

/** The items that start in a span, of a list in text order. */
const startingIn = <T>(items: readonly T[], { from, to }: Span, start: (item: T) => number): readonly T[] =>
  items.slice(lastAtMost(items, from - 1, start) + 1, lastAtMost(items, to - 1, start) + 1)

function stateOf(content: readonly Content[]): SectionState {
  const weights = new Set(content.map(({ weight }) => weight))
  weights.delete('blank')
  if (weights.size === 0) return 'empty'
  if (weights.has('placeholder')) return weights.size === 1 ? 'placeholder' : 'draft'
  if (weights.has('draft')) return 'draft'
  return weights.has('text') ? 'complete' : 'none'
}

function withDefinitions(entries: readonly Reference[], definitions: readonly LinkDefinition[]): readonly Reference[] {
  if (definitions.length === 0) return entries
  const byNumber = new Map<number, LinkDefinition>()
  for (const definition of definitions) if (!byNumber.has(definition.number)) byNumber.set(definition.number, definition)
  return entries.map((entry) => {
    const definition = byNumber.get(entry.number)
    return definition ? { ...entry, definition } : entry
  })
}

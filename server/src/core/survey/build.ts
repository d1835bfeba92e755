import { definedReference } from '../references/forms/defined'
import type { Notation } from '../references/forms/form'
import type { LinkDefinition, Reference } from '../references/model'
import type { ReferenceAt } from '../references/placed'
import { once } from '../text/once'
import { lastAtMost, spansIn } from '../text/search'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import { contentsOf } from './contents/contentsOf'
import { detectDialect } from './dialect'
import { WEIGHTS, type Mark } from './facts'
import type { Gathered } from './gather'
import { regionStart, type Region } from './initiatives'
import type { Initiative, Section, SectionState, Survey } from './model'
import { InitiativeAt, labelAt, SectionAt } from './placed'
import { REFERENCES, type Profile, type SectionTemplate } from './profile'
import type { Reader } from './reader'
import { suppressionsOf } from './suppressions'

/**
 * Reads a text as a survey. Never fails; a text that is none gives a model with no initiatives. What most edits do not
 * make anybody ask for is found out when somebody does.
 */
export function buildSurvey(text: Text, facts: Gathered, region: Region | undefined, { profile }: Reader): Survey {
  const { length } = text
  const initiatives = once(() => (region ? initiativesOf(region, facts, profile, length) : []))
  const sections = surveySectionsOf(region, facts, length)
  const bodies = sections.filter((section) => section.kind === REFERENCES).map(({ body }) => body)
  const entries = once(() => joined(bodies.map((list) => startingIn(facts.entries, list))))
  const notation = once(() => notationOf(facts, bodies, entries))
  const isFootnoted = (): boolean => notation() === 'footnotes'
  const lists = once(() => (isFootnoted() ? withFootnotes(bodies, facts.footnotes) : bodies))
  const references = once(() => (isFootnoted() ? facts.footnotes : withDefinitions(entries(), facts.definitions)))
  const listing = once(() =>
    references().length > 0 || isFootnoted() ? references() : facts.definitions.map(definedReference),
  )
  const citations = once(() => outside(lists(), isFootnoted() ? facts.footnotesCited : facts.citations))
  const groups = once(() => (isFootnoted() ? NONE : outside(bodies, facts.groups)))
  const otherEntries = once(() =>
    isFootnoted()
      ? NONE
      : outside(bodies, facts.entries).filter(
          ({ form, url, accessed }) => form === 'bracketed' && (url ?? accessed) !== undefined,
        ),
  )
  const suppressions = once(() => suppressionsOf(facts.directives, text, sections, initiatives()))
  const contents = once(() => contentsOf(facts, text, initiatives()[0]?.label.span.from ?? 0))
  const opening = region?.opening
  const heading = opening === undefined ? undefined : facts.marks[opening]
  return {
    profile,
    dialect: detectDialect(
      text,
      profile,
      region,
      heading?.label.level,
      initiatives,
      references,
      notation,
      () => facts.citations,
    ),
    sections,
    ...(heading && { initiativesHeading: labelAt(heading, facts.bases[opening ?? 0] ?? 0) }),
    ...(region && { initiativesSpan: regionSpan(region, facts, length) }),
    get initiatives() {
      return initiatives()
    },
    get notation() {
      return notation()
    },
    get lists() {
      return lists()
    },
    get citations() {
      return citations()
    },
    get groups() {
      return groups()
    },
    get references() {
      return references()
    },
    get listing() {
      return listing()
    },
    get otherEntries() {
      return otherEntries()
    },
    get definitions() {
      return isFootnoted() ? NONE : facts.definitions
    },
    get linksByNumber() {
      return isFootnoted() ? NONE : facts.linksByNumber
    },
    get placeholders() {
      return facts.placeholders
    },
    get contents() {
      return contents()
    },
    get suppressions() {
      return suppressions()
    },
  }
}

/** Footnotes are the list where a file has no other: neither entries nor link definitions below a heading for references. */
function notationOf(facts: Gathered, bodies: readonly Span[], entries: () => readonly unknown[]): Notation {
  if (facts.footnotes.length > 0)
    return entries().length > 0 || bodies.some((body) => startingIn(facts.definitions, body).length > 0)
      ? 'brackets'
      : 'footnotes'
  return facts.footnotesCited.length > 0 &&
    facts.citations.length === 0 &&
    facts.definitions.length === 0 &&
    entries().length === 0
    ? 'footnotes'
    : 'brackets'
}

/** The sections for references, and the footnotes outside of them. */
const withFootnotes = (bodies: readonly Span[], footnotes: readonly Reference[]): readonly Span[] =>
  joined([bodies, outside(bodies, footnotes).map(({ span }) => span)]).toSorted((a, b) => a.from - b.from)

/** The items that start in none of the spans; all of them in text order. */
function outside<T extends { readonly span: Span }>(spans: readonly Span[], items: readonly T[]): readonly T[] {
  if (spans.length === 0) return items
  return joined(
    [0, ...spans.map(({ to }) => to)].map((from, i) => startingIn(items, { from, to: spans[i]?.from ?? Infinity })),
  )
}

/** One array copied at a time: flattening looks at every item. */
const joined = <T>(lists: readonly (readonly T[])[]): readonly T[] => (NONE as readonly T[]).concat(...lists)

/** Where a mark starts; the text's end for the one after the last. */
const offsetOf = ({ marks, bases }: Gathered, i: number, length: number): number => {
  const mark = marks[i]
  return mark ? (bases[i] ?? 0) + mark.label.span.from : length
}

const regionSpan = (region: Region, facts: Gathered, length: number): Span => ({
  from: offsetOf(facts, regionStart(region), length),
  to: offsetOf(facts, region.end, length),
})

function initiativesOf(region: Region, facts: Gathered, profile: Profile, length: number): readonly Initiative[] {
  return region.initiatives.map((index, i) => {
    const end =
      region.described?.ends[i] ?? groupEnd(facts.marks, index, region.initiatives[i + 1] ?? region.end, region.level)
    const starts = withoutGoneOn(region.described?.sections[i] ?? sectionStarts(index, end, facts.marks), facts.marks)
    const sections = starts.map((start, at) =>
      section(start, starts[at + 1] ?? end, facts, 'initiativeSection', length),
    )
    return new InitiativeAt(
      facts.marks[index] as Mark,
      facts.bases[index] ?? 0,
      offsetOf(facts, end, length),
      sections,
      missingFrom(sections, profile.initiative),
      (weightOf(index, end, facts) & WRITTEN) !== 0,
    )
  })
}

/** The required sections that are not there. Most initiatives have them all, in order, which is seen at a glance. */
function missingFrom(sections: readonly Section[], templates: readonly SectionTemplate[]): readonly SectionTemplate[] {
  if (templates.every((template, i) => sections[i]?.template === template)) return NONE
  return templates.filter((template) => template.required && !sections.some((section) => section.template === template))
}

const NONE: readonly never[] = []

/** An initiative also ends at a heading above its level that belongs to no initiative. */
function groupEnd(marks: readonly Mark[], index: number, end: number, level: number): number {
  for (let i = index + 1; i < end; i++) {
    const mark = marks[i] as Mark
    if (!mark.initiativeSection && (mark.label.level ?? 7) < level) return i
  }
  return end
}

function sectionStarts(index: number, end: number, marks: readonly Mark[]): readonly number[] {
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
  return starts
}

/** Without those that go on with what the section before them says: `Good, because` stands once for each of several reasons. */
const withoutGoneOn = (starts: readonly number[], marks: readonly Mark[]): readonly number[] =>
  starts.some((start) => marks[start]?.found.isPhrase)
    ? starts.filter((start, at) => {
        const [mark, before] = [marks[start], marks[starts[at - 1] ?? -1]]
        return !(mark?.found.isPhrase && before?.found.isPhrase && mark.initiativeSection === before.initiativeSection)
      })
    : starts

function surveySectionsOf(region: Region | undefined, facts: Gathered, length: number): readonly Section[] {
  const { marks } = facts
  const level = marks[region?.opening ?? -1]?.label.level ?? 2
  const opens = region ? regionStart(region) : marks.length
  const starts: number[] = []
  const after = (i: number): number => (i + 1 === opens ? (region?.end ?? marks.length) : i + 1)
  for (let i = after(-1); i < marks.length; i = after(i)) {
    const mark = marks[i] as Mark
    if (mark.surveySection ?? (mark.label.level === level && !mark.initiativeSection)) starts.push(i)
  }
  return starts.map((start, i) => {
    const outer = marks[start]?.label.level ?? level
    const next = Math.min(starts[i + 1] ?? marks.length, start < opens ? opens : marks.length)
    let end = start + 1
    while (end < next && (marks[end]?.label.level ?? 7) > outer) end++
    return section(start, end, facts, 'surveySection', length)
  })
}

/** The section that a mark opens, up to another mark. */
function section(
  start: number,
  end: number,
  facts: Gathered,
  by: 'initiativeSection' | 'surveySection',
  length: number,
): Section {
  const mark = facts.marks[start] as Mark
  const base = facts.bases[start] ?? 0
  const to = offsetOf(facts, end, length)
  const weight = weightOf(start, end, facts)
  const placeholders =
    weight & (WEIGHTS.placeholder | WEIGHTS.draft)
      ? spansIn(facts.placeholders, { from: base + mark.label.span.to, to })
      : NONE
  return new SectionAt(
    mark,
    base,
    to,
    mark[by],
    STATES[weight & ~WEIGHTS.heading] ?? 'complete',
    end - start > 1 || (weight & WEIGHTS.heading) !== 0,
    placeholders,
  )
}

/** The weights of what stands below marks, or-ed. */
function weightOf(start: number, end: number, { weights }: Gathered): number {
  let weight = 0
  for (let i = start; i < end; i++) weight |= weights[i] ?? 0
  return weight
}

const WRITTEN = WEIGHTS.draft | WEIGHTS.none | WEIGHTS.text

/** The state of a section by the weights that it holds. */
const STATES: readonly SectionState[] = Array.from({ length: 16 }, (_, weights) => {
  if (weights === 0) return 'empty'
  if (weights === WEIGHTS.placeholder) return 'placeholder'
  if (weights & (WEIGHTS.placeholder | WEIGHTS.draft)) return 'draft'
  return weights & WEIGHTS.text ? 'complete' : 'none'
})

/** The items that start in a span, of a list in text order. */
const startingIn = <T extends { readonly span: Span }>(items: readonly T[], { from, to }: Span): readonly T[] =>
  items.slice(
    lastAtMost(items, from - 1, ({ span }) => span.from) + 1,
    lastAtMost(items, to - 1, ({ span }) => span.from) + 1,
  )

function withDefinitions(
  entries: readonly ReferenceAt[],
  definitions: readonly LinkDefinition[],
): readonly Reference[] {
  if (definitions.length === 0) return entries
  const byNumber = new Map<number, LinkDefinition>()
  for (const definition of definitions)
    if (!byNumber.has(definition.number)) byNumber.set(definition.number, definition)
  return entries.map((entry) => {
    const definition = byNumber.get(entry.number)
    return definition ? entry.with(definition) : entry
  })
}

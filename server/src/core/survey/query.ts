import { isYear } from '../references/year'
import type { Citation, GroupPart, Reference } from '../references/model'
import { startingBy } from '../text/search'
import { touches, type Span } from '../text/span'
import { citationsOf, citingAt, listedNumbers, mayCite } from './citing'
import type { Initiative, Section, Survey } from './model'
import type { Profile, SectionTemplate } from './profile'

/** What one asks of a survey, by offset (UTF-16) or by number. Each answers undefined where there is nothing. */

export const citationAt = (survey: Survey, offset: number): Citation | undefined => touching(survey.citations, offset)

/** The reference whose number, or the number of whose link definition, is at `offset`. */
export function referenceAt(survey: Survey, offset: number): Reference | undefined {
  const entry = touching(survey.listing, offset)
  if (entry && touches(entry.label, offset)) return entry
  return survey.listing.find(
    ({ definition }) => definition && touches({ from: definition.span.from, to: definition.numberSpan.to + 1 }, offset),
  )
}

export const referenceNumbered = (survey: Survey, number: number): Reference | undefined =>
  survey.listing.find((reference) => reference.number === number)

/** A citation that no reference answers to. */
export interface UndefinedCitation {
  readonly number: number
  /** With its brackets; of one in `[1, 9]` as `numberSpan`. */
  readonly span: Span
  /** Its digits, or those of the range that it is in. */
  readonly numberSpan: Span
  /** The one in brackets with others; undefined for one with its own. */
  readonly part?: GroupPart
}

/**
 * The citations that no reference answers to, in text order. Where a survey lists no entries but only link definitions, those are its
 * references. `[2018]` is a year unless the list is that long. Of `[1, 9]` the 9, where the list has the 1. What begins an entry of another list is none.
 */
export function undefinedCitations(survey: Survey): readonly UndefinedCitation[] {
  const known = listedNumbers(survey)
  const longest = [...known].reduce((most, number) => Math.max(most, number), 0)
  const isUndefined = ({ number }: { readonly number: number }): boolean =>
    !known.has(number) && !isYear(number, longest)
  const candidates = survey.citations.filter(isUndefined)
  const labels = new Set(candidates.length === 0 ? [] : survey.otherEntries.map(({ numberSpan }) => numberSpan.from))
  const single: readonly UndefinedCitation[] =
    labels.size === 0 ? candidates : candidates.filter(({ numberSpan }) => !labels.has(numberSpan.from))
  const grouped = survey.groups
    .filter(({ numbers }) => mayCite(numbers, known))
    .flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.numbers
          .map((number): UndefinedCitation => ({ number, span: part.span, numberSpan: part.span, part }))
          .filter(isUndefined),
      ),
    )
  return grouped.length === 0 ? single : [...single, ...grouped].sort((a, b) => a.span.from - b.span.from)
}

export interface Occurrences {
  /** Where the list names the number: its entries and link definitions. */
  readonly declarations: readonly Span[]
  readonly citations: readonly Span[]
}

/** Every place of the number that a citation or a reference at `offset` has. */
export function occurrencesAt(survey: Survey, offset: number): Occurrences | undefined {
  const number = (citingAt(survey, offset) ?? referenceAt(survey, offset))?.number
  if (number === undefined) return undefined
  const entries = survey.references.filter((reference) => reference.number === number).map(({ label }) => label)
  const definitions = survey.definitions
    .filter((definition) => definition.number === number)
    .map(({ numberSpan: { from, to } }) => ({ from: from - 1, to: to + 1 }))
  return {
    declarations: [...entries, ...definitions].sort((a, b) => a.from - b.from),
    citations: citationsOf(survey, number).map(({ span }) => span),
  }
}

/** Where one ends and the next begins, the next; at the end of the text, the one that ends there. */
export function initiativeAt(survey: Survey, offset: number): Initiative | undefined {
  const found = startingBy(survey.initiatives, offset)
  return found && touches(found.span, offset) ? found : undefined
}

export interface Located {
  readonly section: Section
  /** Absent for a section of the survey itself. */
  readonly initiative?: Initiative
}

/** Every section, the survey's own and those of initiatives, in text order. */
export function allSections(survey: Survey): readonly Located[] {
  const { before, after } = aroundInitiatives(survey)
  const found: Located[] = before.map((section) => ({ section }))
  for (const initiative of survey.initiatives)
    for (const section of initiative.sections) found.push({ section, initiative })
  for (const section of after) found.push({ section })
  return found
}

/** The survey's own sections in front of its initiatives and behind them: none stands among them. */
export function aroundInitiatives({ sections, initiativesSpan }: Survey): {
  readonly before: readonly Section[]
  readonly after: readonly Section[]
} {
  const start = initiativesSpan?.from ?? 0
  const behind = sections.findIndex(({ body }) => body.from >= start)
  return behind < 0
    ? { before: sections, after: [] }
    : { before: sections.slice(0, behind), after: sections.slice(behind) }
}

/** The sections as they stand, and before each the missing ones that the profile wants before it. */
export function inTemplateOrder(
  { sections, missing }: Initiative,
  profile: Profile,
): readonly (Section | SectionTemplate)[] {
  const place = (kind: string | undefined): number => profile.initiative.findIndex((template) => template.kind === kind)
  const left = [...missing]
  const ordered: (Section | SectionTemplate)[] = []
  for (const section of sections) {
    while (left[0] && place(section.kind) > place(left[0].kind)) ordered.push(...left.splice(0, 1))
    ordered.push(section)
  }
  return [...ordered, ...left]
}

function touching<T extends { readonly span: Span }>(items: readonly T[], offset: number): T | undefined {
  const found = startingBy(items, offset)
  return found && touches(found.span, offset) ? found : undefined
}

import type { Citation, GroupPart, NumberGroup } from '../references/model'
import { spanAt, startingBy } from '../text/search'
import { touches, type Span } from '../text/span'
import type { Facts } from './facts'
import type { Survey } from './model'

/** Who cites a number: its citations, ranges of two citations (`[2]–[5]` cites 3, too), and the numbers in one pair of brackets. */

/** A place where text cites a number. */
export interface Citing {
  readonly number: number
  /** With the brackets that are its own: of one in `[1, 2]` its digits alone; of one that a range means, the range. */
  readonly span: Span
  /** Its digits, or those of the range. */
  readonly numberSpan: Span
}

/** `first` and `last` are the same, save for a number inside a range of citations. `group` is the brackets that a part stands in. */
type Visit = (
  number: number,
  first: Citation | GroupPart,
  last: Citation | GroupPart,
  group: NumberGroup | undefined,
) => void

/** Visits every place where a number is cited, in text order. Makes nothing of what it visits, as there are many. */
export function eachCiting(survey: Survey, visit: Visit): void {
  const { citations, groups } = survey
  let next = 0
  const known = groups.length > 0 ? listedNumbers(survey) : new Set<number>()
  const visitGroups = (before: number): void => {
    for (let group = groups[next]; group && group.span.from < before; group = groups[++next]) {
      if (!isCitation(group, known)) continue
      for (const part of group.parts) for (const number of part.numbers) visit(number, part, part, group)
    }
  }
  let previous: Citation | undefined
  for (const citation of citations) {
    if (next < groups.length) visitGroups(citation.span.from)
    if (previous?.opensRange)
      for (let number = previous.number + 1; number < citation.number; number++)
        visit(number, previous, citation, undefined)
    visit(citation.number, citation, citation, undefined)
    previous = citation
  }
  visitGroups(Infinity)
}

/** Where a number is cited, in text order. */
export function citationsOf(survey: Survey, number: number): readonly Citing[] {
  const found: Citing[] = []
  eachCiting(survey, (each, first, last) => {
    if (each === number)
      found.push(
        first === last ? { number, span: first.span, numberSpan: numberSpanOf(first) } : between(number, first, last),
      )
  })
  return found
}

const between = (number: number, first: Citation | GroupPart, last: Citation | GroupPart): Citing => ({
  number,
  span: { from: first.span.from, to: last.span.to },
  numberSpan: { from: numberSpanOf(first).from, to: numberSpanOf(last).to },
})

const numberSpanOf = (at: Citation | GroupPart): Span => ('numberSpan' in at ? at.numberSpan : at.span)

/** How often each number is cited. */
export function citationCounts(survey: Survey): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  eachCiting(survey, (number) => counts.set(number, (counts.get(number) ?? 0) + 1))
  return counts
}

/** The number at an offset: of a citation, its brackets included, or one that is written in `[1, 2]` or `[1-3]`, as long as those may be citations. */
export function citingAt(survey: Survey, offset: number): Citing | undefined {
  const citation = startingBy(survey.citations, offset)
  if (citation && touches(citation.span, offset))
    return { number: citation.number, span: citation.span, numberSpan: citation.numberSpan }
  const group = startingBy(survey.groups, offset)
  if (!group || !touches(group.span, offset) || !mayCite(group.numbers, listedNumbers(survey))) return undefined
  const written = writtenIn(group)
  // Beside a bracket, the number that is next to it.
  const found =
    offset === group.span.from
      ? written[0]
      : offset === group.span.to
        ? written.at(-1)
        : written.find(({ span }) => touches(span, offset))
  return found && { ...found, numberSpan: found.span }
}

/** The numbers in one pair of brackets that are written there: of a range the ends. */
export const writtenIn = ({ parts }: NumberGroup): readonly { readonly number: number; readonly span: Span }[] =>
  parts.flatMap(({ numbers, first, last }) => [
    { number: numbers[0] ?? 0, span: first },
    ...(last === first ? [] : [{ number: numbers.at(-1) ?? 0, span: last }]),
  ])

type Listed = Pick<ReadonlySet<number>, 'has'>

/** Whether some brackets cite: where the list has each of the numbers. An interval or an array seldom does. */
export const isCitation = ({ numbers }: Pick<NumberGroup, 'numbers'>, listed: Listed): boolean =>
  numbers.every((number) => listed.has(number))

/** Whether some brackets may cite: where the list has some of the numbers, and none is 0. */
export const mayCite = (numbers: readonly number[], listed: Listed): boolean =>
  numbers.some((number) => listed.has(number)) && !numbers.includes(0)

/** The numbers of the list. Where a survey lists no entries, its link definitions are its list. */
export const listedNumbers = ({ references, definitions }: Survey): ReadonlySet<number> =>
  new Set((references.length > 0 ? references : definitions).map(({ number }) => number))

/** Whether an offset is in a reference list, where a number in brackets cites nothing. */
export function inLists({ lists }: Pick<Survey, 'lists'>): (offset: number) => boolean {
  return (offset) => spanAt(lists, offset) !== undefined
}

/** The citations of a chunk, those in the reference list too. */
export const citedIn = ({ citations, footnotesCited }: Facts, { notation }: Pick<Survey, 'notation'>) =>
  notation === 'footnotes' ? footnotesCited : citations

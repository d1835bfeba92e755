import type { Citation, NumberGroup, Reference } from '../../references/model'
import type { Survey } from '../../survey/model'
import { once } from '../../text/once'

/** What several rules want to know of a survey, found out once for a check and only if one asks. */
export interface Lookup {
  /** The first entry of each number. */
  readonly entries: ReadonlyMap<number, Reference>
  /** The entries whose number an earlier one has, each with that earlier one. */
  readonly repeated: ReadonlyMap<Reference, Reference>
  /**
   * The numbers that prose cites, in the order in which it first does, each with the citation to show for it.
   * `[2]–[5]` cites 3 and 4 too, and so does `[2–5]` where the list has them all.
   */
  readonly citations: ReadonlyMap<number, Citation>
  /** The numbers in `[1, 2]` and `[3–5]`, where each of them has a reference: an interval or an array seldom does. */
  readonly grouped: ReadonlySet<number>
}

export function lookupOf(survey: Survey): Lookup {
  const numbers = once(() => byNumber(survey.references))
  const citations = once(() => firstCitations(survey, numbers().entries))
  const grouped = once(() => groupedNumbers(survey, numbers().entries))
  return {
    get entries() { return numbers().entries },
    get repeated() { return numbers().repeated },
    get citations() { return citations() },
    get grouped() { return grouped() },
  }
}

function byNumber(references: readonly Reference[]): Pick<Lookup, 'entries' | 'repeated'> {
  const entries = new Map<number, Reference>()
  const repeated = new Map<Reference, Reference>()
  for (const reference of references) {
    const first = entries.get(reference.number)
    if (first) repeated.set(reference, first)
    else entries.set(reference.number, reference)
  }
  return { entries, repeated }
}

function firstCitations({ citations, groups }: Survey, entries: ReadonlyMap<number, Reference>): ReadonlyMap<number, Citation> {
  const firsts = new Map<number, Citation>()
  const cites = (number: number, citation: Citation): void => void (firsts.has(number) || firsts.set(number, citation))
  let nextGroup = 0
  const citeGroups = (before: number): void => {
    for (let group = groups[nextGroup]; group && group.span.from < before; group = groups[++nextGroup]) {
      if (!isCitation(group, entries)) continue
      for (const number of group.numbers) cites(number, { number, span: group.span, numberSpan: { from: group.span.from + 1, to: group.span.to - 1 }, opensRange: false })
    }
  }
  let previous: Citation | undefined
  for (const citation of citations) {
    if (groups.length > 0) citeGroups(citation.span.from)
    if (previous?.opensRange) {
      for (let number = previous.number + 1; number < citation.number; number++) cites(number, previous)
    }
    cites(citation.number, citation)
    previous = citation
  }
  citeGroups(Infinity)
  return firsts
}

const isCitation = ({ numbers }: NumberGroup, entries: ReadonlyMap<number, Reference>): boolean => numbers.every((number) => entries.has(number))

function groupedNumbers({ groups }: Survey, entries: ReadonlyMap<number, Reference>): ReadonlySet<number> {
  return new Set(groups.filter((group) => isCitation(group, entries)).flatMap(({ numbers }) => numbers))
}

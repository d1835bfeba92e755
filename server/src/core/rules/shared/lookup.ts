import type { Citation, NumberGroup, Reference } from '../../references/model'
import { eachCiting, mayCite } from '../../survey/citing'
import type { Survey } from '../../survey/model'
import { once } from '../../text/once'

/** What several rules want to know of a survey, found out once for a check and only if one asks. */
export interface Lookup {
  /** The first entry of each number. */
  readonly entries: ReadonlyMap<number, Reference>
  /** The entries whose number an earlier one has, each with that earlier one. */
  readonly repeated: ReadonlyMap<Reference, Reference>
  /**
   * The numbers that prose cites, in the order in which it first does, each with what to show for it.
   * `[2]–[5]` cites 3 and 4 too, and so does `[2–5]` where the list has them all.
   */
  readonly citations: ReadonlyMap<number, Citation | NumberGroup>
  /** The numbers in `[1, 9]` and `[3–5]`, where some of them have a reference: nobody can tell whether they are cited. */
  readonly doubted: ReadonlySet<number>
}

export function lookupOf(survey: Survey): Lookup {
  const numbers = once(() => byNumber(survey.references))
  const citations = once(() => firstCitations(survey))
  const doubted = once(() => doubtedNumbers(survey, numbers().entries))
  return {
    get entries() {
      return numbers().entries
    },
    get repeated() {
      return numbers().repeated
    },
    get citations() {
      return citations()
    },
    get doubted() {
      return doubted()
    },
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

function firstCitations(survey: Survey): Lookup['citations'] {
  const firsts = new Map<number, Citation | NumberGroup>()
  eachCiting(survey, (number, first, _, group) => {
    if (!firsts.has(number)) firsts.set(number, group ?? (first as Citation))
  })
  return firsts
}

function doubtedNumbers({ groups }: Survey, entries: ReadonlyMap<number, Reference>): ReadonlySet<number> {
  return new Set(groups.filter(({ numbers }) => mayCite(numbers, entries)).flatMap(({ numbers }) => numbers))
}

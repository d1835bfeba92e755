import type { Reference } from '../../references/model'
import { plainTitle, quoted } from '../../survey/names'
import { oneLine } from '../../text/oneLine'
import type { UnclearGroup } from './uses'
import type { Numbers } from './numbers'
import type { Mapping } from './rewrite/writer'
import type { Refusal } from '../../refusal'

/**
 * What can be neither rewritten nor left, where it has a number that would mean another source than before: brackets that may be
 * a citation or not, `[1, 9]` where the list has no 9, and the entries of a second list. `taken` are the numbers that the list has afterwards.
 */
export function doubt(
  { document: { survey, text }, list, uses }: Numbers,
  mapping: Mapping,
  taken: ReadonlySet<number>,
): Refusal | undefined {
  if (uses.unclear.length + survey.otherEntries.length === 0) return undefined
  const known = new Set(list.items.map(({ number }) => number))
  const changes = (number: number): boolean => (known.has(number) ? mapping(number) !== number : taken.has(number))
  const twin = survey.otherEntries.find(({ number }) => changes(number))
  if (twin)
    return {
      refused: `[${twin.number}] stands in two lists: in the references, and where ${nameOf(twin, text)} has that number. Nobody can tell which of the two is meant. Give one of them another number, or bring the two lists together.`,
      span: twin.label,
    }
  const group = uses.unclear.find(({ mayCite, numbers }) =>
    mayCite ? numbers.some(changes) : numbers.every((number) => taken.has(number)),
  )
  return group && { refused: reasonOf(group, known, text.slice(group.span.from, group.span.to)), span: group.span }
}

const nameOf = ({ title, body }: Reference, text: string): string =>
  quoted(plainTitle(oneLine(title?.text ?? text.slice(body.from, body.to))))

function reasonOf({ numbers, absent, mayCite }: UnclearGroup, known: ReadonlySet<number>, words: string): string {
  if (!mayCite)
    return `${quoted(words)} is no citation now, but would be one with the new numbers. Correct it, or put it into code.`
  const listed = numbers.find((number) => known.has(number)) ?? 0
  return `${quoted(words)} may cite [${listed}], but the list has no [${absent[0]}], so nobody can tell. Correct it, or put it into code if it is no citation.`
}

import { quoted } from '../../rules/shared/names'
import type { Refusal } from '../operation'
import type { Numbers } from './numbering'
import type { Mapping } from './rewrite'
import type { UnclearGroup } from './uses'

/**
 * Brackets that may be a citation or not, `[1, 9]` where the list has no 9, and hold a number that would mean another source
 * than before. They can be neither rewritten nor left. `taken` are the numbers that the list has afterwards.
 */
export function doubt({ list, uses }: Pick<Numbers, 'list' | 'uses'>, mapping: Mapping, taken: ReadonlySet<number>, text: string): Refusal | undefined {
  if (uses.unclear.length === 0) return undefined
  const known = new Set(list.items.map(({ number }) => number))
  const changes = (number: number): boolean => (known.has(number) ? mapping(number) !== number : taken.has(number))
  const group = uses.unclear.find(({ mayCite, numbers }) => (mayCite ? numbers.some(changes) : numbers.every((number) => taken.has(number))))
  return group && { refused: reasonOf(group, known, text.slice(group.span.from, group.span.to)), span: group.span }
}

function reasonOf({ numbers, absent, mayCite }: UnclearGroup, known: ReadonlySet<number>, words: string): string {
  if (!mayCite) return `${quoted(words)} is no citation now, but would be one with the new numbers. Correct it, or put it into code.`
  const listed = numbers.find((number) => known.has(number)) ?? 0
  return `${quoted(words)} may cite [${listed}], but the list has no [${absent[0]}], so nobody can tell. Correct it, or put it into code if it is no citation.`
}

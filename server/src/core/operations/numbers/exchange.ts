import { isYear } from '../../references/year'
import type { Outcome } from '../operation'
import { planRenumbering } from './numbering'
import { isSorted } from './sorted'
import { highest } from './words'
import { findItem } from './citedNumbers'
import type { Numbers } from './numbers'
import { shifted } from './assign'

/** What has one number gets the other, and the other way round: entries, definitions, citations. The other may be free. */
export function planExchange(numbers: Numbers, one: number, other: number): Outcome {
  if (other > HIGHEST_NUMBER) return { refused: `Choose a number up to ${HIGHEST_NUMBER}.` }
  const item = findItem(numbers, one)
  if ('refused' in item) return item
  if (one === other) return { edits: [], changes: [], losses: [] }
  if (numbers.list.items.some(({ number }) => number === other)) {
    const taken = findItem(numbers, other)
    if ('refused' in taken) return taken
  } else {
    const year = numbers.document.survey.citations.find(({ number }) => number === other)
    // Such a citation would stay as it is, and all at once have a source.
    if (year && isYear(other, highest(numbers.list.items.map(({ number }) => number)))) {
      return {
        refused: `[${other}] stands in the text as a year, and would cite this reference. Choose another number.`,
        span: year.span,
      }
    }
  }
  const exchange = (number: number): number => (number === one ? other : number === other ? one : number)
  return planRenumbering(numbers, { ...shifted(numbers, exchange), sorted: isSorted(numbers) })
}

/** A citation has six digits at most. */
const HIGHEST_NUMBER = 999_999

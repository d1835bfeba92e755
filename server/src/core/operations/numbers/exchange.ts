import type { Outcome } from '../operation'
import { planRenumbering, type Numbers } from './numbering'
import { shifted } from './shifted'
import { isSorted } from './sorted'

/** What has one number gets the other, and the other way round: entries, definitions, citations. One of them may be free. */
export function planExchange(numbers: Numbers, one: number, other: number): Outcome {
  const exchange = (number: number): number => (number === one ? other : number === other ? one : number)
  return planRenumbering(numbers, { ...shifted(numbers, exchange), sorted: isSorted(numbers) })
}

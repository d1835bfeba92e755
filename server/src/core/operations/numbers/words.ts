import { listed } from '../../survey/names'

export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** The highest of some numbers, 0 for none. Not by spreading, which fails for more of them than a call can have arguments. */
export const highest = (numbers: Iterable<number>): number => {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  return most
}

/** `[3], [7] and 4 more`. */
export const namedNumbers = (numbers: readonly number[]): string => {
  const shown = numbers.slice(0, MOST_NAMED).map((number) => `[${number}]`)
  const others = numbers.length - shown.length
  return listed(others > 0 ? [...shown, `${others} more`] : shown, 'and')
}

/** Numbers. */
const MOST_NAMED = 8

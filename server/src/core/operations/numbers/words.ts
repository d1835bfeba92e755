/** `1 time`, `2 times`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The highest of some numbers, 0 for none. Not by spreading, which fails for more of them than a call can have arguments. */
export const highest = (numbers: Iterable<number>): number => {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  return most
}

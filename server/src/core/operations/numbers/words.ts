export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** The highest of some numbers, 0 for none. Not by spreading, which fails for more of them than a call can have arguments. */
export const highest = (numbers: Iterable<number>): number => {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  return most
}

/** Each number once, in the order in which they come first; without those that go away. */
export const distinct = (numbers: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(numbers)].filter((number) => number !== undefined)

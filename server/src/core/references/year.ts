const FIRST_YEAR = 1900
const LAST_YEAR = 2099

/** Whether a number in brackets is a year, `[2018]`, rather than a citation: unless the list is that long. `highest` is its highest number. */
export const isYear = (number: number, highest: number): boolean =>
  highest < SO_LONG_A_LIST && number >= FIRST_YEAR && number <= LAST_YEAR

/** Numbers of references: a list as long as this may go on to the years. */
const SO_LONG_A_LIST = 1000

/** The years that a text names, as they are written and as often. */
export const yearsIn = (text: string): readonly string[] => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []

export interface FreeNumbers {
  /** What the list leaves out, from below, as far as a person would look through it. */
  readonly gaps: readonly number[]
  /** What comes behind its end. */
  readonly next: number
}

/** The numbers that a reference of a list may have without another losing its own. */
export function freeNumbers(taken: readonly number[]): FreeNumbers {
  const known = new Set(taken)
  const next = taken.reduce((highest, number) => Math.max(highest, number), 0) + 1
  const gaps: number[] = []
  for (let number = 1; number < next && gaps.length < MOST_NUMBERS_OFFERED; number++)
    if (!known.has(number)) gaps.push(number)
  return { gaps, next }
}

/** A list may be numbered in hundreds. */
const MOST_NUMBERS_OFFERED = 30

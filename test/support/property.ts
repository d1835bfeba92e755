import fc, { type IAsyncProperty, type IProperty } from 'fast-check'

/** `SURVEY_RUNS=20` looks twenty times as long. */
const factor = Number(process.env['SURVEY_RUNS'] ?? 1)

/** Tries a property on so many cases. What breaks it is made smaller, and printed with the seed. */
export const holds = <T>(numRuns: number, property: IProperty<T>): void =>
  fc.assert(property, { numRuns: Math.ceil(numRuns * factor) })

/** The same for what is to be waited for. */
export const holdsAsync = <T>(numRuns: number, property: IAsyncProperty<T>): Promise<void> =>
  fc.assert(property, { numRuns: Math.ceil(numRuns * factor) })

import type { Initiative, Section, Survey } from '../../survey/model'
import { isPlaceholder } from '../../survey/placeholders'

/** The initiatives whose title an earlier one has already, each with that earlier one. Catch-alls (`#? What else?`) are none. */
export function repeatedInitiatives(survey: Survey): ReadonlyMap<Initiative, Initiative> {
  const titled = survey.initiatives.filter(
    ({ number, title }) => !number?.startsWith('?') && !isPlaceholder(title, survey.profile),
  )
  return repeated(titled, ({ normal }) => normal)
}

/** The sections whose kind an earlier one of the same list has already, each with that earlier one. */
export const repeatedSections = (sections: readonly Section[]): ReadonlyMap<Section, Section> =>
  repeated(sections, ({ kind }) => kind)

/** Each item whose key an earlier one has, with the first that has it. Items without a key never repeat. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string | number | undefined): ReadonlyMap<T, T> {
  const firsts = new Map<string | number, T>()
  const found = new Map<T, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined || key === '') continue
    const first = firsts.get(key)
    if (first) found.set(item, first)
    else firsts.set(key, item)
  }
  return found
}

import { deletedInAll } from './deletedSections'
import type { History, MeasuredRevision, Revision } from './revision'
import type { SurveyState } from './surveyState'

/** Puts together what became of a file, of its revisions, the oldest first, and what each of them says. */
export const historyOf = (
  { path, isShallow }: Pick<History, 'path' | 'isShallow'>,
  revisions: readonly (Revision & { readonly state: SurveyState })[],
): History => ({
  path,
  isShallow,
  revisions: revisions.map(({ state, ...revision }): MeasuredRevision => {
    const befores = revision.before.flatMap((index) => revisions[index]?.state ?? [])
    return { ...revision, ...state.measures, deleted: befores.length === 0 ? [] : deletedInAll(befores, state) }
  }),
})

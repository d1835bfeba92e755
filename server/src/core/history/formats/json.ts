import type { MeasuredRevision } from '../revision'
import type { HistoryFormat } from './format'

/** As `schemas/history.schema.json` describes it. */
export const historyAsJson: HistoryFormat = {
  id: 'json',
  print: ({ path, isShallow, revisions }) =>
    `${JSON.stringify({ path, shallow: isShallow, revisions: revisions.map((each) => revisionOf(each, revisions)) }, null, 2)}\n`,
}

const revisionOf = (
  { commit, date, path, before, isSurvey, deleted, ...measures }: MeasuredRevision,
  revisions: readonly MeasuredRevision[],
) => ({
  commit,
  date,
  path,
  before: before.flatMap((index) => revisions[index]?.commit ?? []),
  survey: isSurvey,
  ...measures,
  deleted: deleted.map(({ initiative, kind, title }) => ({ initiative, kind, title })),
})

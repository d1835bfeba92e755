import type { History, MeasuredRevision } from './revision'
import { dayOf, deletedWords, shortName, toWrite } from './words'

export interface HistoryTable {
  readonly head: readonly HistoryColumn[]
  /** The oldest revision first; as many cells as there are columns. */
  readonly rows: readonly (readonly string[])[]
}

export interface HistoryColumn {
  readonly title: string
  readonly isNumber: boolean
}

/** A history for reading: a row for each revision. Where the file always stood in one place, paths are left out. */
export function historyTable({ revisions }: History): HistoryTable {
  const hasPaths = new Set(revisions.map(({ path }) => path)).size > 1
  const columns = COLUMNS.filter(({ title }) => hasPaths || title !== 'Path')
  return {
    head: columns.map(({ title, isNumber = true }) => ({ title, isNumber })),
    rows: revisions.map((revision) => columns.map(({ cell }) => cell(revision))),
  }
}

interface Column {
  readonly title: string
  readonly isNumber?: boolean
  cell(revision: MeasuredRevision): string
}

const COLUMNS: readonly Column[] = [
  { title: 'Date', isNumber: false, cell: dayOf },
  { title: 'Commit', isNumber: false, cell: shortName },
  { title: 'Written', cell: (revision) => `${revision.written}/${toWrite(revision)}` },
  { title: 'Placeholders', cell: ({ placeholders }) => String(placeholders) },
  { title: 'Words', cell: ({ words }) => String(words) },
  { title: 'Citations', cell: ({ citations }) => String(citations) },
  { title: 'Path', isNumber: false, cell: ({ path }) => path },
  {
    title: 'Deleted',
    isNumber: false,
    cell: ({ deleted, isSurvey }) => deletedWords(deleted) || (isSurvey ? '' : '(not a survey)'),
  },
]

import { csv } from '../../text/csv'
import type { HistoryFormat } from './format'
import type { MeasuredRevision } from '../revision'

/** For spreadsheets: a line for each revision, what was deleted in its last cell. */
export const historyAsCsv: HistoryFormat = {
  id: 'csv',
  print: ({ revisions }) => csv([[...NAMES, ...NUMBERS, 'deleted'], ...revisions.map(rowOf)]),
}

const NAMES = ['commit', 'date', 'path'] as const
const NUMBERS = ['placeholders', 'sections', 'written', 'missing', 'words', 'citations'] as const

const rowOf = (revision: MeasuredRevision): readonly (string | number)[] => [
  ...NAMES.map((name) => revision[name]),
  ...NUMBERS.map((name) => revision[name]),
  revision.deleted.map(({ initiative, title }) => (initiative === null ? title : `${initiative}: ${title}`)).join('; '),
]

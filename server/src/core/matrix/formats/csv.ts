import { csv } from '../../text/csv'
import { cellWords } from '../cellWords'
import { matrixOf } from '../matrix'
import { INITIATIVE, matrixTable } from '../table'
import type { MatrixFile, MatrixFormat } from './format'

/** For spreadsheets. Several files share a table: it has the sections of all, and the name of the file in its last column. */
export const matrixAsCsv: MatrixFormat = {
  id: 'csv',
  title: 'CSV',
  language: 'plaintext',
  print: ([first, ...others]) =>
    !first ? '' : others.length === 0 ? csv(matrixTable(matrixOf(first.document))) : csv(together([first, ...others])),
}

function together(files: readonly MatrixFile[]): readonly (readonly string[])[] {
  const matrices = files.map(({ path, document }) => ({ path, ...matrixOf(document) }))
  const titles = new Map<string, string>()
  for (const { columns } of matrices)
    for (const { kind, title } of columns) if (!titles.has(kind)) titles.set(kind, title)
  const rows = matrices.flatMap(({ path, columns, rows: own }) =>
    own.map(({ title, cells }) => {
      const byKind = new Map(cells.map((cell, i) => [columns[i]?.kind, cellWords(cell)]))
      return [title, ...[...titles.keys()].map((kind) => byKind.get(kind) ?? 'optional'), path]
    }),
  )
  return [[INITIATIVE, ...titles.values(), 'File'], ...rows]
}

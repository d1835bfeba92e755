import { cellWords } from './cellWords'
import type { Matrix } from './matrix'

/** What stands above the titles of the initiatives. */
export const INITIATIVE = 'Initiative'

/** A matrix as rows of text of one length, the head first: the title of an initiative, then a cell for each section. */
export const matrixTable = ({ columns, rows }: Matrix): readonly (readonly string[])[] => [
  [INITIATIVE, ...columns.map(({ title }) => title)],
  ...rows.map(({ title, cells }) => [title, ...cells.map(cellWords)]),
]

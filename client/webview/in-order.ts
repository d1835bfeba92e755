import { type MatrixAnswer } from '../../server/src/protocol'

type Row = MatrixAnswer['rows'][number]

/** The numbers of the rows that a filter leaves, in the order that is asked for; of equals the first in the text comes first. */
export function inOrder(rows: readonly Row[], sort: string, filter: string): readonly number[] {
  const left = rows.flatMap((row, i) => (isLeft(row, filter) ? [i] : []))
  const written = (i: number): number => {
    const { done = 0, total = 0 } = rows[i] ?? {}
    return total === 0 ? 1 : done / total
  }
  const sign = { least: 1, most: -1 }[sort]
  return sign === undefined ? left : [...left].sort((a, b) => sign * (written(a) - written(b)) || a - b)
}

function isLeft({ done, total, cells }: Row, filter: string): boolean {
  if (filter === '') return true
  return filter === 'incomplete' ? done < total : cells.some(({ state }) => state === filter)
}

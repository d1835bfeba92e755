import { printable } from '../../text/printable'
import { historyTable } from '../table'
import { historySummary } from '../words'
import type { HistoryFormat } from './format'

/** A table for reading, and one sentence below it. */
export const historyAsText: HistoryFormat = {
  id: 'text',
  print(history) {
    const { head, rows } = historyTable(history)
    const cells = [head.map(({ title }) => title), ...rows.map((row) => row.map(printable))]
    const widths = head.map((_, i) => Math.max(...cells.map((row) => lengthOf(row[i]))))
    const lines = cells.map((row) =>
      row
        .map((cell, i) => {
          const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - lengthOf(cell)))
          return head[i]?.isNumber ? blanks + cell : cell + blanks
        })
        .join('  ')
        .trimEnd(),
    )
    return `${lines.join('\n')}\n\n${printable(history.path)}: ${historySummary(history)}\n`
  },
}

const lengthOf = (text = ''): number => [...text].length

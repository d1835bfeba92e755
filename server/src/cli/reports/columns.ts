export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** No column is wider than this; a cell that is pushes its own line only. */
const WIDEST_COLUMN = 60

/** Rows with their cells below each other. The last cell of a row is not padded. */
export function columns(rows: readonly (readonly Cell[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach(({ text }, i) => (widths[i] = Math.min(WIDEST_COLUMN, Math.max(widths[i] ?? 0, widthOf(text)))))
  return rows
    .map((row) =>
      row
        .map((cell, i) => padded(cell, i === row.length - 1 ? 0 : (widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Colour marks have no width, so the blanks stand outside of them. */
const padded = ({ text, paint }: Cell, width: number): string =>
  (paint ? paint(text) : text) + ' '.repeat(Math.max(0, width - widthOf(text)))

const widthOf = (text: string): number => [...text].length

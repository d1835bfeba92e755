/** A cell of the grid, from 0; column 0 is the initiative. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a key leads, perhaps beyond an edge; undefined where it leads nowhere. */
export function stepFrom({ row, column }: Place, key: string, isFar: boolean): Place | undefined {
  switch (key) {
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 }
    case 'End':
      return { row: isFar ? Infinity : row, column: Infinity }
  }
  const [down = 0, right = 0] = STEPS[key] ?? []
  if (isFar || (down === 0 && right === 0)) return undefined
  return { row: row + down, column: column + right }
}

/** Rows. */
const PAGE = 5

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
}

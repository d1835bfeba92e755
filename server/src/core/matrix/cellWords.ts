import type { MatrixCell } from './matrix'

/** A cell as text, the state first: `complete, 12 words, 2 citations: It is fast [1].` */
export function cellWords(cell: MatrixCell): string {
  const { state, firstLine } = cell
  return `${[state, ...cellCounts(cell)].join(', ')}${firstLine === '' ? '' : `: ${firstLine}`}`
}

/** What is counted in a cell, in words; nothing where nothing is written. */
export const cellCounts = ({ words, citations, unsupported = 0 }: MatrixCell): readonly string[] =>
  words === 0 && citations === 0
    ? []
    : [
        number(words, 'word'),
        number(citations, 'citation'),
        ...(unsupported > 0 ? [`${number(unsupported, 'sentence')} without a source`] : []),
      ]

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

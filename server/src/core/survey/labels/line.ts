import type { Prose } from '../../markdown'

/** A line of a paragraph. */
export interface Line {
  /** The paragraph that it is of, and the text that this is of. */
  readonly block: Prose
  readonly text: string
  /** Where it begins, without blanks and list mark, and where it ends, without blanks. UTF-16 offsets into `text`. */
  readonly from: number
  readonly to: number
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Where the list mark in front of it stands; undefined where there is none. */
  readonly markAt: number | undefined
  /** How many blanks stand before the paragraph, or before its list mark. */
  readonly column: number
  /** Whether more stands below it in its list item. */
  readonly isParent: boolean
}

/** The marks of a list in front of its item, `- `, `2) `, of a task too; a quotation has none. */
const MARK = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?$/u

/** The lines of a paragraph in which labels may stand: none in a quotation. `next` is what stands behind it. */
export function linesOf(block: Prose, text: string, next: number | undefined): readonly Line[] {
  const { from, to } = block.span
  const start = text.lastIndexOf('\n', from - 1) + 1
  const before = MARK.exec(text.slice(start, from))
  if (!before) return []
  const [, blanks = '', mark] = before
  const column = blanks.replaceAll('\t', '    ').length
  const isParent = mark !== undefined && next !== undefined && columnOf(text, next) > column
  const lines: Line[] = []
  for (let at = from; at < to;) {
    const end = endOf(text, at, to)
    const begin = at + (text.slice(at, end).length - text.slice(at, end).trimStart().length)
    const last = begin + text.slice(begin, end).trimEnd().length
    lines.push({
      block,
      text,
      from: begin,
      to: last,
      isFirst: at === from,
      isLast: end >= to,
      markAt: at === from && mark !== undefined ? start + blanks.length : undefined,
      column,
      isParent,
    })
    at = end + 1
  }
  return lines
}

function endOf(text: string, at: number, to: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 || end > to ? to : end
}

/** How far in a block stands, by the first character of its line. */
function columnOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return (/^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? '').replaceAll('\t', '    ').length
}

import { asMarkup } from '../../text/markup'
import { cellCounts } from '../cellWords'
import { matrixOf, type MatrixCell } from '../matrix'
import { INITIATIVE } from '../table'
import type { MatrixFile, MatrixFormat } from './format'

/** A picture, whose words are text. Several files stand below each other. */
export const matrixAsSvg: MatrixFormat = {
  id: 'svg',
  title: 'SVG',
  language: 'xml',
  print: (files) => (files.length === 0 ? '' : drawing(files)),
}

/** In pixels. */
const COLUMN = 180
const LINE = 16
const PAD = 8
const FONT = 12

/** About so many Latin characters fit into a column; others are twice as wide. */
const FITTING = 26

/** Lines of a cell, its state and its counts not among them. */
const MOST_LINES = 3

function drawing(files: readonly MatrixFile[]): string {
  const tables = files.map(tableLines)
  const widest = Math.max(...tables.map(({ columns }) => columns))
  const [width, parts] = [widest * COLUMN + 2 * PAD, [] as string[]]
  let y = PAD
  for (const { path, rows } of tables) {
    parts.push(textAt(PAD, y + LINE, path, ' class="name"'))
    y += LINE + PAD
    for (const [i, row] of rows.entries()) {
      const height = Math.max(...row.map((lines) => lines.length)) * LINE + 2 * PAD
      parts.push(ruleAt(y, width, i < 2 ? 'strong' : ''))
      row.forEach((lines, column) =>
        lines.forEach(({ text, style }, at) =>
          parts.push(textAt(column * COLUMN + 2 * PAD, y + PAD + (at + 0.75) * LINE, text, style)),
        ),
      )
      y += height
    }
    parts.push(ruleAt(y, width, 'strong'))
    y += 2 * LINE
  }
  const title = `Matrix of ${files.map(({ path }) => path).join(', ')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-labelledby="matrix-title">
<title id="matrix-title">${asMarkup(title)}</title>
<style>
svg { background: #fff; font: ${FONT}px system-ui, sans-serif; }
text { fill: #1f1f1f; }
line { stroke: #767676; stroke-width: .5; }
line.strong { stroke-width: 1.5; }
.name, .state, .title { font-weight: 600; }
.none, .complete, .optional { font-weight: normal; }
.counts { fill: #595959; }
</style>
${parts.join('\n')}
</svg>
`
}

interface Line {
  readonly text: string
  readonly style: string
}

function tableLines({ path, document }: MatrixFile) {
  const { columns, rows } = matrixOf(document)
  const bold = (text: string): readonly Line[] =>
    wrapped(text, MOST_LINES).map((each) => ({ text: each, style: ' class="title"' }))
  return {
    path,
    columns: columns.length + 1,
    rows: [
      [INITIATIVE, ...columns.map(({ title }) => title)].map(bold),
      ...rows.map(({ title, cells }) => [bold(title), ...cells.map(cellLines)]),
    ],
  }
}

function cellLines(cell: MatrixCell): readonly Line[] {
  const lines = (text: string, style: string): readonly Line[] =>
    wrapped(text, MOST_LINES).map((each) => ({ text: each, style }))
  return [
    { text: cell.state, style: ` class="state ${cell.state}"` },
    ...lines(cellCounts(cell).join(', '), ' class="counts"'),
    ...lines(cell.firstLine, ''),
  ]
}

/** Text in lines of a column; what is too long ends with an ellipsis. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const end = (): void => {
    lines.push(line.trimEnd())
    line = ''
    width = 0
  }
  for (const word of text.match(WORD) ?? []) {
    const wide = widthOf(word)
    if (width > 0 && width + wide > FITTING) end()
    if (wide <= FITTING) {
      line += word
      width += wide
      continue
    }
    for (const character of word) {
      if (width + widthOf(character) > FITTING) end()
      line += character
      width += widthOf(character)
    }
  }
  if (line !== '') end()
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`]
}

/** With the blanks behind it. Lines break between any two wide characters. */
const WORD = /[^\s\u1100-\uffdc]+\s*|[\u1100-\uffdc]\s*/gu

const widthOf = (text: string): number =>
  [...text.trimEnd()].reduce(
    (sum, character) => sum + (/[\u1100-\uffdc\u{1f300}-\u{1faff}]/u.test(character) ? 2 : 1),
    0,
  ) + (text.endsWith(' ') ? 1 : 0)

const textAt = (x: number, y: number, text: string, style: string): string =>
  `<text x="${x}" y="${y}"${style}>${asMarkup(text)}</text>`

const ruleAt = (y: number, width: number, style: string): string =>
  `<line x1="${PAD}" y1="${y}" x2="${width - PAD}" y2="${y}"${style && ` class="${style}"`}/>`

import { asMarkup } from '../../text/markup'
import { cellCounts } from '../cellWords'
import { matrixOf, type MatrixCell } from '../matrix'
import { INITIATIVE } from '../table'
import type { MatrixFile, MatrixFormat } from './format'

/** A page by itself, which prints well: it asks for nothing else, and says in words and borders what it says in colours. */
export const matrixAsHtml: MatrixFormat = {
  id: 'html',
  title: 'HTML',
  language: 'html',
  print: (files) =>
    files.length === 0
      ? ''
      : `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${asMarkup(files.map(({ path }) => path).join(', '))}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
${files.map(tableOf).join('\n')}
</main>
</body>
</html>
`,
}

function tableOf({ path, document }: MatrixFile): string {
  const { columns, rows } = matrixOf(document)
  const head = [INITIATIVE, ...columns.map(({ title }) => title)]
  return [
    '<table>',
    `<caption>${asMarkup(path)}</caption>`,
    `<thead>\n<tr>${head.map((title) => `<th scope="col">${asMarkup(title)}</th>`).join('')}</tr>\n</thead>`,
    '<tbody>',
    ...rows.map(
      ({ title, cells }) => `<tr><th scope="row">${asMarkup(title)}</th>\n${cells.map(cellOf).join('\n')}</tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n')
}

/** Reads as one sentence, as everywhere, also where the style is left out. */
function cellOf(cell: MatrixCell): string {
  const { state, firstLine } = cell
  const counts = cellCounts(cell)
  const after = [
    ...(counts.length > 0 ? [`<small>, ${counts.join(', ')}</small>`] : []),
    ...(firstLine === '' ? [] : [`<span>: </span><p>${asMarkup(firstLine)}</p>`]),
  ]
  return `<td class="${state}"><b>${state}</b>${after.join('')}</td>`
}

const STYLE = `:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
table { border-collapse: collapse; margin-block-end: 2rem; }
caption { caption-side: top; text-align: start; font-weight: 600; padding-block-end: .5rem; }
th, td { border: 1px solid GrayText; padding: .4rem .6rem; text-align: start; vertical-align: top; min-width: 7rem; max-width: 18rem; overflow-wrap: anywhere; }
td p { margin: .2rem 0 0; }
td span { position: absolute; clip-path: inset(50%); }
td.missing, td.empty { border: 2px dashed; }
td.placeholder, td.draft { border: 2px dotted; }
td.none b, td.complete b, td.optional b { font-weight: normal; }
thead { display: table-header-group; }
@media print {
  @page { size: landscape; margin: 1cm; }
  :root { color-scheme: light; font-size: 9px; }
  body { margin: 0; }
  tr { break-inside: avoid; }
}`

import { matrixOf } from '../matrix'
import { matrixTable } from '../table'
import type { MatrixFormat } from './format'

/** A table as GitHub has it. Of several files each has a heading, which is its name. */
export const matrixAsMarkdown: MatrixFormat = {
  id: 'md',
  title: 'Markdown',
  language: 'markdown',
  print: (files) =>
    files
      .map(({ path, document }) => {
        const [head = [], ...rows] = matrixTable(matrixOf(document))
        const lines = [head.map(literal), head.map(() => '---'), ...rows.map((row) => row.map(literal))]
        const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
        return files.length > 1 ? `## ${literal(path)}\n\n${table}` : table
      })
      .join('\n'),
}

/** Text that is not to become markup, and no end of a cell or a line. */
const literal = (text: string): string =>
  text.replace(/[\r\n\u2028\u2029]+/gu, ' ').replace(/[\\`*_[\]<>|~&$]|^#/gu, String.raw`\$&`)

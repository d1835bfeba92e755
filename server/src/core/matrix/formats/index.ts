import { matrixAsCsv } from './csv'
import type { MatrixFormat } from './format'
import { matrixAsHtml } from './html'
import { matrixAsJson } from './json'
import { matrixAsMarkdown } from './md'
import { matrixAsSvg } from './svg'

/** Every format of a matrix, the default first. */
export const matrixFormats: readonly [MatrixFormat, ...MatrixFormat[]] = [
  matrixAsMarkdown,
  matrixAsCsv,
  matrixAsHtml,
  matrixAsSvg,
  matrixAsJson,
]

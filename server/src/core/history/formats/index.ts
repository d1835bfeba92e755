import { historyAsCsv } from './csv'
import type { HistoryFormat } from './format'
import { historyAsJson } from './json'
import { historyAsSvg } from './svg'
import { historyAsText } from './text'

/** Every format of a history, the default first. */
export const historyFormats: readonly [HistoryFormat, ...HistoryFormat[]] = [
  historyAsText,
  historyAsJson,
  historyAsCsv,
  historyAsSvg,
]

import { historyChart } from '../chart'
import type { HistoryFormat } from './format'

/** A drawing that reads in light and dark wherever it is shown by itself. */
export const historyAsSvg: HistoryFormat = { id: 'svg', print: (history) => `${historyChart(history, 'alone')}\n` }

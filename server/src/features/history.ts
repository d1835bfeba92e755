import { historyChart, historySummary, historyTable } from '../core'
import { historyRequest } from '../protocol'
import { feature } from './feature'

/** How a survey was written, drawn and as a table, for the client to show. */
export const history = feature(historyRequest, {}, async (session, { uri }) => {
  const found = await session.history(uri)
  if ('problem' in found) return { refused: found.problem }
  const summary = [historySummary(found.history), ...found.notes].join(' ')
  return { summary, chart: historyChart(found.history, 'inside'), ...historyTable(found.history) }
})

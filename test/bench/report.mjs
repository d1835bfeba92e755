import { cpus, loadavg, totalmem, type } from 'node:os'
import { targetOf } from './targets.mjs'

/** What numbers depend on besides the servers. */
export function machine() {
  const [{ model }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${model.trim()}, ${cpus().length} cores, ${memory} GiB, ${type()}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)} at the start.`
}

export const legend = `Median / 95th percentile in ms, up to the answer complete and parsed. The floor of document symbols is a server that hands out
a ready-made outline; any other floor does nothing. Both are on vscode-jsonrpc.`

/** Results as a Markdown table: a row for each measure and survey, a column for each server. */
export function table(results, servers) {
  const measured = results.filter(({ measure }) => measure !== 'session')
  // Measure by measure, as what is compared is one measure on growing surveys.
  const measures = unique(measured.map(({ measure }) => measure))
  const surveys = unique(measured.map(({ survey }) => survey))
  const rows = measures.flatMap((measure) =>
    surveys.map((survey) => measured.filter((each) => each.measure === measure && each.survey === survey)),
  )
  const header = ['', 'Survey', ...servers.map(({ name }) => name), 'Floor', 'Target', '']
  const rule = header.map((_, i) => (i < 2 || i === header.length - 1 ? '---' : '---:'))
  return [header, rule, ...rows.filter(({ length }) => length > 0).map((row) => cells(row, servers))]
    .map((each) => `| ${each.join(' | ')} |`)
    .join('\n')
}

function cells(row, servers) {
  const [{ measure, title, survey, surveyTitle = '' }] = row
  const of = ({ name }) => row.find(({ server, isFloor }) => server === name && !isFloor)
  const floor = row.find(({ isFloor }) => isFloor)
  const target = targetOf(measure, survey, floor?.p50)
  const ours = of(servers[0])?.p50
  const verdict = target === undefined || ours === undefined ? '' : ours <= target ? 'met' : 'missed'
  return [
    title,
    surveyTitle,
    ...servers.map((server) => cell(of(server))),
    cell(floor),
    target === undefined ? '' : rounded(target),
    verdict,
  ]
}

function cell({ p50, p95, n, asked } = {}) {
  if (p50 === undefined) return 'n/a'
  return p95 === undefined ? rounded(p50) : `${rounded(p50)} / ${rounded(p95)}${n < asked ? ` (n=${n})` : ''}`
}

/** Three digits, which is more than such numbers are good for. */
const rounded = (number) => (number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(3))))

/** What tells whether the servers did the same work, and what went wrong. */
export function remarks(results) {
  const units = { findings: 'findings', symbols: 'symbols', completion: 'items' }
  const sized = results.filter(({ measure, size }) => size !== undefined && units[measure])
  const sizes = unique(sized.map(({ surveyTitle }) => surveyTitle)).map((survey) => {
    const ofSurvey = sized.filter(({ surveyTitle }) => surveyTitle === survey)
    const ofServer = (name) =>
      ofSurvey.filter(({ server }) => server === name).map(({ measure, size }) => `${size} ${units[measure]}`)
    return `- Answers at ${survey}: ${unique(ofSurvey.map(({ server }) => server))
      .map((name) => `${name} ${ofServer(name).join(', ')}`)
      .join('; ')}.`
  })
  const failures = results
    .filter(({ failure }) => failure)
    .map(({ title, surveyTitle, failure }) => `- ${[surveyTitle, title].filter(Boolean).join(', ')}: ${failure}`)
  return ['', ...sizes, ...failures, '']
}

const unique = (items) => [...new Set(items)]

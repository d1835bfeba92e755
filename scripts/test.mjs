// `npm test` runs every stage, `npm test -- --only NAME` one of them with the stages it needs. The last line is the sum.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, main } from './host/failure.mjs'
import { repository, testResults } from './host/paths.mjs'
import { run } from './host/run.mjs'

const vitest = (report, ...args) => [
  ...['node_modules/vitest/vitest.mjs', 'run', ...args],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=test-results/${report}`],
]

/** In order. A stage with a report counts tests; any other stage only passes or fails. */
const stages = [
  { name: 'build', command: ['build.mjs'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'unit',
    command: vitest('unit.json', '--exclude', 'test/server/**'),
    report: 'unit.json',
    count: countVitest,
  },
  { name: 'server', command: vitest('server.json', 'test/server'), report: 'server.json', count: countVitest },
  { name: 'package', command: ['scripts/package.mjs'] },
  {
    name: 'suite',
    command: ['test/vscode/run.mjs'],
    report: 'vscode-suite.json',
    count: (report) => report,
    needs: 'build',
  },
  {
    name: 'ui',
    command: ['test/vscode/ui.mjs'],
    report: 'vscode-ui.json',
    count: (report) => report,
    needs: 'package',
  },
]

await main(async () => {
  const chosen = chooseStages()
  await rm(testResults, { recursive: true, force: true })
  await mkdir(testResults, { recursive: true })
  const results = []
  for (const stage of chosen) {
    console.log(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`)
    const result = await runStage(stage, results)
    console.log(`── ${stage.name}: ${result.failed === 0 ? 'done' : 'FAILED'} in ${result.seconds.toFixed(1)} s`)
    results.push(result)
  }
  const total = sum(results)
  console.log(`\n${table(results)}\n\n${summary(total)}`)
  return total.failed === 0 ? 0 : 1
})

function chooseStages() {
  const { only } = readOptions()
  if (only === undefined) return stages
  const stage = stages.find(({ name }) => name === only)
  if (!stage) throw new Failure(`There is no stage "${only}", only ${stages.map(({ name }) => name).join(', ')}.`)
  return stages.filter(({ name }) => name === only || name === stage.needs)
}

function readOptions() {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}. Usage: npm test -- [--only STAGE]`)
  }
}

async function runStage(stage, earlier) {
  const started = performance.now()
  const counts = await countStage(stage, earlier)
  return { name: stage.name, ...counts, seconds: (performance.now() - started) / 1000 }
}

async function countStage({ command, report, count, needs }, earlier) {
  if (earlier.some(({ name, failed }) => name === needs && failed > 0)) {
    console.log(`Not run: it needs the stage "${needs}", which failed.`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const { code } = await run(process.execPath, command, { cwd: repository, show: true })
  const counts = report ? await readCounts(report, count) : { passed: 0, failed: 0, skipped: 0 }
  // A tool that fails without a failed test has crashed, or found what is no test.
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

async function readCounts(report, count) {
  try {
    return count(JSON.parse(await readFile(join(testResults, report), 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function countVitest({ testResults: files }) {
  const statuses = files.flatMap(({ status, assertionResults: tests }) =>
    // A file that could not even be loaded has no tests to fail.
    status === 'failed' && tests.length === 0 ? ['failed'] : tests.map((test) => test.status),
  )
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed, skipped: statuses.length - passed - failed }
}

function sum(results) {
  const add = (key) => results.reduce((total, result) => total + result[key], 0)
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
}

function table(results) {
  const header = ['stage', 'passed', 'failed', 'skipped', 'seconds', 'host']
  const rows = results.map(({ name, passed, failed, skipped, seconds, host = '' }) => [
    ...[name, passed, failed, skipped, seconds.toFixed(1), host].map(String),
  ])
  const lines = [header, ...rows].map(([name, ...cells]) => {
    const text = cells.pop()
    return [name.padEnd(8), ...cells.map((cell) => cell.padStart(8)), ` ${text}`].join(' ').trimEnd()
  })
  return lines.join('\n')
}

function summary({ passed, failed, skipped }) {
  return [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
}

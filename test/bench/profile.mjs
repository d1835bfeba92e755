import { readFile, writeFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { repository } from '../../scripts/host/paths.mjs'
import { warmUp } from './measure.mjs'
import { typingMeasures } from './measures.mjs'
import { takeSamples } from './samples.mjs'
import { openSession } from './session.mjs'

const shown = 25
/** Between two looks at the stack, in µs. More often would slow down what is looked at. */
const interval = 500

/** Profiles a server in each of the measures asked for, on each of the surveys. Writes the profiles and prints where time went. */
export async function profileAll({ server, documents, folder, options: { measures, samples, budget } }) {
  const phases = [{ name: 'open' }, ...typingMeasures].filter(({ name }) => measures.includes(name))
  const positionOf = await sourcesOf(server.args[0])
  for (const phase of phases) {
    for (const document of documents) {
      const file = join(folder, `${phase.name}-${document.name}.cpuprofile`)
      const windows = await record({ server, file, document, phase, samples, budget })
      const profile = during(JSON.parse(await readFile(file, 'utf8')), windows)
      await writeFile(file, JSON.stringify(profile))
      console.log(
        `\n## ${phase.title ?? 'open → first findings'}, ${document.title} (${relative(repository, file)})\n\n${topOf(profile, windows.length, positionOf)}`,
      )
    }
  }
}

/** Runs a phase in a server that profiles itself. Answers from when to when (in µs) somebody waited for it. */
async function record({ server, file, document, phase, samples, budget }) {
  const flags = [
    '--cpu-prof',
    `--cpu-prof-interval=${interval}`,
    `--cpu-prof-dir=${dirname(file)}`,
    `--cpu-prof-name=${basename(file)}`,
  ]
  const session = await openSession({ ...server, args: [...flags, ...server.args] }, dirname(file), document)
  try {
    if (!phase.begin) return [[clock() - session.took * 1000, clock()]]
    const windows = []
    const { once, settle } = phase.begin(session.editor, document)
    const watched = async () => {
      const from = clock()
      const answer = await once()
      windows.push([from, clock()])
      return answer
    }
    await takeSamples({ once, settle }, { count: warmUp, warmUp: 0, budget: budget / 2 })
    await takeSamples({ once: watched, settle }, { count: samples, warmUp: 0, budget })
    return windows
  } finally {
    await session.client.stop()
  }
}

/** What V8's profiles go by; it is the same in all processes of a machine. */
const clock = () => Number(process.hrtime.bigint()) / 1000

/** The parts of a profile that lie in the windows, one after the other. */
function during({ nodes, startTime, samples, timeDeltas }, windows) {
  const kept = { nodes, startTime: 0, endTime: 0, samples: [], timeDeltas: [] }
  let time = startTime
  let window = 0
  let last = 0
  samples.forEach((sample, i) => {
    time += timeDeltas[i]
    while (window < windows.length && windows[window][1] < time) window++
    if (window === windows.length || time < windows[window][0]) return
    // What a sample saw ran until the next one.
    kept.samples.push(sample)
    kept.timeDeltas.push(last)
    last = timeDeltas[i + 1] ?? 0
    kept.endTime += last
  })
  return kept
}

/** Where the time went: in functions without those that they called, and in our own with those. */
function topOf({ nodes, samples, timeDeltas, endTime }, times, positionOf) {
  const names = new Map(
    nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(anonymous)'}${positionOf(callFrame)}`]),
  )
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const alone = new Map()
  const withCalled = new Map()
  samples.forEach((sample, i) => {
    const ms = (timeDeltas[i + 1] ?? 0) / 1000
    add(alone, names.get(sample), ms)
    const stack = new Set()
    for (let id = sample; id !== undefined; id = callers.get(id)) stack.add(names.get(id))
    for (const name of stack) if (name.includes(' (server/src/')) add(withCalled, name, ms)
  })
  const idle = alone.get('(idle)') ?? 0
  alone.delete('(idle)')
  const work = [...alone.values()].reduce((sum, ms) => sum + ms, 0)
  const rows = (spent) =>
    [...spent]
      .sort(([, a], [, b]) => b - a)
      .slice(0, shown)
      .map(
        ([name, ms]) =>
          `| ${(ms / times).toFixed(3)} | ${((100 * ms) / work).toFixed(1)} | ${name.replaceAll('|', '\\|')} |`,
      )
  return [
    `${times} × ${(endTime / 1000 / times).toFixed(2)} ms, of which the server worked ${(work / times).toFixed(2)} ms and waited ${(idle / times).toFixed(2)} ms.`,
    ...['', '| ms each | % of work | Function, by itself |', '| ---: | ---: | --- |', ...rows(alone)],
    ...[
      '',
      '| ms each | % of work | Function of ours, with what it calls |',
      '| ---: | ---: | --- |',
      ...rows(withCalled),
    ],
  ].join('\n')
}

const add = (sums, key, value) => sums.set(key, (sums.get(key) ?? 0) + value)

/** Tells where a function of a bundle stands in the sources; of what is built in, nothing. */
async function sourcesOf(bundle) {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')))
  return ({ url, lineNumber, columnNumber }) => {
    if (basename(url) !== basename(bundle)) return url && ` (${url})`
    const { originalSource, originalLine } = map.findEntry(lineNumber, columnNumber)
    if (!originalSource) return ''
    const path = relative(repository, resolve(dirname(bundle), originalSource)).replaceAll('\\', '/')
    return ` (${path.replace(/^.*node_modules\//, '')}:${originalLine + 1})`
  }
}

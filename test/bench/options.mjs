import { parseArgs } from 'node:util'
import { Failure } from '../../scripts/host/failure.mjs'
import { measureNames } from './measures.mjs'
import { bytesOf } from './sizes.mjs'

const known = {
  only: { type: 'string' },
  sizes: { type: 'string', default: 'real,100kB,1MB,10MB' },
  server: { type: 'string', multiple: true, default: [] },
  samples: { type: 'string', default: '200' },
  repeat: { type: 'string', default: '7' },
  budget: { type: 'string', default: '10' },
  json: { type: 'string' },
  profile: { type: 'boolean', default: false },
}

/** The command line, or a failure that says what is wrong with it. */
export function readOptions() {
  const { only, sizes, server, samples, repeat, budget, json, profile } = parse()
  const measures = only?.split(',') ?? (profile ? ['findings'] : measureNames)
  const unknown = measures.find((name) => !measureNames.includes(name))
  if (unknown !== undefined) throw new Failure(`There is no measure "${unknown}", only ${measureNames.join(', ')}.`)
  const surveys = sizes.split(',')
  for (const size of surveys) if (size !== 'real') bytesOf(size)
  return {
    measures,
    surveys,
    json,
    profile,
    servers: server.map(readServer),
    samples: readNumber('--samples', samples),
    repeat: readNumber('--repeat', repeat),
    budget: readNumber('--budget', budget),
  }
}

function parse() {
  try {
    return parseArgs({ options: known }).values
  } catch (error) {
    throw new Failure(
      `${error.message.split('. ')[0]}. Options: ${Object.keys(known)
        .map((name) => `--${name}`)
        .join(' ')}; see test/bench/README.md.`,
    )
  }
}

function readNumber(option, text) {
  const number = Number(text)
  if (!(number > 0)) throw new Failure(`${option} ${text}: a number above 0 is wanted.`)
  return number
}

function readServer(text) {
  const wanted = `--server wants JSON such as {"name":"other","command":"other-server","args":["--stdio"]}, not ${text}`
  try {
    const server = JSON.parse(text)
    if (server?.name && server.command) return server
  } catch {
    // Said below, as for JSON that is something else.
  }
  throw new Failure(wanted)
}

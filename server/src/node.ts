import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import manifest from '../package.json'
import { readServerArguments, serverHelp } from './node/arguments'
import { readBibliography, readConfigFile } from './node/configFile'
import { filesBelow } from './node/filesBelow'
import { GitError } from './node/git/git'
import { revisionsOf } from './node/git/revisionsOf'
import { serve } from './node/serve'
import { localDate } from './node/today'
import type { Runtime } from './session/runtime'

// The `survey-language-server` command: the server as a process.

const runtime: Runtime = {
  name: manifest.name,
  version: manifest.version,
  today: localDate,
  loadBibtex: () => import('./bibtex.js').then((bundle) => bundle.bibtexLibrary),
  readFile: (uri) => readConfigFile(fileURLToPath(uri)),
  readBibliography: (uri) => readBibliography(fileURLToPath(uri)),
  readRevisions: (uri) =>
    revisionsOf(fileURLToPath(uri)).catch((error: unknown) => {
      if (error instanceof GitError) return { problem: error.message }
      throw error
    }),
  async listFiles(folder) {
    const path = fileURLToPath(folder)
    // Below the address as the client writes it, as clients differ in how they write a drive.
    const found: string[] = []
    for await (const file of filesBelow(path))
      found.push(folder + relative(path, file).split(sep).map(encodeURIComponent).join('/'))
    return found
  },
}

const tell = (problem: string): void => void process.stderr.write(`${manifest.name}: ${problem}\n`)

const wanted = readServerArguments(process.argv.slice(2))
if (wanted.wants === 'help') process.stdout.write(serverHelp)
else if (wanted.wants === 'version') process.stdout.write(`${manifest.version}\n`)
else if (wanted.wants === 'correction') {
  tell(`${wanted.problem} (see --help)`)
  process.exitCode = 2
} else {
  // Left to itself V8 lets garbage grow to a multiple of what is in use: with a file of 10 MB that took twice the memory, and no less time.
  setFlagsFromString('--heap-growing-percent=40')
  if (wanted.ignored.length > 0) tell(`ignored, as there is no such option: ${wanted.ignored.join(' ')}`)
  serve(wanted.channel, runtime, tell)
}

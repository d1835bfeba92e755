import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import manifest from '../package.json'
import { readConfigFile } from './configFile'
import { startServer } from './session/start'
import { localDate } from './today'

// Left to itself V8 lets garbage grow to a multiple of what is in use: with a file of 10 MB that took twice the memory, and no less time.
setFlagsFromString('--heap-growing-percent=40')

/** The server as a process: over stdio, a pipe, a socket, or the channel of the VS Code that started it. */
startServer(createConnection(ProposedFeatures.all), {
  name: manifest.name,
  version: manifest.version,
  today: localDate,
  loadBibtex: () => import('./bibtex.js').then((bundle) => bundle.bibtexLibrary),
  readFile: (uri) => readConfigFile(fileURLToPath(uri)),
})

import { fileURLToPath } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import manifest from '../package.json'
import { readConfigFile } from './configFile'
import { startServer } from './session/start'
import { localDate } from './today'

/** The server as a process: over stdio, a pipe, a socket, or the channel of the VS Code that started it. */
startServer(createConnection(ProposedFeatures.all), {
  name: manifest.name,
  version: manifest.version,
  today: localDate,
  loadBibtex: () => import('./bibtex.js').then((bundle) => bundle.bibtexLibrary),
  readFile: (uri) => readConfigFile(fileURLToPath(uri)),
})

import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import manifest from '../package.json'
import { readBibliography, readConfigFile } from './node/configFile'
import { listFiles } from './node/listFiles'
import { startServer } from './session/start'
import { localDate } from './node/today'

// Left to itself V8 lets garbage grow to a multiple of what is in use: with a file of 10 MB that took twice the memory, and no less time.
setFlagsFromString('--heap-growing-percent=40')

/** The server as a process: over stdio, a pipe, a socket, or the channel of the VS Code that started it. */
startServer(createConnection(ProposedFeatures.all), {
  name: manifest.name,
  version: manifest.version,
  today: localDate,
  loadBibtex: () => import('./bibtex.js').then((bundle) => bundle.bibtexLibrary),
  readFile: (uri) => readConfigFile(fileURLToPath(uri)),
  readBibliography: (uri) => readBibliography(fileURLToPath(uri)),
  async listFiles(folder) {
    const path = fileURLToPath(folder)
    // Below the address as the client writes it, as clients differ in how they write a drive.
    return (await listFiles(path)).map(
      (file) => folder + relative(path, file).split(sep).map(encodeURIComponent).join('/'),
    )
  },
})

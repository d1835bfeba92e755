import type { Connection } from 'vscode-languageserver'
import { CONFIG_NAME, type Hints } from '../core'
import { features } from '../features'
import type { LoadLibraries } from '../sources/format'
import { createBibliographies } from './bibliographies'
import { createClientState } from './clientState'
import { configDiagnostics } from './configDiagnostics'
import { createConfigs, type ConfigsOptions } from './configs'
import { createDocuments } from './documents'
import { hintsFor } from './files'
import { followClient } from './followClient'
import { createGuard } from './guard'
import { createHistories } from './histories'
import { createLinkingFiles } from './linkingFiles'
import { createLog } from './log'
import { createOtherSurveys } from './otherSurveys'
import { createPush } from './push'
import { createReader } from './reader'
import { createRefresh } from './refresh'
import { createRegistrations } from './registrations'
import type { Runtime } from './runtime'
import { createSession } from './session'
import { createSourceFiles } from './sourceFiles'
import { placeOf } from './uris'
import { createWatched, watchersFor } from './watchers'

/** Serves one client until it leaves: puts together what does so, each part from those above it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const log = createLog(connection)
  const client = createClientState()
  const registrations = createRegistrations(connection, features, (error) => log.failed('Registering a feature', error))
  const watched = createWatched(connection, (error) => log.failed('Watching bibliographies', error))

  const tell: ConfigsOptions['tell'] = (uri, text, problems) =>
    void connection.sendDiagnostics({ uri, diagnostics: configDiagnostics(text, problems) })
  const configs = createConfigs({
    read: createReader(
      connection,
      runtime,
      () => client.offers.readFile === true,
      (error) => log.failed(`Reading ${CONFIG_NAME}`, error),
    ),
    tell,
    firstFolder: () => client.folders[0],
  })
  const ready = (uri: string): Promise<unknown> | undefined => configs.ready(uri)

  const allHintsFor = (uri: string): Hints => ({
    ...configs.hintsFor(uri),
    ...hintsFor(placeOf(uri, client.folders[0]) ?? uri, client.folders, client.settings.files),
  })
  const documents = createDocuments(allHintsFor)
  const files = {
    ...createSourceFiles(connection, runtime, client, log),
    uris: () => documents.uris(),
    isOpen: (uri: string) => documents.version(uri) !== undefined,
    file: (uri: string) => documents.get(uri),
    unopened: (uri: string, text: string) => documents.unopened(uri, text),
    ready,
  }
  const libraries: LoadLibraries = { bibtex: () => runtime.loadBibtex() }
  const bibliographies = createBibliographies({
    ...files,
    load: libraries,
    unread: (folder, messages) => configs.unread(folder, messages),
    tell,
  })
  const others = createOtherSurveys(bibliographies, files)
  const linking = createLinkingFiles({ ...files, folders: () => client.folders, listed: () => others.listed() })

  const session = createSession({
    client,
    documents,
    bibliographies,
    libraries,
    log,
    linking,
    history: createHistories(runtime, allHintsFor, files),
    today: () => runtime.today(),
  })
  const push = createPush(connection, session, ready, (what, act) => log.guarded(what, act))
  const refresh = createRefresh(connection, client, documents, push)

  configs.listen({
    changed() {
      registrations.update(client.capabilities, client.settings, true)
      refresh(true)
    },
    known(all) {
      bibliographies.use(
        all
          .filter(({ config }) => config.references.length > 0)
          .map(({ folder, config }) => ({ folder, globs: config.references.map(({ value }) => value) })),
      )
      others.use(all)
      watched.update(client.capabilities, watchersFor(all, client.capabilities))
    },
  })
  const run = createGuard(session, documents, ready, (what, error) => log.failed(what, error))
  for (const feature of features) feature.register(connection, run)
  followClient(connection, {
    features,
    runtime,
    client,
    configs,
    documents,
    bibliographies,
    others,
    push,
    refresh,
    registrations,
    log,
  })
  connection.listen()
}

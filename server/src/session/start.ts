import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver'
import { CONFIG_NAME, lint, openDocument, recognitionWord, type Hints } from '../core'
import { features } from '../features'
import type { OpenFile, Session, Settings } from '../features/feature'
import { didRefreshNotification, type ClientOffers } from '../protocol'
import type { LoadLibraries } from '../sources/format'
import type { BibtexLibrary } from '../sources/formats/bibtex/library'
import { readPasted } from '../sources/pasted'
import { createBibliographies } from './bibliographies'
import { configDiagnostics } from './configDiagnostics'
import { createConfigs } from './configs'
import { createDocuments } from './documents'
import { hintsFor } from './files'
import { createGuard } from './guard'
import { createIdle } from './idle'
import { createLinkingFiles } from './linkingFiles'
import { createOtherSurveys } from './otherSurveys'
import { createPush } from './push'
import { createReader } from './reader'
import { createRegistrations } from './registrations'
import { defaultSettings, readSettings } from './settings'
import { placeOf } from './uris'
import { createWatched, watchersFor, watches } from './watchers'

/** What differs between the places a server runs in. */
export interface Runtime {
  readonly name: string
  readonly version: string
  /** The day, `YYYY-MM-DD`. */
  today(): string
  /** Loads what reads BibTeX, when somebody has such a text. */
  loadBibtex(): Promise<BibtexLibrary>
  /** The text of a `file:`, undefined where there is none; left out where the server has no files. */
  readFile?(uri: string): Promise<string | undefined>
  /** Likewise of a bibliography, which may be larger, or of a survey. */
  readBibliography?(uri: string): Promise<string | undefined>
  /** The files below a `file:` folder, whose address ends in a slash; left out where the server has no files. */
  listFiles?(folder: string): Promise<readonly string[]>
}

/** Serves one client until it leaves. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let client: ClientCapabilities = {}
  let folders: readonly string[] = []
  let settings: Settings = defaultSettings
  let offers: ClientOffers = {}

  const log = (what: string, error: unknown): void =>
    connection.console.error(
      `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )

  const guarded = (what: string, act: () => void): void => {
    try {
      act()
    } catch (error) {
      log(what, error)
    }
  }

  const configs = createConfigs({
    read: createReader(
      connection,
      runtime,
      () => offers.readFile === true,
      (error) => log(`Reading ${CONFIG_NAME}`, error),
    ),
    tell: (uri, text, problems) =>
      void connection.sendDiagnostics({ uri, diagnostics: configDiagnostics(text, problems) }),
    changed() {
      registrations.update(client, settings, true)
      refresh(true)
    },
    known(all) {
      bibliographies.use(
        all
          .filter(({ config }) => config.references.length > 0)
          .map(({ folder, config }) => ({ folder, globs: config.references.map(({ value }) => value) })),
      )
      others.use(all)
      watched.update(client, watchersFor(all, client))
    },
    firstFolder: () => folders[0],
  })
  const hints = (uri: string): Hints => ({
    ...configs.hintsFor(uri),
    ...hintsFor(placeOf(uri, folders[0]) ?? uri, folders, settings.files),
  })
  const documents = createDocuments(hints)

  const later = createIdle()
  const sourceFiles = {
    read: createReader(
      connection,
      { ...(runtime.readBibliography && { readFile: runtime.readBibliography }) },
      () => offers.readFile === true,
      (error) => log('Reading a bibliography', error),
    ),
    list: (folder: string): Promise<readonly string[] | undefined> =>
      (folder.startsWith('file:')
        ? runtime.listFiles?.(folder).catch((error: unknown) => {
            log('Looking for bibliographies', error)
            return undefined
          })
        : undefined) ?? Promise.resolve(undefined),
    failed: (error: unknown) => log('Reading a bibliography', error),
    later,
    now: () => performance.now(),
  }
  const libraries: LoadLibraries = { bibtex: () => runtime.loadBibtex() }
  const bibliographies = createBibliographies({
    ...sourceFiles,
    load: libraries,
    unread: (folder, messages) => configs.unread(folder, messages),
    tell: (uri, text, problems) =>
      void connection.sendDiagnostics({ uri, diagnostics: configDiagnostics(text, problems) }),
  })

  const crashed = new Set<string>()
  const session: Session = {
    get client() {
      return client
    },
    get offers() {
      return offers
    },
    get settings() {
      return settings
    },
    file: (uri) => documents.get(uri),
    survey(uri) {
      const file = documents.get(uri)
      return file && recognitionWord(file.document.recognition) !== 'none'
        ? {
            ...file,
            get survey() {
              return file.document.survey
            },
          }
        : undefined
    },
    unopened: (uri, text) => ({ uri, version: 0, document: openDocument(text, hints(uri)) }),
    linking: (uri) => linking(uri),
    findings: (file: OpenFile) =>
      lint(file.document, {
        today: runtime.today(),
        severities: settings.rules,
        onCrash(rule, error) {
          if (!crashed.has(rule.code)) log(`The rule ${rule.code}`, error)
          crashed.add(rule.code)
        },
      }),
    sources: (uri, typed, limit) => bibliographies.find(uri, typed, limit, placeOf(uri, folders[0])),
    pasted: (text) => readPasted(text, libraries),
    today: () => runtime.today(),
  }

  const others = createOtherSurveys(bibliographies, {
    ...sourceFiles,
    isOpen: (uri) => documents.version(uri) !== undefined,
    file: (uri) => documents.get(uri),
    unopened: (uri, text) => session.unopened(uri, text),
    ready: (uri) => configs.ready(uri),
  })
  const linking = createLinkingFiles({
    ...sourceFiles,
    uris: () => documents.uris(),
    file: (uri) => documents.get(uri),
    unopened: (uri, text) => session.unopened(uri, text),
    ready: (uri) => configs.ready(uri),
    folders: () => folders,
    listed: () => others.listed(),
  })
  const run = createGuard(session, documents, (uri) => configs.ready(uri), log)
  const push = createPush(connection, session, (uri) => configs.ready(uri), guarded)
  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities
    offers = (params.initializationOptions as ClientOffers | null | undefined) ?? {}
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    return {
      capabilities: features.reduce<ServerCapabilities>(
        (all, feature) => ({ ...all, ...feature.capabilities(client) }),
        {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
          ...(client.workspace?.workspaceFolders && {
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
          }),
        },
      ),
      serverInfo: { name: runtime.name, version: runtime.version },
    }
  })

  for (const feature of features) feature.register(connection, run)

  const watched = createWatched(connection, (error) => log('Watching bibliographies', error))
  const registrations = createRegistrations(connection, features, (error) => log('Registering a feature', error))

  const told = new Set<string>()
  const useSettings = (value: unknown): void => {
    const before = settings
    settings = readSettings(value, (message) => {
      if (!told.has(message))
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      told.add(message)
    })
    registrations.update(client, settings)
    if (JSON.stringify(settings) !== JSON.stringify(before)) refresh(settings.files.join() !== before.files.join())
  }

  /** Asks the client to look again; `recognised` tells that other files may be surveys now. */
  const refresh = (recognised: boolean): void => {
    if (recognised) {
      documents.forget()
      if (offers.didRefresh) void connection.sendNotification(didRefreshNotification.method)
    }
    if (pulls()) {
      if (client.workspace?.diagnostics?.refreshSupport)
        connection.languages.diagnostics.refresh().catch(() => undefined)
    } else {
      documents.uris().forEach((uri) => push.changed(uri))
    }
  }

  const fetchSettings = (): void => {
    connection.workspace
      .getConfiguration('survey')
      .then(useSettings)
      .catch((error: unknown) => log('Reading the settings', error))
  }

  connection.onInitialized(() => {
    if (client.workspace?.configuration) {
      if (client.workspace.didChangeConfiguration?.dynamicRegistration) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'survey' })
          .catch((error: unknown) => log('Watching the settings', error))
      }
      fetchSettings()
    } else {
      registrations.update(client, settings)
    }
    if (watches(client)) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${CONFIG_NAME}` }] })
        .catch((error: unknown) => log(`Watching ${CONFIG_NAME}`, error))
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri))
        folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => uri)]
        refresh(true)
      })
    }
  })

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.workspace?.configuration) fetchSettings()
    else useSettings((sent as { survey?: unknown } | undefined)?.survey)
  })

  connection.onDidChangeWatchedFiles(({ changes }) =>
    guarded('workspace/didChangeWatchedFiles', () => {
      const uris = changes.map(({ uri }) => uri)
      configs.changed(uris)
      bibliographies.changed(uris)
      others.changed(uris)
    }),
  )

  connection.onDidOpenTextDocument(({ textDocument }) =>
    guarded('textDocument/didOpen', () => {
      documents.open(textDocument)
      configs.opened(textDocument.uri)
      others.saved(textDocument.uri)
      if (!watches(client)) bibliographies.again()
      if (!pulls()) push.changed(textDocument.uri)
    }),
  )

  connection.onDidChangeTextDocument((params) =>
    guarded('textDocument/didChange', () => {
      documents.change(params)
      if (!pulls()) push.changed(params.textDocument.uri)
    }),
  )

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) =>
    guarded('textDocument/didSave', () => others.saved(uri)),
  )

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    guarded('textDocument/didClose', () => {
      documents.close(uri)
      others.closed(uri)
      if (!pulls()) push.closed(uri)
    }),
  )

  connection.listen()
}

import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver'
import { CONFIG_NAME } from '../core'
import type { Feature } from '../features/feature'
import type { Bibliographies } from './bibliographies'
import type { ClientState } from './clientState'
import type { Configs } from './configs'
import type { Documents } from './documents'
import type { Log } from './log'
import type { OtherSurveys } from './otherSurveys'
import type { Push } from './push'
import type { Refresh } from './refresh'
import type { Registrations } from './registrations'
import type { Runtime } from './runtime'
import { watches } from './watchers'

export interface FollowingParts {
  readonly features: readonly Feature[]
  readonly runtime: Pick<Runtime, 'name' | 'version'>
  readonly client: ClientState
  readonly configs: Configs
  readonly documents: Documents
  readonly bibliographies: Bibliographies
  readonly others: OtherSurveys
  readonly push: Push
  readonly refresh: Refresh
  readonly registrations: Registrations
  readonly log: Log
}

/** Does what each message of the client asks for that is no feature, from `initialize` on. */
export function followClient(connection: Connection, parts: FollowingParts): void {
  followSession(connection, parts)
  followFiles(connection, parts)
}

function followSession(
  connection: Connection,
  { features, runtime, client, refresh, registrations, log }: FollowingParts,
): void {
  connection.onInitialize((params): InitializeResult => {
    client.begin(params)
    return {
      capabilities: features.reduce<ServerCapabilities>(
        (all, feature) => ({ ...all, ...feature.capabilities(client.capabilities) }),
        {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
          ...(client.capabilities.workspace?.workspaceFolders && {
            workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
          }),
        },
      ),
      serverInfo: { name: runtime.name, version: runtime.version },
    }
  })

  const told = new Set<string>()
  const useSettings = (value: unknown): void => {
    const files = client.settings.files.join()
    const isOther = client.useSettings(value, (message) => {
      if (!told.has(message))
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      told.add(message)
    })
    registrations.update(client.capabilities, client.settings)
    if (isOther) refresh(client.settings.files.join() !== files)
  }

  const fetchSettings = (): void => {
    connection.workspace
      .getConfiguration('survey')
      .then(useSettings)
      .catch((error: unknown) => log.failed('Reading the settings', error))
  }

  connection.onInitialized(() => {
    const { workspace } = client.capabilities
    if (workspace?.configuration) {
      if (workspace.didChangeConfiguration?.dynamicRegistration) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'survey' })
          .catch((error: unknown) => log.failed('Watching the settings', error))
      }
      fetchSettings()
    } else {
      registrations.update(client.capabilities, client.settings)
    }
    if (watches(client.capabilities)) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${CONFIG_NAME}` }] })
        .catch((error: unknown) => log.failed(`Watching ${CONFIG_NAME}`, error))
    }
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        client.changeFolders(event)
        refresh(true)
      })
    }
  })

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.capabilities.workspace?.configuration) fetchSettings()
    else useSettings((sent as { survey?: unknown } | undefined)?.survey)
  })
}

function followFiles(
  connection: Connection,
  { client, configs, documents, bibliographies, others, push, log }: FollowingParts,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) =>
    log.guarded('workspace/didChangeWatchedFiles', () => {
      const uris = changes.map(({ uri }) => uri)
      configs.changed(uris)
      bibliographies.changed(uris)
      others.changed(uris)
    }),
  )

  connection.onDidOpenTextDocument(({ textDocument }) =>
    log.guarded('textDocument/didOpen', () => {
      documents.open(textDocument)
      configs.opened(textDocument.uri)
      others.saved(textDocument.uri)
      if (!watches(client.capabilities)) bibliographies.again()
      if (!client.pulls) push.changed(textDocument.uri)
    }),
  )

  connection.onDidChangeTextDocument((params) =>
    log.guarded('textDocument/didChange', () => {
      documents.change(params)
      if (!client.pulls) push.changed(params.textDocument.uri)
    }),
  )

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) =>
    log.guarded('textDocument/didSave', () => others.saved(uri)),
  )

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    log.guarded('textDocument/didClose', () => {
      documents.close(uri)
      others.closed(uri)
      if (!client.pulls) push.closed(uri)
    }),
  )
}

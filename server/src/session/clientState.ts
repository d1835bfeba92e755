import type { ClientCapabilities, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver'
import type { Settings } from '../features/feature'
import type { ClientOffers } from '../protocol'
import { defaultSettings, readSettings } from './settings'

/** What is known of the client: what it can do, where it works, and what its user has set. */
export interface ClientState {
  readonly capabilities: ClientCapabilities
  readonly offers: ClientOffers
  readonly folders: readonly string[]
  readonly settings: Settings
  /** Whether it asks for findings by itself. */
  readonly pulls: boolean
  begin(params: InitializeParams): void
  changeFolders(event: WorkspaceFoldersChangeEvent): void
  /** Takes what stands under `survey`; `complain` is told of what cannot be used. Answers whether anything is otherwise now. */
  useSettings(value: unknown, complain: (message: string) => void): boolean
}

export function createClientState(): ClientState {
  let capabilities: ClientCapabilities = {}
  let offers: ClientOffers = {}
  let folders: readonly string[] = []
  let settings: Settings = defaultSettings

  return {
    get capabilities() {
      return capabilities
    },
    get offers() {
      return offers
    },
    get folders() {
      return folders
    },
    get settings() {
      return settings
    },
    get pulls() {
      return capabilities.textDocument?.diagnostic !== undefined
    },

    begin(params) {
      capabilities = params.capabilities
      offers = (params.initializationOptions as ClientOffers | null | undefined) ?? {}
      folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    },

    changeFolders({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => uri))
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => uri)]
    },

    useSettings(value, complain) {
      const before = JSON.stringify(settings)
      settings = readSettings(value, complain)
      return JSON.stringify(settings) !== before
    },
  }
}

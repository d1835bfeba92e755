import type { Connection } from 'vscode-languageserver'
import { didRefreshNotification } from '../protocol'
import type { ClientState } from './clientState'
import type { Documents } from './documents'
import type { Push } from './push'

/** Asks the client to look again; `recognised` tells that other files may be surveys now. */
export type Refresh = (recognised: boolean) => void

export const createRefresh =
  (connection: Connection, client: ClientState, documents: Documents, push: Push): Refresh =>
  (recognised) => {
    if (recognised) {
      documents.forget()
      if (client.offers.didRefresh) void connection.sendNotification(didRefreshNotification.method)
    }
    if (!client.pulls) documents.uris().forEach((uri) => push.changed(uri))
    else if (client.capabilities.workspace?.diagnostics?.refreshSupport)
      connection.languages.diagnostics.refresh().catch(() => undefined)
  }

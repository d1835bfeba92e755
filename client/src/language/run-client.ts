import { EventEmitter, l10n, window, type LogOutputChannel } from 'vscode'
import { State, type BaseLanguageClient } from 'vscode-languageclient'
import { didRefreshNotification, readFileRequest } from '../../../server/src/protocol'
import { readFile } from './read-file'
import { type ServerLife } from './restart-policy'
import { serverOf, type Server } from './server'

export interface Run {
  readonly server: Server
  stop(): Promise<void>
}

/** Starts a client without waiting for it. A server that does not start, or stops for good, is said once. */
export function runClient(create: (life: ServerLife) => BaseLanguageClient, log: LogOutputChannel): Run {
  let wasRunning = false
  let silent = false
  const say = (message: string) => {
    if (silent) return
    silent = true
    const showLog = l10n.t('Show Log')
    void window.showErrorMessage(message, showLog).then((choice) => {
      if (choice === showLog) log.show()
    })
  }
  const life: ServerLife = {
    wasRunning: () => wasRunning,
    gaveUp: () => say(l10n.t('Survey Author stopped: its language server crashed several times.')),
  }
  const client = create(life)
  const refreshed = new EventEmitter<void>()
  client.onNotification(didRefreshNotification, () => refreshed.fire())
  client.onRequest(readFileRequest, ({ uri }) => readFile(client.protocol2CodeConverter.asUri(uri)))
  keepQuiet(client)
  const listener = client.onDidChangeState(({ newState }) => {
    wasRunning ||= newState === State.Running
  })
  client.start().catch(() => say(l10n.t('Survey Author could not start its language server.')))

  return {
    server: serverOf(client, refreshed.event, log),
    async stop() {
      silent = true
      listener.dispose()
      refreshed.dispose()
      if (client.needsStop()) await client.dispose()
    },
  }
}

/** The client announces the same trouble from several places, in its own words: all of that goes to the log. */
function keepQuiet(client: BaseLanguageClient): void {
  const error = client.error.bind(client)
  client.error = (message, data) => error(message, data, false)
}

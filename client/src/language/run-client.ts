import { EventEmitter, l10n, window, type LogOutputChannel } from 'vscode'
import { State, type BaseLanguageClient } from 'vscode-languageclient'
import { type ServerLife } from './restart-policy'
import { serverOf, type Server } from './server'

export interface Run {
  readonly server: Server
  stop(): Promise<void>
}

/** Starts a client without waiting for it. A server that does not start, or stops for good, is said once. */
export function runClient(create: (life: ServerLife, readSettings: () => void) => BaseLanguageClient, log: LogOutputChannel): Run {
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
  const settingsRead = new EventEmitter<void>()
  const life: ServerLife = {
    wasRunning: () => wasRunning,
    gaveUp: () => say(l10n.t('Survey Author stopped: its language server ended unexpectedly several times.')),
  }
  const client = create(life, () => settingsRead.fire())
  keepQuiet(client)
  const listener = client.onDidChangeState(({ newState }) => {
    wasRunning ||= newState === State.Running
  })
  client.start().catch(() => say(l10n.t('Survey Author could not start its language server.')))

  return {
    server: serverOf(client, settingsRead.event, log),
    async stop() {
      silent = true
      listener.dispose()
      settingsRead.dispose()
      if (client.needsStop()) await client.dispose()
    },
  }
}

/** The client announces the same trouble from several places, in its own words: all of that goes to the log. */
function keepQuiet(client: BaseLanguageClient): void {
  const error = client.error.bind(client)
  client.error = (message, data) => error(message, data, false)
}

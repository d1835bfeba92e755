import { format } from 'node:util'
import { createConnection, LogMessageNotification, MessageType, ProposedFeatures } from 'vscode-languageserver/node'
import { createLifecycle } from '../session/lifecycle'
import type { Runtime } from '../session/runtime'
import { startServer } from '../session/start'
import type { Channel } from './arguments'
import { openTransport } from './transport'

/** Serves the editor at the other end of a channel, and ends the process when it is gone. `tell` is for whoever started the process. */
export function serve(channel: Channel, runtime: Runtime, tell: (problem: string) => void): void {
  const transport = openTransport(channel, (fault) => void end(fault))
  const lifecycle = createLifecycle(transport.reader, transport.writer)
  const connection = createConnection(ProposedFeatures.all, lifecycle.reader, lifecycle.writer)
  // What libraries print must not get among the messages.
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const)
    console[level] = (...said: unknown[]) => connection.console[level](format(...said))
  let isEnding = false

  const end = async (fault?: string): Promise<void> => {
    if (isEnding) return
    isEnding = true
    if (fault !== undefined && lifecycle.stage === 'running') {
      // An editor that does not read, either, is not waited for.
      setTimeout(exit, CLOSING_PATIENCE_MS)
      await connection
        .sendNotification(LogMessageNotification.type, {
          type: MessageType.Error,
          message: `The server ends: ${fault}.`,
        })
        .catch(() => tell(fault))
    } else if (fault !== undefined) {
      tell(fault)
    }
    exit()
  }
  const exit = (): never => process.exit(lifecycle.stage === 'shut down' ? 0 : 1)

  startServer(connection, runtime)
}

/** In milliseconds. */
const CLOSING_PATIENCE_MS = 1000

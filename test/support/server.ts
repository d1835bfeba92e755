import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
  type ProtocolConnection,
} from 'vscode-languageserver/node'

const bundle = fileURLToPath(new URL('../../server/dist/node.js', import.meta.url))

/** The built server as a process of its own, over its standard streams. */
export interface ServerProcess {
  readonly connection: ProtocolConnection
  /** What has come to the client's log, one message each. */
  readonly logged: readonly string[]
  /** Sends a message as it stands, whatever it holds. */
  send(message: unknown): void
  /** Writes bytes. */
  write(bytes: string): void
  /** Ends the server's input, as a client does that dies. */
  hangUp(): void
  /** Stops reading what the server says. */
  goDeaf(): void
  readonly exit: Promise<number | null>
  /** What went to the error stream. */
  errors(): string
}

export async function startServerProcess(params: Partial<InitializeParams> = {}): Promise<ServerProcess> {
  const server = startUninitialized()
  await server.connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    ...params,
  })
  await server.connection.sendNotification('initialized', {})
  return server
}

/** One that nobody has greeted yet. */
export function startUninitialized(): ServerProcess {
  const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  child.stdin.on('error', () => undefined)
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.onRequest('workspace/configuration', () => [null])
  connection.onRequest('client/registerCapability', () => null)
  const logged: string[] = []
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message))
  connection.onError(() => undefined)
  connection.listen()
  const write = (bytes: string): void => void child.stdin.write(bytes)
  return {
    connection,
    logged,
    exit,
    write,
    send(message) {
      const content = JSON.stringify(message)
      write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`)
    },
    hangUp: () => void child.stdin.end(),
    goDeaf: () => void child.stdout.destroy(),
    errors: () => errors,
  }
}

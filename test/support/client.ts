import { PassThrough } from 'node:stream'
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node'
import { createLifecycle } from '../../server/src/session/lifecycle'
import type { Runtime } from '../../server/src/session/runtime'
import { startServer } from '../../server/src/session/start'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'

/** A client that talks to a server in this process, over streams, as an editor would. */
export interface TestClient {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  /** Opens a Markdown file and answers its address. */
  open(text: string, uri?: string): Promise<string>
  /** Sends notifications in one piece, as they arrive while the server is busy. */
  burst(method: string, params: readonly unknown[]): void
  stop(): Promise<void>
}

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities
  /** What the client has under `survey`. */
  readonly settings?: unknown
  /** The folder that is open. */
  readonly root?: string
  readonly initializationOptions?: unknown
  /** What the place that the server runs in has, beside its name. */
  readonly runtime?: Partial<Runtime>
  /** Registered before the session begins, so that nothing is missed. */
  readonly prepare?: (connection: ProtocolConnection) => void
}

export const TODAY = '2026-11-22'

export async function startClient({
  capabilities = {},
  settings = null,
  root = 'file:///work',
  initializationOptions,
  runtime,
  prepare,
}: TestClientOptions = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const { reader, writer } = createLifecycle(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  startServer(createConnection(reader, writer), {
    name: 'test',
    version: '0',
    today: () => TODAY,
    loadBibtex: () => Promise.resolve(bibtexLibrary),
    ...runtime,
  })
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  connection.onRequest('workspace/configuration', () => [settings])
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/diagnostic/refresh', () => null)
  prepare?.(connection)
  connection.listen()
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: root,
    capabilities,
    initializationOptions,
  })
  await connection.sendNotification('initialized', {})
  let opened = 0
  return {
    connection,
    initialized,
    async open(text, uri = `file:///work/survey-${++opened}.md`) {
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      })
      return uri
    },
    burst(method, params) {
      toServer.write(
        params
          .map((each) => {
            const message = JSON.stringify({ jsonrpc: '2.0', method, params: each })
            return `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`
          })
          .join(''),
      )
    },
    async stop() {
      await connection.sendRequest('shutdown')
      connection.dispose()
    },
  }
}

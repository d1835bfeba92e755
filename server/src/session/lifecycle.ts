import {
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  ShutdownRequest,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver'

/** Both directions of a connection, and how far the session on it has come. */
export interface Lifecycle {
  readonly reader: MessageReader
  readonly writer: MessageWriter
  readonly stage: 'new' | 'running' | 'shut down'
}

/**
 * Keeps a session to its order: before `initialize` and after `shutdown` a request is answered with the error that LSP has
 * for it, and a notification is passed over, but for `exit`. What lies behind never sees them.
 */
export function createLifecycle(reader: MessageReader, writer: MessageWriter): Lifecycle {
  let stage: Lifecycle['stage'] = 'new'
  let initializing: RequestMessage['id'] | undefined

  const refusal = (request: RequestMessage): Error | undefined => {
    if (stage === 'shut down') return { code: ErrorCodes.InvalidRequest, message: 'The server has shut down.' }
    if (request.method === InitializeRequest.method) {
      if (stage !== 'new') return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' }
      stage = 'running'
      initializing = request.id
      return undefined
    }
    if (stage === 'new') return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized yet.' }
    if (request.method === ShutdownRequest.method) stage = 'shut down'
    return undefined
  }

  return {
    get stage() {
      return stage
    },

    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: (handle) =>
        reader.listen((message) => {
          if (Message.isRequest(message)) {
            const error = refusal(message)
            if (error) writer.write({ jsonrpc: '2.0', id: message.id, error } as ResponseMessage).catch(() => undefined)
            else handle(message)
          } else if (
            !Message.isNotification(message) ||
            message.method === ExitNotification.method ||
            stage === 'running'
          ) {
            handle(message)
          }
        }),
    },

    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      dispose: () => writer.dispose(),
      end: () => writer.end(),
      write(message) {
        if (initializing !== undefined && Message.isResponse(message) && message.id === initializing) {
          // A client that asked wrongly may ask again.
          if (message.error) stage = 'new'
          initializing = undefined
        }
        return writer.write(message)
      },
    },
  }
}

type Error = NonNullable<ResponseMessage['error']>

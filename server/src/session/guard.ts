import { DocumentDiagnosticRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Run, Session } from '../features/feature'
import type { Documents } from './documents'

/**
 * What every request runs in. It waits until the message behind it is read, if that has already arrived: where it is a
 * change, the answer would be about a version that nobody sees any more, and the client is told so instead. A handler
 * that throws is told to `log`, and the client gets null.
 */
export function createGuard(session: Session, documents: Documents, log: (what: string, error: unknown) => void): Run {
  return async (method, params, token, answer) => {
    const uri = uriOf(params)
    const version = uri === undefined ? undefined : documents.version(uri)
    await nextMessage()
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    if (uri !== undefined && documents.version(uri) !== version) throw outdated(method)
    try {
      return answer(session)
    } catch (error) {
      log(method, error)
      return null
    }
  }
}

/** Messages are read one a turn of the event loop, and the next one's turn is booked after this handler returns. */
async function nextMessage(): Promise<void> {
  await new Promise(setImmediate)
  await new Promise(setImmediate)
}

/** Of the protocol's own requests; ours name a version where they need one. */
function uriOf(params: unknown): string | undefined {
  const document = (params as { readonly textDocument?: { readonly uri?: unknown } } | null | undefined)?.textDocument
  return typeof document?.uri === 'string' ? document.uri : undefined
}

function outdated(method: string): ResponseError<unknown> {
  return method === DocumentDiagnosticRequest.method
    ? new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true })
    : new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed')
}

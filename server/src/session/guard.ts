import { CompletionRequest, DocumentDiagnosticRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Run, Session } from '../features/feature'
import type { Documents } from './documents'

/**
 * What every request runs in. It waits until everything is read that speaks for its file, which `ready` promises, and
 * until the message behind it is read, if that has already arrived: where it is a change, the answer would be about a
 * version that nobody sees any more, and the client is told so instead. Completions are answered at once, for the version
 * that they were asked for. A handler that throws, or whose promise is
 * rejected, is told to `log`, and the client gets null; an error of the protocol is an answer, and goes there as it is.
 */
export function createGuard(
  session: Session,
  documents: Documents,
  ready: (uri: string) => Promise<unknown> | undefined,
  log: (what: string, error: unknown) => void,
): Run {
  return async (method, params, token, answer) => {
    const uri = uriOf(params)
    const version = uri === undefined ? undefined : documents.version(uri)
    if (!ASKED_ONCE.has(method)) await nextMessage()
    await ready(uri ?? addressOf(params))
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    if (uri !== undefined && isOvertaken(version, documents.version(uri))) throw outdated(method)
    try {
      return await answer(session)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      log(method, error)
      return null
    }
  }
}

/**
 * Asked for at one key and not at the next: VS Code puts what was typed since on top of the answer by itself, and closes
 * its list where none comes.
 */
const ASKED_ONCE: ReadonlySet<string> = new Set([CompletionRequest.method])

/** A file that was closed meanwhile has no newer version: what is asked about it gets the answer of one that is not open. */
const isOvertaken = (before: number | undefined, now: number | undefined): boolean =>
  now !== undefined && now !== before

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

/** Of our own requests. One that is about no file has the answers of a file without a place. */
function addressOf(params: unknown): string {
  const uri = (params as { readonly uri?: unknown } | null | undefined)?.uri
  return typeof uri === 'string' ? uri : 'untitled:'
}

function outdated(method: string): ResponseError<unknown> {
  return method === DocumentDiagnosticRequest.method
    ? new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true })
    : new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed')
}

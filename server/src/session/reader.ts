import type { Connection } from 'vscode-languageserver'
import { readFileRequest, type ReadFileAnswer } from '../protocol'

/** Reads files where the server runs, or has the client read them. The answer is undefined where a file is not there; it never rejects. */
export function createReader(
  connection: Connection,
  runtime: { readFile?(uri: string): Promise<string | undefined> },
  canAsk: () => boolean,
  failed: (error: unknown) => void,
): (uri: string) => Promise<string | undefined> {
  const fromClient = async (uri: string): Promise<string | undefined> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The client has not answered for ${uri}.`)), READING_PATIENCE_MS)
    })
    try {
      const answer = connection.sendRequest<ReadFileAnswer>(readFileRequest.method, { uri })
      return (await Promise.race([answer, late]))?.text
    } finally {
      clearTimeout(timer)
    }
  }

  return async (uri) => {
    try {
      if (runtime.readFile && uri.startsWith('file:')) return await runtime.readFile(uri)
      return canAsk() ? await fromClient(uri) : undefined
    } catch (error) {
      failed(error)
      return undefined
    }
  }
}

/** In milliseconds: requests about a file wait as long. */
const READING_PATIENCE_MS = 5000

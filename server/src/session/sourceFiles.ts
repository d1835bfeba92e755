import type { Connection } from 'vscode-languageserver'
import type { ClientState } from './clientState'
import { createIdle } from './idle'
import type { Log } from './log'
import { createReader } from './reader'
import type { Runtime } from './runtime'

/** How bibliographies and other surveys are found and read, and when. */
export interface SourceFiles {
  /** The text of a file; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>
  /** All files below a folder; undefined where nobody can look. Never rejects. */
  list(folder: string): Promise<readonly string[] | undefined>
  failed(error: unknown): void
  /** Does something when whatever waits has had its turn. */
  later(act: () => void): void
  /** In milliseconds. */
  now(): number
}

export function createSourceFiles(
  connection: Connection,
  { readBibliography, listFiles }: Runtime,
  client: ClientState,
  log: Log,
): SourceFiles {
  const failed = (error: unknown): void => log.failed('Reading a bibliography', error)
  const look = async (folder: string): Promise<readonly string[] | undefined> => {
    try {
      return folder.startsWith('file:') ? await listFiles?.(folder) : undefined
    } catch (error) {
      log.failed('Looking for bibliographies', error)
      return undefined
    }
  }
  return {
    read: createReader(
      connection,
      { ...(readBibliography && { readFile: readBibliography }) },
      () => client.offers.readFile === true,
      failed,
    ),
    list: look,
    failed,
    later: createIdle(),
    now: () => performance.now(),
  }
}

import type { Connection } from 'vscode-languageserver'
import { diagnosticsOf } from '../features/shared/diagnostics'
import type { Session } from '../features/feature'

/** Sends findings to a client that cannot ask for them. */
export interface Push {
  /** The file is new or has changed. */
  changed(uri: string): void
  closed(uri: string): void
}

/**
 * Findings go out once a turn of the event loop has brought no further change: messages are read one a turn, so of a
 * burst that has already arrived only the newest version is looked at.
 */
export function createPush(
  connection: Connection,
  session: Session,
  ready: (uri: string) => Promise<unknown> | undefined,
  guarded: (what: string, act: () => void) => void,
): Push {
  const waiting = new Set<string>()
  let arrivedSince = false

  const publish = (): void => {
    if (arrivedSince) {
      arrivedSince = false
      setImmediate(publish)
      return
    }
    for (const uri of waiting) {
      guarded('diagnostics', () => {
        const reading = ready(uri)
        if (reading) {
          void reading.then(() => changed(uri))
          return
        }
        const file = session.file(uri)
        if (!file) return
        const survey = session.survey(uri)
        void connection.sendDiagnostics({
          uri,
          version: file.version,
          diagnostics: survey ? diagnosticsOf(session, survey) : [],
        })
      })
    }
    waiting.clear()
  }

  const changed = (uri: string): void => {
    if (waiting.size === 0) setImmediate(publish)
    arrivedSince = true
    waiting.add(uri)
  }

  return {
    changed,
    closed(uri) {
      waiting.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}

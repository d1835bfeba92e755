import type { Connection } from 'vscode-languageserver'
import { diagnosticsOf } from '../features/diagnostics'
import type { Session } from '../features/feature'

/** Sends findings to a client that cannot ask for them. */
export interface Push {
  /** The file is new or has changed. */
  changed(uri: string): void
  closed(uri: string): void
}

/** Findings go out once the messages that have already arrived are read, and for the newest version alone. */
export function createPush(connection: Connection, session: Session, guarded: (what: string, act: () => void) => void): Push {
  const waiting = new Set<string>()

  const publish = (): void => {
    for (const uri of waiting) {
      guarded('diagnostics', () => {
        const file = session.file(uri)
        if (!file) return
        const survey = session.survey(uri)
        void connection.sendDiagnostics({ uri, version: file.version, diagnostics: survey ? diagnosticsOf(session, survey) : [] })
      })
    }
    waiting.clear()
  }

  return {
    changed(uri) {
      if (waiting.size === 0) setImmediate(publish)
      waiting.add(uri)
    },
    closed(uri) {
      waiting.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}

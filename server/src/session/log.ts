import type { Connection } from 'vscode-languageserver'

/** Where failures are told that concern nobody but whoever looks for them. */
export interface Log {
  failed(what: string, error: unknown): void
  /** Does something whose failure must not end the session. */
  guarded(what: string, act: () => void): void
}

export function createLog(connection: Connection): Log {
  const failed = (what: string, error: unknown): void =>
    connection.console.error(
      `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  return {
    failed,
    guarded(what, act) {
      try {
        act()
      } catch (error) {
        failed(what, error)
      }
    },
  }
}

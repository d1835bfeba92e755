import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient'

export interface ServerLife {
  /** Whether the server ever came up. */
  wasRunning(): boolean
  /** Is called when the server ran, has stopped, and will not be started again. */
  gaveUp(): void
}

/** Restarts a server that stops, unless it never came up or stops for the fifth time within three minutes. `now` is in milliseconds. */
export function restartPolicy(life: ServerLife, now: () => number): ErrorHandler {
  let stops: number[] = []
  return {
    error(_error, _message, count) {
      if ((count ?? 0) <= 3) return { action: ErrorAction.Continue, handled: true }
      life.gaveUp()
      return { action: ErrorAction.Shutdown, handled: true }
    },
    closed() {
      stops = [...stops.filter((time) => now() - time < threeMinutes), now()]
      if (!life.wasRunning()) return { action: CloseAction.DoNotRestart, handled: true }
      if (stops.length < 5) return { action: CloseAction.Restart, handled: true }
      life.gaveUp()
      return { action: CloseAction.DoNotRestart, handled: true }
    },
  }
}

const threeMinutes = 3 * 60 * 1000

export interface Coalesced {
  /** Asks for a run soon. Any number of these before it starts are one. */
  request(): void
  /** Resolves after a run that started no earlier than this call. */
  now(): Promise<void>
  dispose(): void
}

/**
 * Runs `work` one at a time, a request's `delay` milliseconds after it; what takes longer is run less often, so that it is idle
 * at least half of the time. `work` must not reject.
 */
export function coalesce(work: () => Promise<void>, delay: number): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let lasted = 0
  let disposed = false

  const start = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    next = undefined
    if (disposed) return Promise.resolve()
    const started = performance.now()
    running = work().finally(() => {
      lasted = performance.now() - started
      running = undefined
    })
    return running
  }
  return {
    request() {
      // The timer is not put off by further requests: someone who types without a pause sees updates too.
      timer ??= setTimeout(() => void (running ? (next ??= running.then(start)) : start()), Math.max(delay, lasted))
    },
    now: () => (running ? (next ??= running.then(start)) : start()),
    dispose() {
      disposed = true
      clearTimeout(timer)
    },
  }
}

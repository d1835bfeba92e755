/** Does things one at a time, each when the messages that wait have had their turn: a keystroke waits for one of them at most. */
export function createIdle(): (act: () => void) => void {
  const waiting: (() => void)[] = []

  const next = (): void => {
    // Not immediately: one message takes several turns of the event loop.
    setTimeout(() => {
      waiting.shift()?.()
      if (waiting.length > 0) next()
    }, 1)
  }

  return (act) => {
    waiting.push(act)
    if (waiting.length === 1) next()
  }
}

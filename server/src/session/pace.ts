/** In milliseconds: a keystroke waits no longer. */
const SLICE_MS = 4

/** Asked in a long loop before each of its steps: a promise to wait for where it is time to let messages in, else nothing. */
export type Pace = () => Promise<void> | undefined

/** `later` does something when whatever waits has had its turn; `now` is in milliseconds. */
export function createPace(later: (act: () => void) => void, now: () => number): Pace {
  let end = now() + SLICE_MS
  return () =>
    now() < end
      ? undefined
      : new Promise<void>(later).then(() => {
          end = now() + SLICE_MS
        })
}

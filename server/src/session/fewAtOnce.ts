/** Does something with each of many, a few at a time: where all are begun at once, all may be finished at once, and a keystroke waits for that. */
export async function fewAtOnce<T>(many: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const waiting = many.values()
  const work = async (): Promise<void> => {
    for (const one of waiting) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

const AT_ONCE = 8

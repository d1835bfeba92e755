/** The value that most items have, of two the one that comes first; items without one (undefined) do not count. Undefined where none has one. */
export function mostCommon<S, T>(items: Iterable<S>, valueOf: (item: S) => T | undefined): T | undefined {
  const counts = new Map<T, number>()
  for (const item of items) {
    const value = valueOf(item)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return mostCounted(counts)
}

/** The value that is counted most often, of two the one that comes first. Undefined where nothing is counted. */
export function mostCounted<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined
  let most = 0
  for (const [value, count] of counts) {
    if (count > most) {
      best = value
      most = count
    }
  }
  return best
}

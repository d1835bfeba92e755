/** The index of the last item whose key is at most `limit`, or -1. The items must be sorted by that key. */
export function lastAtMost<T>(items: readonly T[], limit: number, key: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (key(items[middle] as T) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

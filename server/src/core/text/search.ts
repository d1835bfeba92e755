import type { Span } from './span'

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

/** The last item that starts at an offset or before it. The items must be sorted by where they start. */
export const startingBy = <T extends { readonly span: Span }>(items: readonly T[], offset: number): T | undefined =>
  items[lastAtMost(items, offset, ({ span }) => span.from)]

/** The spans that start in another. They must be sorted by where they start. */
export const spansIn = <T extends Span>(spans: readonly T[], { from, to }: Span): readonly T[] =>
  spans.slice(lastAtMost(spans, from - 1, (span) => span.from) + 1, lastAtMost(spans, to - 1, (span) => span.from) + 1)

/** The span that an offset is in, not merely at the end of. The spans must be in text order and apart. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const found = spans[lastAtMost(spans, offset, ({ from }) => from)]
  return found && offset < found.to ? found : undefined
}

/** The index of the first item whose key is at least `limit`, or the number of items. They must be sorted by that key, as `<` has it. */
export function firstAtLeast<T>(items: readonly T[], limit: string, key: (item: T) => string): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (key(items[middle] as T) < limit) low = middle + 1
    else high = middle
  }
  return low
}

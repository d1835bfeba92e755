import type { Reference } from './model'

/**
 * Remembers what was found out of an entry's words, for as long as they stay as they are: a list of ten thousand entries
 * changes one at a time. What is found must not depend on where the entry stands, nor on anything but the entry.
 */
export function byEntry<A extends readonly unknown[], T>(
  find: (reference: Reference, ...rest: A) => T,
): (reference: Reference, ...rest: A) => T {
  const known = new WeakMap<object, T>()
  return (reference, ...rest) => {
    const found = known.get(reference.origin)
    if (found !== undefined) return found
    const fresh = find(reference, ...rest)
    known.set(reference.origin, fresh)
    return fresh
  }
}

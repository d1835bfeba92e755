export interface Keyed {
  readonly id: string
  readonly key: string
}

/**
 * Ids for a list of siblings, so that each keeps the id it had: by its key (its name), else, between two that kept theirs,
 * by its place. So a name can be edited letter by letter, and a new one can come between, without the view losing anything.
 * `newId` proposes an id for a key; a number is added where it is taken.
 */
export function keepIds(
  previous: readonly Keyed[],
  keys: readonly string[],
  newId: (key: string) => string,
): readonly string[] {
  const kept = matchByKey(previous, keys)
  const ids = matchByPlace(previous, kept)
  const taken = new Set(previous.map(({ id }) => id))
  return ids.map((id, index) => {
    if (id !== undefined) return id
    const fresh = freeId(newId(keys[index] ?? ''), taken)
    taken.add(fresh)
    return fresh
  })
}

/** For each key the index of its predecessor; each predecessor is used once. */
function matchByKey(previous: readonly Keyed[], keys: readonly string[]): readonly (number | undefined)[] {
  const waiting = new Map<string, number[]>()
  previous.forEach(({ key }, index) => {
    const indices = waiting.get(key)
    if (indices) indices.push(index)
    else waiting.set(key, [index])
  })
  return keys.map((key) => waiting.get(key)?.shift())
}

/** A run without predecessors takes those that are left over between its neighbours', if they are as many. */
function matchByPlace(
  previous: readonly Keyed[],
  kept: readonly (number | undefined)[],
): readonly (string | undefined)[] {
  const used = new Set(kept)
  const ids = kept.map((index) => (index === undefined ? undefined : previous[index]?.id))
  let start = 0
  while (start < ids.length) {
    if (ids[start] !== undefined) {
      start++
      continue
    }
    let end = start
    while (end < ids.length && ids[end] === undefined) end++
    const from = start === 0 ? 0 : (kept[start - 1] ?? 0) + 1
    const to = end === ids.length ? previous.length : (kept[end] ?? 0)
    const free = previous
      .map((_, index) => index)
      .slice(from, Math.max(from, to))
      .filter((index) => !used.has(index))
    if (free.length === end - start) {
      free.forEach((index, offset) => {
        ids[start + offset] = previous[index]?.id
        used.add(index)
      })
    }
    start = end
  }
  return ids
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}~${number}`
  return id
}

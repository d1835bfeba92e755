/**
 * Whether a glob matches a path, parts separated by `/`: `*` and `?` stay in a part, `**` is any number of parts, `{a,b}` either,
 * `[a-z]` and `[!a-z]` one character, `\` takes the next as it stands. Time grows with the product of both lengths and no faster,
 * as globs come from the settings of any workspace.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const { alternatives } = parse([...glob.replace(/^\.?\//u, '')], 0, false)
  return alternatives.some((pieces) => run(pieces, path, new Set([0])).has(path.length))
}

/** Whether a text has a sign that means something in a glob; one that has none is a path. */
export const isGlob = (text: string): boolean => /[*?[\]{}]/u.test(text)

/** Where in the path a match may have come to, from all the places where it may have been. */
type Piece = (path: string, from: ReadonlySet<number>) => ReadonlySet<number>

const run = (pieces: readonly Piece[], path: string, from: ReadonlySet<number>): ReadonlySet<number> =>
  pieces.reduce((places, piece) => (places.size === 0 ? places : piece(path, places)), from)

interface Parsed {
  readonly alternatives: readonly (readonly Piece[])[]
  readonly next: number
}

/** Reads up to the brace that ends a group, or to the end. Without its closing brace a group is not one. */
function parse(glob: readonly string[], from: number, inGroup: boolean): Parsed {
  const alternatives: Piece[][] = [[]]
  let at = from
  while (at < glob.length && !(inGroup && glob[at] === '}')) {
    if (inGroup && glob[at] === ',') {
      alternatives.push([])
      at++
      continue
    }
    const { piece, next } = pieceAt(glob, at)
    alternatives.at(-1)?.push(piece)
    at = next
  }
  return { alternatives, next: at }
}

function pieceAt(glob: readonly string[], at: number): { readonly piece: Piece; readonly next: number } {
  const character = glob[at] ?? ''
  if (character === '*') return starsAt(glob, at)
  if (character === '?') return { piece: one((found) => found !== '/'), next: at + 1 }
  if (character === '[') return classAt(glob, at)
  if (character === '{' && isClosed(glob, at)) {
    const { alternatives, next } = parse(glob, at + 1, true)
    return {
      piece: (path, from) => new Set(alternatives.flatMap((pieces) => [...run(pieces, path, from)])),
      next: next + 1,
    }
  }
  const literal = character === '\\' ? (glob[at + 1] ?? character) : character
  return { piece: one((found) => found === literal), next: at + (character === '\\' ? 2 : 1) }
}

/** `**` is any number of parts where it is a part of its own, else no more than `*`. */
function starsAt(glob: readonly string[], at: number): { readonly piece: Piece; readonly next: number } {
  let next = at
  while (glob[next] === '*') next++
  const isWhole =
    next - at > 1 &&
    [undefined, '/', '{', ','].includes(glob[at - 1]) &&
    [undefined, '/', '}', ','].includes(glob[next])
  if (!isWhole) return { piece: onward((found) => found !== '/'), next }
  if (glob[next] !== '/') return { piece: onward(() => true), next }
  const parts: Piece = (path, from) =>
    new Set([...onward(() => true)(path, from)].filter((place) => from.has(place) || path[place - 1] === '/'))
  return { piece: parts, next: next + 1 }
}

function classAt(glob: readonly string[], at: number): { readonly piece: Piece; readonly next: number } {
  const end = glob.indexOf(']', at + 2)
  if (end < 0) return { piece: one((found) => found === '['), next: at + 1 }
  const isNot = glob[at + 1] === '!' || glob[at + 1] === '^'
  const members = glob.slice(at + (isNot ? 2 : 1), end)
  const has = (found: string): boolean =>
    members.some(
      (member, i) =>
        member === found ||
        (members[i + 1] === '-' && i + 2 < members.length && member <= found && found <= (members[i + 2] ?? '')),
    )
  return { piece: one((found) => found !== '/' && has(found) !== isNot), next: end + 1 }
}

/** Whether the brace at `at` has its counterpart. */
function isClosed(glob: readonly string[], at: number): boolean {
  let depth = 0
  for (let i = at; i < glob.length; i++) {
    if (glob[i] === '\\') i++
    else if (glob[i] === '{') depth++
    else if (glob[i] === '}' && --depth === 0) return true
  }
  return false
}

/** One character that fits. */
const one =
  (fits: (character: string) => boolean): Piece =>
  (path, from) => {
    const places = new Set<number>()
    for (const place of from) {
      const character = characterAt(path, place)
      if (character !== '' && fits(character)) places.add(place + character.length)
    }
    return places
  }

/** Any number of characters that fit, from the first place on. */
const onward =
  (fits: (character: string) => boolean): Piece =>
  (path, from) => {
    const places = new Set(from)
    for (let place = Math.min(...from); place < path.length;) {
      const character = characterAt(path, place)
      if (places.has(place) && fits(character)) places.add(place + character.length)
      place += character.length
    }
    return places
  }

const characterAt = (path: string, place: number): string =>
  place < path.length ? String.fromCodePoint(path.codePointAt(place) ?? 0) : ''

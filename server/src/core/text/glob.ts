/**
 * The function that comes back reads the glob when it is first asked, and tells of paths, parts separated by `/`, whether they match: `*` and `?` stay in a
 * part, `**` is any number of parts, `{a,b}` either, `[a-z]` and `[!a-z]` one character, `\\` takes the next as it stands.
 * Globs come from the settings of any workspace: for a path, time never grows faster than the product of both lengths, and as
 * what is found out for one path serves the next, it is most often that of looking at each character once. A glob that is
 * longer than `LONGEST_GLOB` matches nothing.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  let matches: ((path: string) => boolean) | undefined
  return (path) => (matches ??= readGlob(glob))(path)
}

function readGlob(glob: string): (path: string) => boolean {
  if (glob.length > LONGEST_GLOB) return () => false
  const states: State[] = []
  const add: Add = () => states.push({ steps: [], free: [] }) - 1
  const first = add()
  const { alternatives } = parse([...glob.replace(/^\.?\//u, '')], 0, false)
  const lasts = new Set(alternatives.map((pieces) => pieces.reduce((from, piece) => piece(states, add, from), first)))

  /** Sets of states that some path has come to, by their members. */
  const known = new Map<string, Reached>()
  let remembered = 0
  const reached = (members: Iterable<number>): Reached => {
    const all = withFree(states, members)
    const key = all.join()
    const found = known.get(key)
    if (found) return found
    remembered += all.length
    const made = { states: all, isEnd: all.some((state) => lasts.has(state)), after: new Map<number, Reached>() }
    known.set(key, made)
    return made
  }
  const step = (from: Reached, code: number): Reached => {
    const to = from.states.flatMap(
      (state) => states[state]?.steps.flatMap(({ fits, next }) => (fits(code) ? [next] : [])) ?? [],
    )
    const made = reached(to)
    from.after.set(code, made)
    return made
  }

  let start = reached([first])
  return (path) => {
    if (remembered > MOST_REMEMBERED) {
      known.clear()
      remembered = 0
      start = reached([first])
    }
    let here = start
    for (let at = 0; at < path.length && here.states.length > 0;) {
      const code = path.codePointAt(at) ?? 0
      here = here.after.get(code) ?? step(here, code)
      at += code > 0xffff ? 2 : 1
    }
    return here.isEnd
  }
}

/** For a single path. */
export const matchesGlob = (glob: string, path: string): boolean => globMatcher(glob)(path)

/** Whether a text has a sign that means something in a glob; one that has none is a path. */
export const isGlob = (text: string): boolean => /[*?[\]{}]/u.test(text)

/** In UTF-16 units. */
const LONGEST_GLOB = 4000

/** Members of sets of states; from then on what was found out is found out anew. */
const MOST_REMEMBERED = 50_000

/** A place between two signs of a glob. A state is told by its index. */
interface State {
  readonly steps: { readonly fits: (code: number) => boolean; readonly next: number }[]
  /** Where one is, too, without taking a character. */
  readonly free: number[]
}

/** A set of states, in rising order. */
interface Reached {
  readonly states: readonly number[]
  /** Whether a path may end here. */
  readonly isEnd: boolean
  /** By the next character, as far as it is known. */
  readonly after: Map<number, Reached>
}

type Add = () => number

/** Adds what a sign of a glob asks for behind a state, and answers the state behind that. */
type Piece = (states: readonly State[], add: Add, from: number) => number

function withFree(states: readonly State[], members: Iterable<number>): readonly number[] {
  const all = new Set(members)
  // A set goes over what is added meanwhile, too.
  for (const state of all) for (const next of states[state]?.free ?? []) all.add(next)
  return [...all].sort((a, b) => a - b)
}

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
  if (character === '?') return { piece: one((found) => found !== SLASH), next: at + 1 }
  if (character === '[') return classAt(glob, at)
  if (character === '{' && isClosed(glob, at)) {
    const { alternatives, next } = parse(glob, at + 1, true)
    return {
      piece: (states, add, from) => {
        const to = add()
        for (const pieces of alternatives) {
          const begin = add()
          states[from]?.free.push(begin)
          states[pieces.reduce((at, piece) => piece(states, add, at), begin)]?.free.push(to)
        }
        return to
      },
      next: next + 1,
    }
  }
  const literal = codeOf(character === '\\' ? (glob[at + 1] ?? character) : character)
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
  if (!isWhole) return { piece: onward((found) => found !== SLASH), next }
  if (glob[next] !== '/') return { piece: onward(() => true), next }
  const parts: Piece = (states, add, from) => {
    const [within, to] = [add(), add()]
    states[from]?.free.push(within, to)
    states[within]?.steps.push({ fits: () => true, next: within }, { fits: (code) => code === SLASH, next: to })
    return to
  }
  return { piece: parts, next: next + 1 }
}

function classAt(glob: readonly string[], at: number): { readonly piece: Piece; readonly next: number } {
  const end = glob.indexOf(']', at + 2)
  if (end < 0) return { piece: one((found) => found === codeOf('[')), next: at + 1 }
  const isNot = glob[at + 1] === '!' || glob[at + 1] === '^'
  const ranges = rangesOf(glob.slice(at + (isNot ? 2 : 1), end).map(codeOf))
  const has = (found: number): boolean => ranges.some(([low, high]) => low <= found && found <= high)
  return { piece: one((found) => found !== SLASH && has(found) !== isNot), next: end + 1 }
}

/** What the members of a class stand for: one character each, or with a dash between two of them all from the one to the other. */
function rangesOf(members: readonly number[]): readonly (readonly [low: number, high: number])[] {
  const ranges: [number, number][] = []
  for (let at = 0; at < members.length;) {
    const [low = 0, dash, high] = members.slice(at, at + 3)
    const isRange = dash === DASH && high !== undefined
    ranges.push([low, isRange ? high : low])
    at += isRange ? 3 : 1
  }
  return ranges
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
  (fits: (code: number) => boolean): Piece =>
  (states, add, from) => {
    const next = add()
    states[from]?.steps.push({ fits, next })
    return next
  }

/** Any number of characters that fit. */
const onward =
  (fits: (code: number) => boolean): Piece =>
  (states, add, from) => {
    const next = add()
    states[from]?.free.push(next)
    states[next]?.steps.push({ fits, next })
    return next
  }

const codeOf = (character: string): number => character.codePointAt(0) ?? 0

const SLASH = codeOf('/')
const DASH = codeOf('-')

import { bestMatches, folded, normalAddress, sourceKeys, type FoundSource, type Source } from '../core'
import type { Libraries, Scanned, ScannedEntry, SourceFormat, SourceProblem } from './format'

/**
 * The sources of bibliographies and of other surveys, by the file that they stand in. Reading a file is done in steps that the caller takes
 * when nothing else is waiting; meanwhile the file's earlier sources are found.
 */
export interface SourceLibrary {
  /** Begins to read a file, or to read it again. Each step takes about `SLICE_MS` milliseconds; `done` tells whether it was the last. Whoever begins another reading of the file drops this one. */
  read(file: string, label: string, format: SourceFormat, text: string, libraries: Libraries): Reading
  /** What a file has, known already: the references of another survey. */
  set(file: string, label: string, sources: readonly Source[]): void
  remove(file: string): void
  /** The best sources for what was typed, at most `limit`. One that several files have is answered once. `skip` leaves out a file. */
  find(typed: string, limit: number, skip?: (file: string) => boolean): readonly FoundSource[]
  /** How many sources there are. */
  readonly size: number
}

export interface Reading {
  /** Reads on. Answers whether there is nothing left to read. */
  step(): boolean
  /** What is wrong in the file, in text order, once it has been read. */
  readonly problems: readonly SourceProblem[]
}

/** In milliseconds: a keystroke waits no longer. */
const SLICE_MS = 4

interface Shelf {
  readonly label: string
  readonly entries: readonly Entry[]
  /** Folded; of each entry the text at the same index. */
  readonly texts: readonly string[]
}

interface Entry {
  readonly read: ScannedEntry['source']
  /** Kept once it has been asked for. */
  source?: Source
}

const sourceIn = (entry: Entry): Source => (entry.source ??= entry.read())

export function createLibrary(now: () => number): SourceLibrary {
  const shelves = new Map<string, Shelf>()
  const readings = new Map<string, object>()
  /** Of several shelves everything in one list, kept for the next letter that is typed. */
  let joined: { readonly open: readonly Shelf[]; readonly texts: readonly string[] } | undefined

  const joinedTexts = (open: readonly Shelf[]): readonly string[] => {
    if (open.length === 1) return open[0]?.texts ?? []
    if (joined?.open.length !== open.length || joined.open.some((shelf, i) => shelf !== open[i]))
      joined = { open, texts: open.flatMap(({ texts }) => texts) }
    return joined.texts
  }

  const placeOf = (open: readonly Shelf[], index: number): readonly (readonly [Shelf, number])[] => {
    let rest = index
    for (const shelf of open) {
      if (rest < shelf.texts.length) return [[shelf, rest]]
      rest -= shelf.texts.length
    }
    return []
  }

  const matches = (
    typed: string,
    limit: number,
    skip: (file: string) => boolean,
  ): readonly (readonly [Shelf, number])[] => {
    const open = [...shelves].filter(([file]) => !skip(file)).map(([, shelf]) => shelf)
    if (typed.trim() === '')
      return open
        .flatMap((shelf) => shelf.entries.slice(0, limit).map((_, index) => [shelf, index] as const))
        .slice(0, limit)
    return bestMatches(joinedTexts(open), typed, limit).flatMap((index) => placeOf(open, index))
  }

  return {
    read(file, label, format, text, libraries) {
      const thisReading = {}
      readings.set(file, thisReading)
      const scanned = format.scan(text, libraries)[Symbol.iterator]()
      const entries: Entry[] = []
      let warm = 0
      const texts: string[] = []
      const problems: SourceProblem[] = []
      return {
        problems,
        step() {
          if (readings.get(file) !== thisReading) return true
          const end = now() + SLICE_MS
          // The clock is slower than an entry.
          for (let count = 1; count % STRIDE !== 0 || now() < end; count++) {
            const { done, value } = scanned.next() as IteratorResult<Scanned, undefined>
            if (done) {
              // The first time takes several times as long as any other: not when somebody waits for it.
              for (; warm < Math.min(WARM, entries.length) && now() < end; warm++) sourceIn(entries[warm] as Entry)
              if (warm < Math.min(WARM, entries.length)) return false
              readings.delete(file)
              shelves.set(file, { label, entries, texts })
              return true
            }
            if ('problem' in value) {
              if (problems.length < MOST_PROBLEMS) problems.push(value.problem)
            } else if (entries.length < MOST_ENTRIES) {
              entries.push({ read: value.entry.source })
              texts.push(inOnePiece(folded(value.entry.words.slice(0, LONGEST_FINGERPRINT))))
            }
          }
          return false
        },
      }
    },

    set(file, label, sources) {
      readings.delete(file)
      shelves.set(file, {
        label,
        entries: sources.map((source) => ({ read: () => source, source })),
        texts: sources.map((source) => folded(wordsOf(source))),
      })
    },

    remove(file) {
      joined = undefined
      readings.delete(file)
      shelves.delete(file)
    },

    find(typed, limit, skip = () => false) {
      const found: FoundSource[] = []
      const seen = new Set<string>()
      for (const [shelf, index] of matches(typed, limit, skip)) {
        const entry = shelf.entries[index]
        const source = entry && sourceIn(entry)
        if (!source || (source.title === undefined && source.url === undefined && source.doi === undefined)) continue
        const keys = sourceKeys(source)
        if (keys.some((key) => seen.has(key))) continue
        for (const key of keys) seen.add(key)
        found.push({ source, from: shelf.label })
      }
      return found
    },

    get size() {
      return [...shelves.values()].reduce((sum, { entries }) => sum + entries.length, 0)
    },
  }
}

/** Entries: between two looks at the clock, and of a warm-up. */
const STRIDE = 16
const WARM = 20

/** JavaScript keeps a text that was put together as its parts, until somebody looks into it. */
const inOnePiece = (text: string): string => (/^\0/u.test(text) ? '' : text)

/** Nobody reads more problems of one file, nor has more sources; and of an entry so many UTF-16 units tell it from others. */
const MOST_PROBLEMS = 100
const MOST_ENTRIES = 200_000
const LONGEST_FINGERPRINT = 300

const wordsOf = ({ title, authors, year, url, key }: Source): string =>
  [title, authors, year, url && normalAddress(url)?.split('/', 1)[0], key]
    .filter((part) => part !== undefined)
    .join(' ')

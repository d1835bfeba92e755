import { absentMessage, CONFIG_NAME, globMatcher, isGlob, type FoundSource, type Source } from '../core'
import type { LoadLibraries, SourceFormat, SourceProblem } from '../sources/format'
import { formats } from '../sources/formats'
import { createLibrary } from '../sources/library'
import { loadFor } from '../sources/pasted'
import { fewAtOnce } from './fewAtOnce'
import { createPace, type Pace } from './pace'
import { decoded } from './uris'

/** The sources that surveys may cite beside their own: of the bibliographies that `.survey.json` files name, and of other surveys. */
export interface Bibliographies {
  /** What the configs name now: what is new is read, what is named no more is forgotten. */
  use(configs: readonly NamedBibliographies[]): void
  /** Files, or folders with all that is in them, have come, changed or gone; those that are no bibliographies are ignored. */
  changed(uris: readonly string[]): void
  /** Reads all files again that may have changed without anybody telling. */
  again(): void
  /** What a survey lists; nothing once it is none, or gone. */
  lists(survey: string, label: string, sources: readonly Source[]): void
  /** The best sources for what was typed in a survey, at most `limit`, its own left out. Answers from what has been read so far. A survey that is not saved yet has another `place`. */
  find(survey: string, typed: string, limit: number, place?: string): readonly FoundSource[]
  /** Resolves when all that is known of has been read. */
  ready(): Promise<void>
}

export interface NamedBibliographies {
  /** The folder of the `.survey.json`, with the slash at its end. */
  readonly folder: string
  /** Paths or globs, relative to it. */
  readonly globs: readonly string[]
}

export interface BibliographiesOptions {
  /** The text of a file; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>
  /** All files below a folder; undefined where nobody can look. Never rejects. */
  list(folder: string): Promise<readonly string[] | undefined>
  readonly load: LoadLibraries
  /** Is told what is wrong in a bibliography when it has been read, and when nothing is wrong any more. */
  tell(uri: string, text: string, problems: readonly SourceProblem[]): void
  /** Is told why nothing can be read of some of what a config names, by its words there, whenever that has changed. */
  unread(folder: string, messages: ReadonlyMap<string, string>): void
  failed(error: unknown): void
  /** Does something when whatever waits has had its turn. */
  later(act: () => void): void
  /** In milliseconds. */
  now(): number
}

export function createBibliographies({
  read,
  list,
  load,
  tell,
  unread,
  failed,
  later,
  now,
}: BibliographiesOptions): Bibliographies {
  const library = createLibrary(now)
  let named: readonly NamedBibliographies[] = []
  /** The files that are read, as some client has written them, each with the folders whose configs name it. */
  let files = new Map<string, { readonly uri: string; readonly folders: Set<string> }>()
  let finds: readonly Find[] = []
  /** Whether the files that have been looked for are there. */
  const there = new Map<string, boolean>()
  const toldOf = new Map<string, string>()
  const surveys = new Set<string>()
  const broken = new Set<string>()
  const latest = new Map<string, object>()
  const texts = new Map<string, string>()
  let round = {}
  let running: Promise<unknown> = Promise.resolve()

  const alongside = (work: Promise<unknown>): void => {
    running = Promise.all([running, work.catch(failed)])
  }

  const forget = (key: string, uri: string): void => {
    latest.delete(key)
    there.delete(key)
    texts.delete(key)
    library.remove(key)
    if (broken.delete(key)) tell(uri, '', [])
  }

  /** Nothing is said of what is still being looked for. */
  const whyUnread = ({ glob, uris }: Find): string | undefined => {
    const [first] = uris ?? []
    if (!isGlob(glob) && first !== undefined && !formatOf(first))
      return `“${glob}” is not read: bibliographies are ${ENDINGS} files.`
    return uris?.every((uri) => there.get(decoded(uri)) === false) ? absentMessage(glob) : undefined
  }

  const tellUnread = (): void => {
    for (const folder of new Set([...toldOf.keys(), ...finds.map((find) => find.folder)])) {
      const messages = finds
        .filter((find) => find.folder === folder)
        .flatMap((find) => {
          const message = whyUnread(find)
          return message === undefined ? [] : [[find.glob, message] as const]
        })
      const now = JSON.stringify(messages)
      if (now === (toldOf.get(folder) ?? '[]')) continue
      if (messages.length > 0) toldOf.set(folder, now)
      else toldOf.delete(folder)
      unread(folder, new Map(messages))
    }
  }

  const readFile = async (key: string, uri: string): Promise<void> => {
    const thisReading = {}
    latest.set(key, thisReading)
    const format = formatOf(uri)
    const text = format && (await read(uri))
    if (latest.get(key) !== thisReading) return
    if (!format || text === undefined) {
      forget(key, uri)
      there.set(key, false)
      return tellUnread()
    }
    there.set(key, true)
    tellUnread()
    if (texts.get(key) === text) return
    texts.set(key, text)
    const reading = library.read(key, labelOf(uri), format, text, await loadFor(format, load))
    do await new Promise<void>(later)
    while (!reading.step())
    if (latest.get(key) !== thisReading) return
    const { problems } = reading
    if (problems.length > 0 || broken.has(key)) tell(uri, text, problems)
    if (problems.length > 0) broken.add(key)
    else broken.delete(key)
  }

  const look = async (): Promise<void> => {
    const thisReading = {}
    round = thisReading
    const found = new Map<string, { readonly uri: string; readonly folders: Set<string> }>()
    const looked = (await Promise.all(named.map((config) => findsOf(config, list, createPace(later, now))))).flat()
    for (const { folder, uris = [] } of looked) {
      for (const uri of uris) {
        const key = decoded(uri)
        const known = found.get(key) ?? { uri, folders: new Set<string>() }
        known.folders.add(decoded(folder))
        found.set(key, known)
      }
    }
    // Another look has begun meanwhile, and knows more.
    if (round !== thisReading) return
    const before = files
    files = found
    finds = looked
    for (const [key, { uri }] of before) if (!found.has(key)) forget(key, uri)
    tellUnread()
    await fewAtOnce(
      [...found].filter(([key]) => !before.has(key)),
      async ([key, { uri }]) => {
        // No config may name it any more.
        if (files.has(key)) await readFile(key, uri)
      },
    )
  }

  return {
    use(configs) {
      if (JSON.stringify(configs) === JSON.stringify(named)) return
      named = configs
      alongside(look())
    },

    changed(uris) {
      const keys = uris.map(decoded)
      // A file that nobody knows yet may be one that a glob names.
      if (
        keys.some(
          (key, i) =>
            !files.has(key) && formatOf(uris[i] ?? '') && named.some(({ folder }) => key.startsWith(decoded(folder))),
        )
      )
        alongside(look())
      for (const [i, key] of keys.entries()) if (files.has(key)) alongside(readFile(key, uris[i] ?? ''))
      // Of a folder that is gone, or has another name now, watchers tell nothing else.
      for (const [key, { uri }] of files)
        if (keys.some((above) => key.startsWith(`${above.replace(/\/$/u, '')}/`))) alongside(readFile(key, uri))
    },

    again() {
      for (const [key, { uri }] of files) alongside(readFile(key, uri))
      if (finds.some(({ glob }) => isGlob(glob))) alongside(look())
    },

    lists(survey, label, sources) {
      const key = decoded(survey)
      if (sources.length === 0) {
        if (surveys.delete(key)) library.remove(key)
        return
      }
      surveys.add(key)
      library.set(key, label, sources)
    },

    find(survey, typed, limit, place = survey) {
      const [own, at] = [decoded(survey), decoded(place)]
      const folder = named
        .map((each) => decoded(each.folder))
        .filter((each) => at.startsWith(each))
        .sort((a, b) => b.length - a.length)[0]
      return library.find(typed, limit, (key) =>
        surveys.has(key) ? key === own : folder === undefined || files.get(key)?.folders.has(folder) !== true,
      )
    },

    async ready() {
      for (let before: unknown; before !== running;) {
        before = running
        await running
      }
    },
  }
}

const formatOf = (uri: string): SourceFormat | undefined =>
  formats.find(({ extensions }) => extensions.some((extension) => uri.toLowerCase().endsWith(extension)))

const ENDINGS = formats
  .flatMap(({ extensions }) => extensions)
  .join(', ')
  .replace(/, (?=[^,]*$)/u, ' and ')

const labelOf = (uri: string): string => decoded(uri).slice(decoded(uri).lastIndexOf('/') + 1)

/** What one path or glob of a config leads to. */
interface Find {
  readonly folder: string
  readonly glob: string
  /** Undefined where nobody can look. */
  readonly uris: readonly string[] | undefined
}

/** A path need not be looked for, and may lead out of the folder. */
async function findsOf(
  { folder, globs }: NamedBibliographies,
  list: BibliographiesOptions['list'],
  pace: Pace,
): Promise<readonly Find[]> {
  const below = globs.some(isGlob) ? await list(folder) : undefined
  const finds: Find[] = []
  const patterns: { readonly matches: (path: string) => boolean; readonly uris: string[] }[] = []
  for (const glob of globs) {
    await pace()
    const uris: string[] = []
    if (isGlob(glob)) patterns.push({ matches: globMatcher(glob), uris })
    else uris.push(...resolved(folder, glob))
    finds.push({ folder, glob, uris: isGlob(glob) && !below ? undefined : uris })
  }
  const root = decoded(folder).length
  for (const uri of below ?? []) {
    await pace()
    if (!formatOf(uri) || uri.endsWith(`/${CONFIG_NAME}`)) continue
    const path = decoded(uri).slice(root)
    for (const { matches, uris } of patterns) {
      await pace()
      if (matches(path)) uris.push(uri)
    }
  }
  return finds
}

function resolved(folder: string, path: string): readonly string[] {
  try {
    return [new URL(path.split('/').map(encodeURIComponent).join('/'), folder).href]
  } catch {
    return []
  }
}

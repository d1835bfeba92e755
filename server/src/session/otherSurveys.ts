import { globMatcher, sourceFrom } from '../core'
import type { OpenFile } from '../features/feature'
import { createPace } from './pace'
import { decoded } from './uris'
import type { Bibliographies } from './bibliographies'
import type { KnownConfig } from './configs'

/** Surveys lend each other their references: those that are open, and those that a `.survey.json` lists under `files`. */
export interface OtherSurveys {
  /** What the configs list now. */
  use(configs: readonly KnownConfig[]): void
  /** An open file is new, or was saved. */
  saved(uri: string): void
  closed(uri: string): void
  /** Files on disk, or folders with all that is in them, have come, changed or gone. */
  changed(uris: readonly string[]): void
  /** The files that the configs list. */
  listed(): readonly string[]
}

export interface OtherSurveysOptions {
  /** Whether a file is open, without reading it. */
  isOpen(uri: string): boolean
  /** An open file. */
  file(uri: string): OpenFile | undefined
  /** A file that is not open, by its text. */
  unopened(uri: string, text: string): OpenFile
  /** Resolves when everything has been read that speaks for a file; undefined where it has. */
  ready(uri: string): Promise<unknown> | undefined
  /** The text of a file; undefined where there is none. Never rejects. */
  read(uri: string): Promise<string | undefined>
  /** All files below a folder; undefined where nobody can look. Never rejects. */
  list(folder: string): Promise<readonly string[] | undefined>
  failed(error: unknown): void
  /** Does something when whatever waits has had its turn. */
  later(act: () => void): void
  /** In milliseconds. */
  now(): number
}

export function createOtherSurveys(
  { lists }: Pick<Bibliographies, 'lists'>,
  { isOpen, file, unopened, ready, read, list, failed, later, now }: OtherSurveysOptions,
): OtherSurveys {
  let configs: readonly KnownConfig[] = []
  let listings: readonly { readonly root: string; readonly globs: readonly ((path: string) => boolean)[] }[] = []
  let named = ''
  /** The files that configs list, as some client has written them. */
  let listed = new Map<string, string>()

  /** An answer for each glob that may list a file. */
  function* answersFor(uri: string): Generator<boolean> {
    if (!/\.(?:md|markdown)$/iu.test(uri)) return
    const path = decoded(uri)
    for (const { root, globs } of listings)
      if (path.startsWith(root)) for (const matches of globs) yield matches(path.slice(root.length))
  }

  const isListed = (uri: string): boolean => {
    for (const isMatch of answersFor(uri)) if (isMatch) return true
    return false
  }

  /** The first ones of many that are listed. Messages come in between. */
  const listedOf = async (uris: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = new Map<string, string>()
    const pace = createPace(later, now)
    for (const uri of uris) {
      if (found.size >= MOST_SURVEYS_READ) break
      await pace()
      for (const isMatch of answersFor(uri)) {
        if (isMatch) found.set(decoded(uri), uri)
        if (isMatch) break
        await pace()
      }
    }
    return found
  }

  const guarded = (act: () => void): void =>
    later(() => {
      try {
        act()
      } catch (error) {
        failed(error)
      }
    })

  const lend = (uri: string, found: OpenFile | undefined): void => {
    const { survey, recognition } = found?.document ?? {}
    const sources = recognition?.survey
      ? survey?.references.map(sourceFrom).filter((source) => source !== undefined)
      : undefined
    lists(uri, nameOf(uri), sources ?? [])
  }

  const look = async (uri: string): Promise<void> => {
    await ready(uri)
    const text = isOpen(uri) || !isListed(uri) ? undefined : await read(uri)
    guarded(() =>
      lend(
        uri,
        file(uri) ?? (text === undefined || text.length > LONGEST_SURVEY_READ ? undefined : unopened(uri, text)),
      ),
    )
  }

  const lookAt = (uri: string): void => void look(uri).catch(failed)

  const lookForAll = async (): Promise<void> => {
    const names = named
    const folders = configs.filter(({ config }) => config.files.length > 0)
    const below = await Promise.all(folders.map(({ folder }) => list(folder)))
    const found = await listedOf(below.flatMap((files) => files ?? []))
    // The configs list others meanwhile, which are looked for by now.
    if (named !== names) return
    const before = listed
    listed = new Map(found)
    for (const [key, uri] of before) if (!found.has(key)) lookAt(uri)
    for (const [key, uri] of found) if (!before.has(key)) lookAt(uri)
  }

  return {
    use(known) {
      configs = known
      const names = JSON.stringify(known.map(({ folder, config: { files } }) => [folder, files]))
      if (names === named) return
      named = names
      listings = known.map(({ folder, config: { files } }) => ({
        root: decoded(folder),
        globs: files.map(globMatcher),
      }))
      lookForAll().catch(failed)
    },
    saved: lookAt,
    closed: lookAt,
    changed(uris) {
      for (const uri of uris) {
        const folder = `${decoded(uri).replace(/\/$/u, '')}/`
        for (const [key, below] of listed) if (key.startsWith(folder) && !isOpen(below)) lookAt(below)
        if (!isListed(uri)) continue
        if (listed.size < MOST_SURVEYS_READ) listed.set(decoded(uri), uri)
        if (!isOpen(uri)) lookAt(uri)
      }
    },
    listed: () => [...listed.values()],
  }
}

/** Surveys of a folder, and UTF-16 units of one: others lend when they are open. */
const MOST_SURVEYS_READ = 100
const LONGEST_SURVEY_READ = 2_000_000

const nameOf = (uri: string): string => decoded(uri).slice(decoded(uri).lastIndexOf('/') + 1)

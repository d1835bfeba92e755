import type { OpenFile } from '../features/feature'
import { fewAtOnce } from './fewAtOnce'
import { decoded } from './uris'

export interface LinkingFilesOptions {
  /** The open files. */
  uris(): readonly string[]
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
  folders(): readonly string[]
  /** Surveys that are known of, wherever they are. */
  listed(): readonly string[]
}

/**
 * Finds the other Markdown files, open, in the workspace or listed by a `.survey.json`, that may link to a file. They are looked for
 * when somebody asks: that is seldom, and reading them all before would be for nothing. Open ones are as they are when the promise resolves.
 */
export const createLinkingFiles =
  ({ uris, file, unopened, ready, read: readText, list, folders, listed }: LinkingFilesOptions) =>
  async (target: string): Promise<readonly OpenFile[]> => {
    const below = await Promise.all(folders().map((folder) => list(folder.replace(/\/?$/u, '/'))))
    const closed = new Map<string, string>()
    for (const uri of [...listed(), ...below.flatMap((found) => found ?? [])])
      if (closed.size < MOST_FILES_READ && /\.(?:md|markdown)$/iu.test(uri)) closed.set(decoded(uri), uri)
    const mark = markOf(target)
    const read = new Map<string, OpenFile>()
    const waiting = [...closed.values()].filter((uri) => !uris().includes(uri))
    await fewAtOnce(waiting, async (uri) => {
      const text = await readText(uri)
      if (text === undefined || text.length > LONGEST_FILE_READ || !text.includes(mark)) return
      await ready(uri)
      // Editors keep a byte order mark to themselves.
      read.set(uri, unopened(uri, text.replace(/^\ufeff/u, '')))
    })
    // What was opened meanwhile is what its author sees.
    const open = new Set(uris().map(decoded))
    return [...uris().map(file), ...[...read].map(([uri, found]) => (open.has(decoded(uri)) ? undefined : found))]
      .filter((each) => each !== undefined)
      .filter(({ uri }) => decoded(uri) !== decoded(target))
  }

/** Markdown files, and UTF-16 units of one. */
const MOST_FILES_READ = 2000
const LONGEST_FILE_READ = 2_000_000

/** Something that every link to a file has in it, however it is encoded. */
const markOf = (uri: string): string =>
  (
    decoded(uri.slice(uri.lastIndexOf('/') + 1))
      .replace(/\.[^.]*$/u, '')
      .match(/[A-Za-z0-9]+/gu) ?? []
  ).reduce((longest, each) => (each.length > longest.length ? each : longest), '')

import type { Refusal, Source } from '../core'
import { readSources, type Libraries, type LoadLibraries, type SourceFormat, type SourceProblem } from './format'
import { formats } from './formats'

export interface Pasted {
  readonly format: SourceFormat
  /** In text order. */
  readonly sources: readonly Source[]
  /** What is wrong in the text that was pasted. */
  readonly problems: readonly SourceProblem[]
}

/** The sources in a text that was pasted, unless there are very many; undefined where it is none that is known. Nothing is fetched from anywhere. */
export async function readPasted(text: string, load: LoadLibraries): Promise<Pasted | Refusal | undefined> {
  const format = text.length > LONGEST_PASTE_READ ? undefined : formats.find((each) => each.looksLike(text))
  if (!format) return undefined
  const libraries = await loadFor(format, load)
  let count = 0
  for (const found of format.scan(text, libraries)) {
    if ('entry' in found && ++count > MOST_PASTED_SOURCES)
      return {
        refused: `This text has more than ${MOST_PASTED_SOURCES} sources. Name a file with them under \`references\` in \`.survey.json\`, and they are offered where you cite.`,
      }
  }
  const { sources, problems } = readSources(format, text, libraries)
  return {
    format,
    sources: sources
      .map(({ source }) => source)
      .filter((source) => source.title !== undefined || source.url !== undefined || source.doi !== undefined),
    problems,
  }
}

/** Nobody cites more at once, and each is read in whole. */
const MOST_PASTED_SOURCES = 100

/** UTF-16 units. Who has more has a file of them. */
const LONGEST_PASTE_READ = 1_000_000

/** The libraries that a format needs. Rejects where one cannot be loaded. */
export async function loadFor({ needs }: SourceFormat, load: LoadLibraries): Promise<Libraries> {
  const loaded = await Promise.all(needs.map(async (name) => [name, await load[name]()] as const))
  return Object.fromEntries(loaded)
}

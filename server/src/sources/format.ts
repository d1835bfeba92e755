import type { Source, Span } from '../core'
import type { BibtexLibrary } from './formats/bibtex/library'

/** A way in which sources are written down. One file each, listed in `formats/index.ts`. */
export interface SourceFormat {
  /** Its name in messages. */
  readonly id: string
  readonly summary: string
  /** The endings of files in this format, in lower case; none where there are no files. */
  readonly extensions: readonly string[]
  /** An entry in this format, for documentation and tests. */
  readonly example: string
  /** Whether a text of unknown origin is in this format. */
  looksLike(text: string): boolean
  /**
   * The entries of a text and what is wrong in it, in text order. Made one by one, so that reading a long file can pause anywhere.
   * Never fails: an entry that is broken is a problem, and loses nothing else. `libraries` are what `needs` names.
   */
  scan(text: string, libraries: Libraries): Iterable<Scanned>
  /** Which libraries it wants; they are too large to be loaded before somebody has such a text. */
  readonly needs: readonly (keyof Libraries)[]
}

export interface Libraries {
  readonly bibtex?: BibtexLibrary
}

/** Loads a library that has a bundle of its own. */
export type LoadLibraries = { readonly [K in keyof Required<Libraries>]: () => Promise<NonNullable<Libraries[K]>> }

export type Scanned = { readonly entry: ScannedEntry } | { readonly problem: SourceProblem }

export interface ScannedEntry {
  /** In UTF-16 units of the text. */
  readonly span: Span
  /** Everything that one may look for it by: title, authors, year, host, key. Not folded. */
  readonly words: string
  /** All that it says. Takes longer than to find it; the answer is not kept. */
  source(): Source
}

/** What is wrong in a text, and where; on one line. */
export interface SourceProblem {
  readonly span: Span
  readonly message: string
}

/** Everything that a text in a format says, read at once. */
export function readSources(
  format: SourceFormat,
  text: string,
  libraries: Libraries,
): {
  readonly sources: readonly { readonly source: Source; readonly span: Span }[]
  readonly problems: readonly SourceProblem[]
} {
  const entries: ScannedEntry[] = []
  const problems: SourceProblem[] = []
  for (const found of format.scan(text, libraries)) {
    if ('problem' in found) problems.push(found.problem)
    else entries.push(found.entry)
  }
  // One may refer to another that stands behind it.
  const sources = entries.map((entry) => ({ source: entry.source(), span: entry.span }))
  return { sources, problems }
}

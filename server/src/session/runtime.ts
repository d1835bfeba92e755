import type { FileRevisions } from '../core'
import type { NoRevisions } from '../features/feature'
import type { BibtexLibrary } from '../sources/formats/bibtex/library'

/** What differs between the places a server runs in. */
export interface Runtime {
  readonly name: string
  readonly version: string
  /** The day, `YYYY-MM-DD`. */
  today(): string
  /** Loads what reads BibTeX, when somebody has such a text. */
  loadBibtex(): Promise<BibtexLibrary>
  /** The text of a `file:`, undefined where there is none; left out where the server has no files. */
  readFile?(uri: string): Promise<string | undefined>
  /** Likewise of a bibliography, which may be larger, or of a survey. */
  readBibliography?(uri: string): Promise<string | undefined>
  /** The revisions of a `file:` that its repository has, or why there are none; left out where the server has no files. */
  readRevisions?(uri: string): Promise<FileRevisions | NoRevisions>
  /** The files below a `file:` folder, whose address ends in a slash; left out where the server has no files. */
  listFiles?(folder: string): Promise<readonly string[]>
}

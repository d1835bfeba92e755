import type { Document } from '../../document'

/** A file that may hold a survey. */
export interface MatrixFile {
  /** How it was named. */
  readonly path: string
  readonly document: Document
}

/** A way to print the matrices of files: one file in this folder, one entry in its `index.ts`. */
export interface MatrixFormat {
  readonly id: string
  /** As a menu has it. */
  readonly title: string
  /** The language of it, as editors name languages. */
  readonly language: string
  /** Whether files that are no surveys have a place in it. */
  readonly listsOthers?: boolean
  /** Several files follow each other under their names, as far as the format has room for that. */
  print(files: readonly MatrixFile[]): string
}

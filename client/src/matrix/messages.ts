import { type MatrixAnswer } from '../../../server/src/protocol'

/** What the panel of a matrix and the page in it say to each other. */

export type ToPage =
  | { readonly type: 'matrix'; readonly matrix: MatrixAnswer }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly reason: string }

/** Rows count from 0 in text order, columns from 0; column -1 is the initiative itself. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'go' | 'peek'; readonly row: number; readonly column: number }
  | { readonly type: 'insertMissing'; readonly row: number }

/** What the page says in words of its own; `{0}` … stand for what is put in. */
export interface PageWords {
  readonly states: Readonly<Record<MatrixAnswer['rows'][number]['cells'][number]['state'], string>>
  readonly initiative: string
  readonly progress: string
  readonly word: string
  readonly words: string
  readonly citation: string
  readonly citations: string
  readonly unsupported: string
  readonly shown: string
}

/** What outlives the page: of which file it is, and how it is looked at. */
export interface PageState {
  readonly uri: string
  readonly sort?: string
  readonly filter?: string
}

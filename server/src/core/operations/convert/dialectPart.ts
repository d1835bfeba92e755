import type { Document } from '../../document'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import type { Choices } from '../operation'
import type { Wanted } from './wanted'

/** One thing that files write in one way or another: citations, dates, labels. One file each, listed in `dialectParts.ts`. */
export interface DialectPart {
  /** The option that chooses how. */
  readonly option: 'labels' | 'citations' | 'references' | 'definitions' | 'dates'
  /** As a preview calls it. */
  readonly subject: string
  /** What is put before the names of one item, and of several: `The date of `. */
  readonly of: readonly [one: string, several: string]
  /** What is written otherwise than is wanted, and what had better stay. Only asked where something is wanted. */
  collect(document: Document, wanted: Wanted): Collected
  /** What to choose so that things are written in a form. */
  choicesFor(form: string): Choices
}

export interface Collected {
  readonly items: readonly Convertible[]
  /** How it is to be written, as forms are named here. */
  readonly target: string
  /** The only form that anything is converted from, where there are no others. */
  readonly source?: string
  /** Those that are written so already, or much like it, and that the way back would change as well. */
  readonly already: number
  /** How many of these some other way of writing would not have kept, so that they may have been left alone on the way here. */
  readonly alreadyOdd?: number
  /** What cannot be converted at all. */
  readonly left: readonly Left[]
}

/** Something that can be converted, whether or not the way back restores it. */
export interface Convertible {
  /** What names it when two models are compared. */
  readonly key: string
  readonly span: Span
  /** As its author calls it: `[7]`, `“Strengths”`. */
  readonly name: string
  /** How it is written now; undefined where it is written in a way of its own, which the way back would not restore. */
  readonly form: string | undefined
  /** What of it the way back would not restore, where that is so. */
  readonly lost?: string | undefined
  readonly edits: readonly Edit[]
  readonly before: string
  readonly after: string
  /** Of its own line in a preview; else it is told together with the others. */
  readonly subject?: string | undefined
}

export interface Left {
  readonly span: Span
  readonly name: string
  /** What follows a colon, be it said of one or of several: `no title`. */
  readonly reason: string
}

import { labelName } from '../labels/name'
import { phraseIn } from '../labels/plain'
import type { Label } from '../model'
import { INITIATIVE_NUMBER, normalTitle, withoutCitations } from '../titles'
import type { Stretch } from './stretch'

/** Below every heading: paragraphs; behind these, the items of lists by how far in they stand. */
const PARAGRAPH_DEPTH = 7

const LIST = /^[ \t]*(?:\r?\n[ \t]*){1,3}(?:[-*+][ \t]+)?(?:\[\^?\[?\d{1,6}\]|1[.)][ \t])/u

/** UTF-16 units. */
const LONGEST_GAP = 60

/** Something that may be the label of a section or of what has sections, whatever its words. Offsets are relative to its chunk. */
export class FoundLabel {
  readonly label: Label
  /** Its words as they are written. */
  readonly written: string
  /** What is below what: the level of a heading; of others, 7 and more. */
  readonly depth: number
  /** Whether its paragraph, or its line, holds nothing else. */
  readonly isAlone: boolean
  /** Whether the entries of a list come right behind it. */
  readonly opensList: boolean
  /** What it says where it is none. */
  readonly own: Stretch
  #title: string | undefined
  #normal: string | undefined
  #name: string | undefined

  constructor(label: Label, text: string, column: number | undefined, isAlone: boolean, own: Stretch) {
    this.label = label
    this.written = text.slice(label.content.from, label.content.to)
    this.depth = label.level ?? (column === undefined ? PARAGRAPH_DEPTH : PARAGRAPH_DEPTH + 1 + column)
    this.isAlone = isAlone
    this.opensList = isAlone && LIST.test(text.slice(label.span.to, label.span.to + LONGEST_GAP))
    this.own = own
  }

  /** Whether its text goes on from it, as in `Good, because it is fast`. */
  get isPhrase(): boolean {
    return !this.isAlone && this.label.form === 'item' && phraseIn(this.written) !== undefined
  }

  /** The number of an initiative, `#7`. */
  get numbered(): RegExpExecArray | null {
    return this.label.form === 'heading' ? INITIATIVE_NUMBER.exec(this.written) : null
  }

  /** Without an initiative's number. */
  get title(): string {
    this.#title ??= this.written.slice(this.numbered?.[0].length ?? 0).trim()
    return this.#title
  }

  /** As titles are compared. */
  get normal(): string {
    this.#normal ??= normalTitle(this.title)
    return this.#normal
  }

  /** As titles are compared by what they name: without what counts and decorates them, remarks and values. */
  get name(): string {
    this.#name ??= labelName(this.title)
    return this.#name
  }

  /** The title without citations. */
  get words(): string {
    return withoutCitations(this.title)
  }
}

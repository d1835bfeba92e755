import type { Span } from '../text/span'
import type { Field } from './dialect'
import type { ListFormId } from './forms/form'

/** A number in prose that points to the reference list: `[7]`, `[[7]]`, `[[7]](url)`, `[[7]][7]`, `[^7]`. */
export interface Citation {
  readonly number: number
  /** Brackets included; in `[[7]]` both pairs, in `[[7]][7]` all. */
  readonly span: Span
  readonly numberSpan: Span
  /** The digits of the second number of `[[7]][7]`. */
  readonly labelSpan: Span | undefined
  /** Whether it is the first of a range such as `[2]–[5]`: it cites the numbers up to the next citation's, too. */
  readonly opensRange: boolean
}

/** An entry of the reference list. */
export interface Reference {
  readonly number: number
  readonly form: ListFormId
  /** The whole entry from its number to the end of its text, its link definition not included. */
  readonly span: Span
  /** The number with its brackets: `[7]`, `[^7]`; of an item of an ordered list `7.` */
  readonly label: Span
  readonly numberSpan: Span
  /** What follows the number, without surrounding blanks. */
  readonly body: Span
  /** The id of the style it is written in. */
  readonly style: string
  readonly title?: Field | undefined
  readonly authors?: Field | undefined
  readonly url?: Field | undefined
  /** The address as two authors would agree on it: entries with the same one are the same source. */
  readonly source?: string | undefined
  /** As it stands in the file. */
  readonly accessed?: Field | undefined
  /** The access date as `YYYY-MM-DD`, where it is one. */
  readonly accessedOn?: string | undefined
  /** `[7]: url 'title'`, wherever it stands. */
  readonly definition?: LinkDefinition | undefined
  /** The same object in every version that leaves the entry as it was, wherever that has moved: for what is known of its words. */
  readonly origin: object
}

export interface LinkDefinition {
  readonly number: number
  readonly span: Span
  readonly numberSpan: Span
  readonly url: Field
  /** The address as `Reference.source` has it. */
  readonly source?: string | undefined
  readonly title?: Field
}

/** `[text][7]`, or an image so: its link definition is in use without being cited. */
export interface LinkByNumber {
  readonly number: number
  /** The digits. */
  readonly numberSpan: Span
  /** The whole link. */
  readonly span: Span
}

/** Several numbers in one pair of brackets: no citation to the product, but one to a reader if all of them are references. */
export interface NumberGroup {
  readonly span: Span
  readonly numbers: readonly number[]
  /** What stands between commas, in text order. */
  readonly parts: readonly GroupPart[]
}

/** A number, or a range. */
export interface GroupPart {
  /** Every one that is meant. */
  readonly numbers: readonly number[]
  readonly span: Span
  /** The digits; of a range those of its first number, and of its last. */
  readonly first: Span
  readonly last: Span
}

import type { Span } from '../../text/span'

/** How the entries of a reference list are numbered, and how text cites them. One file each, listed in `index.ts`. */
export interface ListForm {
  readonly id: ListFormId
  readonly summary: string
  /** The label of an entry, as documentation shows it. */
  readonly example: string
  readonly notation: Notation
  /**
   * The entries that a paragraph holds, as far as it can be told without knowing whether it stands in a list. `previous` is the entry
   * before it.
   */
  entriesIn(text: string, paragraph: Span, previous: Entry | undefined): readonly Entry[]
  /** What opens a new entry, without the blank behind it. `citation` is the number as this file cites it: `[7]`, `[[7]]`, `[^7]`. */
  label(number: number, citation: string): string
}

export type ListFormId = 'bracketed' | 'ordered' | 'footnote'

/** What text cites with: `[7]` and `[[7]]`, or `[^7]`. A list has one of the two. */
export type Notation = 'brackets' | 'footnotes'

/** An entry of a reference list, as far as it can be told without knowing that it stands in one. */
export interface Entry {
  readonly form: ListFormId
  readonly number: number
  readonly span: Span
  readonly label: Span
  readonly numberSpan: Span
  readonly body: Span
}

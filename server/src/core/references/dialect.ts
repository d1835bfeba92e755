import type { Span } from '../text/span'

/** How a file writes the entries of its reference list. One file each, listed in `index.ts`. */
export interface ReferenceStyle {
  /** Its name in settings, messages and on the command line. */
  readonly id: string
  /** As a menu has it. */
  readonly title: string
  readonly summary: string
  /** An entry in this style, for documentation and tests. */
  readonly example: string
  /** Whether an entry's text (without its number) looks like this style rather than another. */
  recognises(text: string): boolean
  /** What an entry's text says. Spans are relative to `text`. Never fails: what is not found is left out. */
  parse(text: string): ReferenceFields
  /** An entry's text, on one line, without its number. A field that is left out becomes a placeholder. */
  format(fields: Partial<Record<keyof ReferenceFields, string>>): string
}

export interface ReferenceFields {
  readonly title?: Field
  readonly authors?: Field
  readonly url?: Field
  /** The text of the date as it stands in the file. */
  readonly accessed?: Field
}

export interface Field {
  readonly text: string
  readonly span: Span
}

import type { Characters } from '../../text/characters'
import type { Span } from '../../text/span'
import type { Label, LabelStyle } from '../model'
import type { Line } from './line'

/** A way to write the label of a section, or of what has sections: one file each, listed in `index.ts`. */
export interface LabelForm<Form extends LabelStyle['form'] = LabelStyle['form']> {
  readonly id: Form
  /** What of a line is a label in this form; undefined where nothing is. A heading is none of a paragraph's lines, and found by the parser. */
  find(line: Line): LabelInLine | undefined
  /** How a label in this form is written. */
  styleOf(label: Label, text: Characters): Extract<LabelStyle, { form: Form }>
  /** What stands around a title. */
  write(style: Extract<LabelStyle, { form: Form }>, lineBreak: string): WrittenLabel
}

/** A label in a line of a paragraph. Spans are of the text that the line is of. */
export interface LabelInLine {
  /** From the mark of its list, where it has one, to behind its colon. */
  readonly span: Span
  /** Its words, without marks and colon. */
  readonly content: Span
  /** Whether its paragraph, or its line, holds nothing else. */
  readonly isAlone: boolean
}

export interface WrittenLabel {
  readonly open: string
  readonly close: string
  /** What parts it from its text: a blank, or a blank line. */
  readonly gap: string
  /** What parts one section from the next: a blank line, or a line break alone. */
  readonly between: string
}

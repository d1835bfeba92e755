import type { LinkDefinition } from '../../references/model'
import type { Span } from '../../text/span'

/** The reference list as something to renumber and reorder. Where a survey has only link definitions, those are its list. */
export interface ReferenceList {
  /** In text order. */
  readonly items: readonly Item[]
  /** Those that may change places with one another: between two headings. In text order. */
  readonly stretches: readonly (readonly Item[])[]
  /** The link definitions that belong to no item. */
  readonly strays: readonly LinkDefinition[]
}

/** An entry with what moves along with it. */
export interface Item {
  readonly number: number
  readonly numberSpan: Span
  /** The number as it is marked: `[7]`. */
  readonly label: Span
  /** The entry alone. */
  readonly entry: Span
  /** Whole lines, without the last line break: its comment above, its link definition, and a remark below it. */
  readonly block: Span
  /** Every link definition that leads to it, wherever it stands. */
  readonly definitions: readonly LinkDefinition[]
  /** What it says, blanks aside: two with the same words are copies. */
  readonly words: string
  readonly source: string | undefined
  /** As messages call it. */
  readonly name: string
  readonly title: string | undefined
  readonly authors: string | undefined
  readonly url: string | undefined
  /** The access date as `YYYY-MM-DD`, where it is one. */
  readonly accessedOn: string | undefined
  /** Whether it is a link definition, which stands for the entry that there is none. */
  readonly isDefinition: boolean
  /** Whether Markdown counts it, as in a list of nothing but ones: then its number is not what is written. */
  readonly counted: boolean
}

/** Where an entry and its definition end, and a remark may begin. */
export const writtenTo = ({ entry, definitions, block }: Pick<Item, 'entry' | 'definitions' | 'block'>): number =>
  definitions.reduce((end, { span }) => (span.to <= block.to ? Math.max(end, span.to) : end), entry.to)

/** Whether two entries are about one source. */
export const sameSource = (a: Item, b: Item): boolean =>
  (a.source !== undefined && a.source === b.source) || a.words === b.words

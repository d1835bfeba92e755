import type { Citation } from '../../../references/model'
import { replacement, type Edit } from '../../../text/edit'
import type { Span } from '../../../text/span'
import type { Item } from '../item'

/** What becomes of a number; undefined where it goes away. */
export type Mapping = (number: number) => number | undefined

/** What one needs to know to write the new numbers. */
export interface Writer {
  readonly mapping: Mapping
  /** The numbers that the list has. */
  readonly known: ReadonlySet<number>
  /** The entry behind each new number. */
  readonly sources: ReadonlyMap<number, Item>
  /** The new numbers that several old ones become. */
  readonly merged: ReadonlySet<number>
  readonly taken: ReadonlySet<number>
  readonly text: string
}

/** With the name of the link definition behind it, in `[[7]][7]`. */
export const renumberedCitation = (
  { number, numberSpan, labelSpan }: Citation,
  to: number | undefined,
): readonly Edit[] => [...renumbered(numberSpan, number, to), ...(labelSpan ? renumbered(labelSpan, number, to) : [])]

export const renumbered = (span: Span, from: number, to: number | undefined): readonly Edit[] =>
  to === undefined || to === from ? [] : [replacement(span, String(to))]

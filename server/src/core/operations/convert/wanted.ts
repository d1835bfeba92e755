import type { CitationForm } from '../../references/scan'
import type { Span } from '../../text/span'
import type { DateForm } from './dateForms'

/** How a file, or a part of it, is to be written. What is left out stays as it is. */
export interface Wanted {
  readonly citations?: CitationForm | undefined
  readonly labels?: WantedLabel | undefined
  readonly references?: EntryForm | undefined
  readonly definitions?: DefinitionForm | undefined
  readonly dates?: DateForm | undefined
  /** Only what starts in it is converted. */
  readonly range: Span
  /** Whether to convert also what the way back would not restore. */
  readonly inexact: boolean
}

export type WantedLabel =
  { readonly form: 'heading'; readonly level: number } | { readonly form: 'emphasis'; readonly mark: string }

/** `ieee-bare` has its addresses without angle brackets. */
export type EntryForm = 'plain' | 'ieee' | 'ieee-bare'

/** `with` has titles, `quoted` has them in double quotation marks, `below` on a line of their own, `untitled` has addresses only. */
export type DefinitionForm = 'with' | 'quoted' | 'below' | 'untitled' | 'without'

export const isWanted = ({ range }: Wanted, { from }: Span): boolean => range.from <= from && from < range.to

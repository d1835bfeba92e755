import type { Span } from './text/span'

export interface Refusal {
  /** Why, and what the author can do about it. */
  readonly refused: string
  /** Where to look. */
  readonly span?: Span
  /** Every such place, where there are several: where a reference is cited that is not to be removed therefore. */
  readonly places?: readonly Span[]
  /** Whether what was chosen makes no sense, whatever the file says. Its options are named in curly quotes. */
  readonly isChoice?: boolean
}

export const isRefusal = <T extends object>(outcome: T | Refusal): outcome is Refusal => 'refused' in outcome

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
  /** What may be done all the same, once the author says so. */
  readonly question?: Question
}

export interface Question {
  /** `Remove its citation too?` */
  readonly text: string
  /** What saying no comes to: `Keep [7]`. */
  readonly no: string
  readonly alternatives: readonly Alternative[]
}

/** What else could be chosen for an operation that was planned, or is not done as it was chosen. */
export interface Alternative {
  /** What it would do, in a few words: `Keep [7] instead`. */
  readonly title: string
  /** What that comes to: what would be lost. */
  readonly detail: string
  /** All that would be chosen then, for each option by its name. */
  readonly choices: Readonly<Record<string, string>>
}

export const isRefusal = <T extends object>(outcome: T | Refusal): outcome is Refusal => 'refused' in outcome

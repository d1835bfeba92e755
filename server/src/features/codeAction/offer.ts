import type { FoundBy } from '../../core'

/** What a light bulb offers. Its words are known at once; what it would change is computed when somebody asks. */
export interface Offer {
  readonly title: string
  /** A `CodeActionKind`. */
  readonly kind: string
  /** Findings that it goes with; of very many, the first. */
  readonly findings: readonly FoundBy[]
  readonly isPreferred: boolean
  readonly mends: Mending
}

/** What is to be mended in a version of a file, as data that a client keeps for us. Offsets are UTF-16 units. */
export type Mending =
  /** Every finding whose fix loses nothing. */
  | { readonly by: 'safe fixes' }
  /** Every finding of a rule. */
  | { readonly by: 'all fixes'; readonly rule: string }
  /** One finding of a rule, by where it starts and by what is offered for it. */
  | { readonly by: 'fix' | 'operation'; readonly rule: string; readonly from: number; readonly title: string }

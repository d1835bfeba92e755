import type { Placeholder } from '../model'

/** What there is to read between two labels. */
export interface Stretch {
  /** The weights of its blocks, or-ed. */
  readonly weights: number
  readonly placeholders: readonly Placeholder[]
}

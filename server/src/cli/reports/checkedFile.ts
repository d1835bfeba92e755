import type { FoundBy } from '../../core'
import type { ReadSurvey } from '../files'

export interface CheckedFile extends ReadSurvey {
  readonly findings: readonly FoundBy[]
  /** Whether it was looked into: a file that only looks like a survey is only where that was asked for. */
  readonly isChecked: boolean
}

import type { FoundBy } from '../../core'
import type { ReadSurvey } from '../files'

export interface CheckedFile extends ReadSurvey {
  readonly findings: readonly FoundBy[]
}

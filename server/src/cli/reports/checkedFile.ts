import type { FoundBy } from '../../core'
import type { SurveyFile } from '../files'

export interface CheckedFile extends SurveyFile {
  readonly findings: readonly FoundBy[]
}

import type { Span } from '../../text/span'

/** What is wrong in a `.survey.json`, and where. What is right still counts. */
export interface ConfigProblem {
  /** UTF-16 offsets into the file's text. */
  readonly span: Span
  readonly message: string
  /** An error, unless this says otherwise. */
  readonly severity?: 'warning'
}

export type Report = (span: Span, message: string) => void

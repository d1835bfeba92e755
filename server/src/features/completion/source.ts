import type { CompletionList } from 'vscode-languageserver'
import type { Session, SurveyFile } from '../feature'

/** One kind of thing that can be completed. */
export interface CompletionSource {
  /** The characters after which a client should ask by itself. */
  readonly triggers: readonly string[]
  /** What fits at an offset of the text; null where this source has no say. */
  complete(session: Session, file: SurveyFile, offset: number): CompletionList | null
}

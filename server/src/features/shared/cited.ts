import { citeSources, isRefusal, type Source, type Span } from '../../core'
import type { PasteAnswer, PlanRefusal } from '../../protocol'
import { toTextEdits } from './convert'
import type { SurveyFile } from '../feature'
import { toRefusal } from './refusal'

/** Sources, and references by their numbers, cited in the place of a span; for the client's commands. `today` is `YYYY-MM-DD`. */
export function cited(
  file: SurveyFile,
  at: Span,
  sources: readonly (Source | number)[],
  today: string,
): PasteAnswer | PlanRefusal {
  const outcome = citeSources(file.document, at, sources, today)
  if (isRefusal(outcome)) return toRefusal(file, outcome)
  const numbers = [...new Set(outcome.numbers)]
  return {
    version: file.version,
    edits: toTextEdits(file, outcome.edits),
    numbers,
    known: numbers.length - outcome.added,
    untitled: outcome.added > 0 && sources.some((source) => typeof source === 'object' && source.title === undefined),
  }
}

import type { Diagnostic } from 'vscode-languageserver'
import { Text, type ConfigProblem } from '../core'
import { toRange, toSeverity } from '../features/shared/convert'

/** What is wrong in a `.survey.json`, for the client to show in that file. */
export function configDiagnostics(text: string, problems: readonly ConfigProblem[]): Diagnostic[] {
  const file = { document: { buffer: Text.of(text) } }
  return problems.map(({ span, message, severity }) => ({
    range: toRange(file, span),
    severity: toSeverity(severity ?? 'error'),
    source: 'survey',
    message,
  }))
}

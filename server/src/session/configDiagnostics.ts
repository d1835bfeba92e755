import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'
import { Text, type ConfigProblem } from '../core'
import { toRange } from '../features/convert'

/** What is wrong in a `.survey.json`, for the client to show in that file. */
export function configDiagnostics(text: string, problems: readonly ConfigProblem[]): Diagnostic[] {
  const file = { document: { buffer: Text.of(text) } }
  return problems.map(({ span, message }) => ({ range: toRange(file, span), severity: DiagnosticSeverity.Error, source: 'survey', message }))
}

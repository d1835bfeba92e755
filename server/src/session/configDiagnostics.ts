import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ConfigProblem } from '../core'
import { toRange } from '../features/convert'

/** What is wrong in a `.survey.json`, for the client to show in that file. */
export function configDiagnostics(text: string, problems: readonly ConfigProblem[]): Diagnostic[] {
  const lines = TextDocument.create('', 'jsonc', 0, text)
  return problems.map(({ span, message }) => ({ range: toRange({ lines }, span), severity: DiagnosticSeverity.Error, source: 'survey', message }))
}

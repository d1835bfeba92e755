import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver'
import { diagnosticsOf } from './shared/diagnostics'
import { feature } from './feature'

/** Findings for a client that asks for them. One that cannot ask is pushed to: see `session/push.ts`. */
export const diagnostic = feature<DocumentDiagnosticParams, DocumentDiagnosticReport>(
  DocumentDiagnosticRequest.type,
  ({ textDocument }) =>
    textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'survey', interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  (session, { textDocument }) => {
    const file = session.survey(textDocument.uri)
    return { kind: DocumentDiagnosticReportKind.Full, items: file ? diagnosticsOf(session, file) : [] }
  },
)

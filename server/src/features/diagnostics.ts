import { DiagnosticTag, type Diagnostic } from 'vscode-languageserver'
import type { FoundBy } from '../core'
import { toRange, toSeverity } from './convert'
import type { OpenFile, Session } from './feature'

/** The findings of a file as the client shows them, whether it pulls or is pushed to. */
export const diagnosticsOf = (session: Session, file: OpenFile): Diagnostic[] =>
  session.findings(file).map((finding) => toDiagnostic(session, file, finding))

export function toDiagnostic({ client }: Session, file: OpenFile, { span, message, related, rule, severity }: FoundBy): Diagnostic {
  const support = client.textDocument?.publishDiagnostics
  return {
    range: toRange(file, span),
    severity: toSeverity(severity),
    code: rule.code,
    source: 'survey',
    message,
    ...(rule.unnecessary && support?.tagSupport && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && support?.relatedInformation && {
      relatedInformation: related.map((each) => ({ message: each.message, location: { uri: file.uri, range: toRange(file, each.span) } })),
    }),
  }
}

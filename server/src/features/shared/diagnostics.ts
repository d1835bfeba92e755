import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver'
import type { FoundBy } from '../../core'
import { toRange, toSeverity } from './convert'
import type { OpenFile, Session } from '../feature'

/** More than this no editor shows: VS Code keeps as many for a file and drops the rest. */
const MOST_DIAGNOSTICS = 1000

/** The findings of a file as the client shows them, whether it pulls or is pushed to; of very many, the most severe. */
export function diagnosticsOf(session: Session, file: OpenFile): Diagnostic[] {
  const findings = session.findings(file)
  const shown = findings.length > MOST_DIAGNOSTICS ? mostSevere(findings) : findings
  const diagnostics = shown.map((finding) => toDiagnostic(session, file, finding))
  return findings.length > MOST_DIAGNOSTICS ? [...diagnostics, remark(findings.length - MOST_DIAGNOSTICS)] : diagnostics
}

function mostSevere(findings: readonly FoundBy[]): readonly FoundBy[] {
  return [...findings].sort((a, b) => toSeverity(a.severity) - toSeverity(b.severity)).slice(0, MOST_DIAGNOSTICS)
}

const remark = (more: number): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: 'survey',
  message: `${more} more findings are not shown. Run \`survey check\` to list them all.`,
})

export function toDiagnostic(
  { client }: Session,
  file: OpenFile,
  { span, message, related, rule, severity }: FoundBy,
): Diagnostic {
  const support = client.textDocument?.publishDiagnostics
  return {
    range: toRange(file, span),
    severity: toSeverity(severity),
    code: rule.code,
    source: 'survey',
    message,
    ...(rule.unnecessary && support?.tagSupport && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related &&
      support?.relatedInformation && {
        relatedInformation: related.map((each) => ({
          message: each.message,
          location: { uri: file.uri, range: toRange(file, each.span) },
        })),
      }),
  }
}

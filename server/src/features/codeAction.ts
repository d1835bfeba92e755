import { CodeActionKind, CodeActionRequest, type CodeAction } from 'vscode-languageserver'
import { isRefusal, operations, overlaps, type Edit, type FoundBy } from '../core'
import { toReviewedEdit, toSpan, toWorkspaceEdit } from './convert'
import { toDiagnostic } from './diagnostics'
import { feature, type Session, type SurveyFile } from './feature'

const FIX_ALL = `${CodeActionKind.SourceFixAll}.survey`

/** Fixes of the findings at the cursor; on request every fix that loses nothing. */
export const codeAction = feature(
  CodeActionRequest.type,
  { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
  (session, { textDocument: { uri }, range, context }) => {
    const file = session.survey(uri)
    if (!file) return null
    const wants = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
    const findings = session.findings(file)
    const at = toSpan(file, range)
    return [
      ...(wants(CodeActionKind.QuickFix)
        ? quickFixes(
            session,
            file,
            findings,
            findings.filter(({ span }) => overlaps(span, at)),
          )
        : []),
      // Asked for by name alone: in the light bulb it would be one more line on every finding.
      ...(context.only && wants(FIX_ALL) ? fixAll(session, file, findings) : []),
    ]
  },
)

function quickFixes(
  session: Session,
  file: SurveyFile,
  all: readonly FoundBy[],
  here: readonly FoundBy[],
): readonly CodeAction[] {
  const single = here.flatMap((finding): CodeAction[] => {
    const fix = finding.fix?.()
    return fix
      ? [
          {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(session, file, finding)],
            isPreferred: true,
            edit: toWorkspaceEdit(file, fix.edits, session.client),
          },
        ]
      : []
  })
  const ofAKind = [...new Set(here.map(({ rule }) => rule))].flatMap((rule): CodeAction[] => {
    const fixable = all.filter((finding) => finding.rule === rule && finding.fix)
    return rule.fixAll !== undefined && fixable.length > 1
      ? [
          {
            title: rule.fixAll,
            kind: CodeActionKind.QuickFix,
            diagnostics: here
              .filter((finding) => finding.rule === rule)
              .map((finding) => toDiagnostic(session, file, finding)),
            edit: toWorkspaceEdit(file, editsOf(fixable), session.client),
          },
        ]
      : []
  })
  return [
    ...single,
    ...ofAKind.filter(({ title }) => !single.some((action) => action.title === title)),
    ...here.flatMap((finding) => byOperation(session, file, finding)),
  ]
}

/** Moves numbers all over the file, so that the author sees first what would change, where the client can show it. */
function byOperation(session: Session, file: SurveyFile, finding: FoundBy): readonly CodeAction[] {
  const { id, choices, title } = finding.operation ?? {}
  const outcome =
    id !== undefined && choices
      ? operations.find((operation) => operation.id === id)?.plan(file.document, choices)
      : undefined
  if (!title || !outcome || isRefusal(outcome) || outcome.edits.length === 0) return []
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(session, file, finding)],
      edit: toReviewedEdit(file, outcome.edits, title, session.client),
    },
  ]
}

function fixAll(session: Session, file: SurveyFile, findings: readonly FoundBy[]): readonly CodeAction[] {
  const edits = editsOf(findings.filter(({ rule }) => rule.safe))
  return edits.length === 0
    ? []
    : [
        {
          title: 'Mend everything in this survey that can be mended without loss',
          kind: FIX_ALL,
          edit: toWorkspaceEdit(file, edits, session.client),
        },
      ]
}

const editsOf = (findings: readonly FoundBy[]): readonly Edit[] =>
  findings.flatMap((finding) => finding.fix?.().edits ?? [])

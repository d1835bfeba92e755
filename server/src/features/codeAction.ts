import { CodeActionKind, CodeActionRequest, type CodeAction } from 'vscode-languageserver'
import { isRefusal } from '../core'
import { mended } from './codeAction/mended'
import type { Offer } from './codeAction/offer'
import { FIX_ALL, fixAll, quickFixes } from './codeAction/offers'
import { resolvesActions, toData } from './codeAction/data'
import { toSpan } from './shared/convert'
import { toDiagnostic } from './shared/diagnostics'
import { feature, type Session, type SurveyFile } from './feature'

/** Fixes of the findings at the cursor; on request every fix that loses nothing. */
export const codeAction = feature(
  CodeActionRequest.type,
  (client) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      ...(resolvesActions(client) && { resolveProvider: true }),
    },
  }),
  (session, { textDocument: { uri }, range, context: { only } }) => {
    const file = session.survey(uri)
    if (!file) return null
    const wants = (kind: string): boolean => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`))
    const findings = session.findings(file)
    return [
      ...(wants(CodeActionKind.QuickFix) ? quickFixes(findings, toSpan(file, range)) : []),
      // Asked for by name alone: in the light bulb it would be one more line on every finding.
      ...(only && wants(FIX_ALL) ? fixAll(findings) : []),
    ].flatMap((offer) => toActions(session, file, offer))
  },
)

/** None where the client wants to know at once what would change, and nothing would. */
function toActions(session: Session, file: SurveyFile, offer: Offer): readonly CodeAction[] {
  const { title, kind, findings, isPreferred, mends } = offer
  const action = {
    title,
    kind,
    ...(findings.length > 0 && { diagnostics: findings.map((finding) => toDiagnostic(session, file, finding)) }),
    ...(isPreferred && { isPreferred }),
  }
  if (resolvesActions(session.client)) return [{ ...action, data: toData(file, mends) }]
  const outcome = mended(session, file, mends)
  return !outcome || isRefusal(outcome) ? [] : [{ ...action, ...outcome }]
}

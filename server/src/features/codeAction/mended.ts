import type { WorkspaceEdit } from 'vscode-languageserver'
import { editsForAll, isRefusal, operations, type FoundBy, type OperationToOffer, type Refusal } from '../../core'
import { toReviewedEdit, toWorkspaceEdit } from '../shared/convert'
import type { Session, SurveyFile } from '../feature'
import type { Mending } from './offer'

/** What an offer changes, or why it changes nothing. Undefined where nothing in the file is what was offered to be mended. */
export function mended(
  session: Session,
  file: SurveyFile,
  mending: Mending,
): { edit: WorkspaceEdit } | Refusal | undefined {
  const findings = session.findings(file).filter((finding) => isMeant(finding, mending))
  const [first] = findings
  if (mending.by === 'operation') {
    const operation = first?.operations?.find(({ title }) => title === mending.title)
    return operation && operated(session, file, operation)
  }
  return first && { edit: toWorkspaceEdit(file, editsForAll(file.document, session.today(), findings), session.client) }
}

function isMeant({ rule, span, fix, operations = [] }: FoundBy, mending: Mending): boolean {
  const offered = mending.by === 'operation' ? operations : fix ? [fix] : []
  if (offered.length === 0) return false
  if (mending.by === 'safe fixes') return rule.safe === true
  if (rule.code !== mending.rule) return false
  return (
    mending.by === 'all fixes' || (span.from === mending.from && offered.some(({ title }) => title === mending.title))
  )
}

/** Moves numbers all over the file, so that the author sees first what would change, where the client can show it. */
function operated(
  session: Session,
  file: SurveyFile,
  { id, choices, title }: OperationToOffer,
): { edit: WorkspaceEdit } | Refusal | undefined {
  const outcome = operations.find((operation) => operation.id === id)?.plan(file.document, choices)
  if (!outcome || isRefusal(outcome)) return outcome
  if (outcome.edits.length === 0) return { refused: `${title}: nothing to change.` }
  return { edit: toReviewedEdit(file, outcome.edits, title, session.client) }
}

import { LSPErrorCodes, RenameRequest, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import {
  followRename,
  initiativeTitleAt,
  isRefusal,
  referenceNumberAt,
  renameInitiative,
  renameReference,
  type Outcome,
  type Plan,
  type RenamedInitiative,
} from '../core'
import { toOffset, toWorkspaceEdit, toWorkspaceEdits } from './shared/convert'
import { feature, type Session, type SurveyFile } from './feature'
import { leadsTo } from './shared/linkTarget'

/** Another number for a reference, or another title for an initiative. Why one cannot be is told as an error. */
export const rename = feature(
  RenameRequest.type,
  ({ textDocument }) => ({ renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
  (session, { textDocument: { uri }, position, newName }) => {
    const file = session.survey(uri)
    if (!file || typeof newName !== 'string') return null
    const { document, survey } = file
    const offset = toOffset(file, position)
    const reference = referenceNumberAt(survey, offset)
    if (reference)
      return toWorkspaceEdit(file, planned(renameReference(document, reference.number, newName)).edits, session.client)
    const title = initiativeTitleAt(survey, offset)
    return title ? withLinks(session, file, planned(renameInitiative(document, title.initiative, newName))) : null
  },
)

function planned<P extends Plan>(outcome: P | Exclude<Outcome, Plan>): P {
  if (isRefusal(outcome)) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused)
  return outcome
}

/** Links follow in other surveys, too, open or not. Files that are none are not ours to change. */
async function withLinks(
  session: Session,
  file: SurveyFile,
  { edits, headings }: RenamedInitiative,
): Promise<WorkspaceEdit> {
  const { uri, version } = file
  const own = followRename(file.document, headings, (path) => leadsTo(path, uri, uri))
  const linking = edits.length === 0 ? [] : await session.linking(uri)
  if (session.survey(uri)?.version !== version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed')
  const others = linking
    .filter(({ document }) => document.recognition.survey)
    .map((other) => ({
      file: other,
      version: session.file(other.uri)?.version ?? null,
      edits: followRename(other.document, headings, (path) => leadsTo(path, other.uri, uri)),
    }))
  return toWorkspaceEdits(
    [{ file, version, edits: [...edits, ...own] }, ...others.filter((other) => other.edits.length > 0)],
    session.client,
  )
}

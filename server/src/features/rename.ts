import { LSPErrorCodes, RenameRequest, ResponseError } from 'vscode-languageserver'
import { initiativeTitleAt, isRefusal, referenceNumberAt, renameInitiative, renameReference } from '../core'
import { toOffset, toWorkspaceEdit } from './convert'
import { feature } from './feature'

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
    const title = reference ? undefined : initiativeTitleAt(survey, offset)
    const outcome = reference ? renameReference(document, reference.number, newName) : title && renameInitiative(document, title.initiative, newName)
    if (!outcome) return null
    if (isRefusal(outcome)) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused)
    return toWorkspaceEdit(file, outcome.edits, session.client)
  },
)

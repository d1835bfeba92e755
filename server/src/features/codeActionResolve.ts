import { CodeActionResolveRequest, LSPErrorCodes, ResponseError, type CodeAction } from 'vscode-languageserver'
import { isRefusal } from '../core'
import type { ActionData } from './codeAction/data'
import { mended } from './codeAction/mended'
import { feature } from './feature'
import { surveyAt } from './shared/surveyAt'

/** What the action that the author chose changes. Why it changes nothing is told as an error; so is that the text is another one by now. */
export const codeActionResolve = feature<CodeAction, CodeAction>(
  CodeActionResolveRequest.type,
  {},
  (session, action) => {
    const data = (action.data ?? {}) as Partial<ActionData>
    // A client may send anything: what is no offer of ours stays as it came.
    if (!isOurs(data)) return action
    const file = surveyAt(session, data)
    const outcome = file && mended(session, file, data)
    if (!outcome) throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed')
    if (isRefusal(outcome)) throw new ResponseError(LSPErrorCodes.RequestFailed, outcome.refused)
    return { ...action, ...outcome }
  },
)

const isOurs = (data: Partial<ActionData>): data is ActionData => data.uri !== undefined && data.by !== undefined

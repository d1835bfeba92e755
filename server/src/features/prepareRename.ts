import { PrepareRenameRequest, type PrepareRenameResult } from 'vscode-languageserver'
import { initiativeTitleAt, referenceNumberAt } from '../core'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'

/** What `textDocument/rename` changes at a place: the digits of a reference's number, or an initiative's title. Other names are not ours. */
export const prepareRename = feature(
  PrepareRenameRequest.type,
  {},
  (session, { textDocument: { uri }, position }): PrepareRenameResult | null => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    const reference = referenceNumberAt(file.survey, offset)
    if (reference) return { range: toRange(file, reference.span), placeholder: String(reference.number) }
    const title = initiativeTitleAt(file.survey, offset)
    return title ? { range: toRange(file, title.span), placeholder: title.initiative.title } : null
  },
)

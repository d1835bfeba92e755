import { DocumentHighlightKind, DocumentHighlightRequest } from 'vscode-languageserver'
import { occurrencesAt } from '../core'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'

/** Every place where the number at the cursor stands: its entry as written, its citations as read. */
export const documentHighlight = feature(
  DocumentHighlightRequest.type,
  { documentHighlightProvider: true },
  (session, { textDocument: { uri }, position }) => {
    const file = session.survey(uri)
    const found = file && occurrencesAt(file.survey, toOffset(file, position))
    if (!file || !found) return null
    return [
      ...found.declarations.map((span) => ({ range: toRange(file, span), kind: DocumentHighlightKind.Write })),
      ...found.citations.map((span) => ({ range: toRange(file, span), kind: DocumentHighlightKind.Read })),
    ]
  },
)

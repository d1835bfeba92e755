import { ReferencesRequest } from 'vscode-languageserver'
import { occurrencesAt } from '../core'
import { toOffset, toRange } from './convert'
import { feature } from './feature'

/** Every citation of the source at the cursor, and on request its entry. */
export const references = feature(
  ReferencesRequest.type,
  { referencesProvider: true },
  (session, { textDocument: { uri }, position, context }) => {
    const file = session.survey(uri)
    const found = file && occurrencesAt(file.survey, toOffset(file, position))
    if (!file || !found) return null
    const spans = context.includeDeclaration ? [...found.citations, ...found.declarations] : found.citations
    return spans.map((span) => ({ uri, range: toRange(file, span) }))
  },
)

import { ReferencesRequest } from 'vscode-languageserver'
import { citationsOf, citingAt, referenceAt, type Span, type Survey } from '../core'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'

/** Every citation of the source at the cursor, and on request its entry. */
export const references = feature(
  ReferencesRequest.type,
  { referencesProvider: true },
  (session, { textDocument: { uri }, position, context }) => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    const number = (citingAt(file.survey, offset) ?? referenceAt(file.survey, offset))?.number
    if (number === undefined) return null
    const citations = citationsOf(file.survey, number).map(({ numberSpan }) => numberSpan)
    return [...citations, ...(context.includeDeclaration ? declarationsOf(file.survey, number) : [])].map((span) => ({
      uri,
      range: toRange(file, span),
    }))
  },
)

/**
 * Where the list names a number. Like citations without brackets, and of a link definition the address: VS Code finds links
 * by itself, says that they are there, and lists what is at the same range once.
 */
const declarationsOf = ({ references: entries, definitions }: Survey, number: number): readonly Span[] =>
  [
    ...entries.filter((each) => each.number === number).map(({ numberSpan }) => numberSpan),
    ...definitions.filter((each) => each.number === number).map(({ url }) => url.span),
  ].sort((a, b) => a.from - b.from)

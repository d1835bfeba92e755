import { DefinitionRequest } from 'vscode-languageserver'
import { citationsOf, citingAt, referenceAt, referenceNumbered } from '../core'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'

/** From a citation to its reference; from a reference to the numbers that cite it: there the cursor is where one goes on. */
export const definition = feature(
  DefinitionRequest.type,
  { definitionProvider: true },
  (session, { textDocument: { uri }, position }) => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    const citation = citingAt(file.survey, offset)
    if (citation) {
      const reference = referenceNumbered(file.survey, citation.number)
      return reference ? [{ uri, range: toRange(file, reference.label) }] : null
    }
    const reference = referenceAt(file.survey, offset)
    return reference
      ? citationsOf(file.survey, reference.number).map(({ numberSpan }) => ({ uri, range: toRange(file, numberSpan) }))
      : null
  },
)

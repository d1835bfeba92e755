import { HoverRequest, MarkupKind } from 'vscode-languageserver'
import { citationAt, citationsOf, referenceAt, referenceNumbered, undefinedCitations } from '../core'
import { toOffset, toRange } from './convert'
import { feature } from './feature'
import { referenceMarkdown } from './referenceMarkdown'

/** On a citation: its entry. On an entry's number: how often it is cited, and in which initiatives. */
export const hover = feature(
  HoverRequest.type,
  { hoverProvider: true },
  (session, { textDocument: { uri }, position }) => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    const citation = citationAt(file.survey, offset)
    const reference = citation ? referenceNumbered(file.survey, citation.number) : referenceAt(file.survey, offset)
    if (citation && !reference) {
      if (!undefinedCitations(file.survey).includes(citation)) return null
      return {
        range: toRange(file, citation.span),
        contents: { kind: MarkupKind.Markdown, value: `The reference list has no entry ${citation.number}.` },
      }
    }
    return reference
      ? { range: toRange(file, citation?.span ?? reference.label), contents: { kind: MarkupKind.Markdown, value: referenceMarkdown(file, reference, citationsOf(file.survey, reference.number)) } }
      : null
  },
)

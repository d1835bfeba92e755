import { HoverRequest, MarkupKind } from 'vscode-languageserver'
import { citationsOf, citingAt, referenceAt, referenceNumbered, undefinedCitations } from '../core'
import { toOffset, toRange } from './shared/convert'
import { feature } from './feature'
import { referenceMarkdown } from './shared/referenceMarkdown'

/** On a citation, and on an entry's number: the entry, how long ago it was read, and how often each initiative cites it. */
export const hover = feature(
  HoverRequest.type,
  { hoverProvider: true },
  (session, { textDocument: { uri }, position }) => {
    const file = session.survey(uri)
    if (!file) return null
    const offset = toOffset(file, position)
    const citation = citingAt(file.survey, offset)
    const reference = citation ? referenceNumbered(file.survey, citation.number) : referenceAt(file.survey, offset)
    if (citation && !reference) {
      if (
        !undefinedCitations(file.survey).some(
          ({ number, span: { from, to } }) =>
            number === citation.number && from <= citation.span.from && citation.span.to <= to,
        )
      )
        return null
      return {
        range: toRange(file, citation.span),
        contents: { kind: MarkupKind.Markdown, value: `The reference list has no entry ${citation.number}.` },
      }
    }
    return reference
      ? {
          range: toRange(file, citation?.span ?? reference.label),
          contents: {
            kind: MarkupKind.Markdown,
            value: referenceMarkdown(file, reference, citationsOf(file.survey, reference.number), session.today()),
          },
        }
      : null
  },
)

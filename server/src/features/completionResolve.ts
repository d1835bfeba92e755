import { CompletionResolveRequest, MarkupKind, type CompletionItem } from 'vscode-languageserver'
import { citationsOf, referenceNumbered } from '../core'
import type { CitationData } from './completion/referenceItem'
import { feature } from './feature'
import { referenceMarkdown } from './shared/referenceMarkdown'

/** The whole entry beside the completion that the author looks at. */
export const completionResolve = feature<CompletionItem, CompletionItem>(
  CompletionResolveRequest.type,
  {},
  (session, item) => {
    const { uri, number } = (item.data ?? {}) as Partial<CitationData>
    const file = uri === undefined ? undefined : session.survey(uri)
    const reference = file && number !== undefined ? referenceNumbered(file.survey, number) : undefined
    if (!file || !reference) return item
    return {
      ...item,
      documentation: {
        kind: MarkupKind.Markdown,
        value: referenceMarkdown(file, reference, citationsOf(file.survey, reference.number), session.today()),
      },
    }
  },
)

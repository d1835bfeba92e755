import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver'
import { suggestLabels, toSnippet, toText, type LabelSuggestion, type LabelSuggestions } from '../../core'
import { toRange, toTextEdits } from '../shared/convert'
import type { Session, SurveyFile } from '../feature'
import type { CompletionSource } from './source'

/** Missing sections and the next initiative after `#` at the start of a line; missing sections after what labels of the file begin with. */
export const beginnings: CompletionSource = {
  triggers: ['#', '*', '_'],
  complete(session, file, offset) {
    const suggestions = suggestLabels(file.document, offset)
    return suggestions
      ? {
          isIncomplete: false,
          items: suggestions.items.map((item, rank) => toItem(session, file, suggestions, item, rank)),
        }
      : null
  },
}

function toItem(
  { client }: Session,
  file: SurveyFile,
  { replace, marks }: LabelSuggestions,
  item: LabelSuggestion,
  rank: number,
): CompletionItem {
  const snippets = client.textDocument?.completion?.completionItem?.snippetSupport === true
  return {
    label: item.title,
    kind: CompletionItemKind.Struct,
    detail: item.hint,
    sortText: String(rank).padStart(4, '0'),
    filterText: `${marks}${item.title}`,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(file, replace), newText: snippets ? toSnippet(item.parts) : toText(item.parts) },
    ...(item.edits.length > 0 && { additionalTextEdits: toTextEdits(file, item.edits) }),
  }
}

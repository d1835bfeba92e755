import { CompletionItemKind, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver'
import { addressOf, hostOf, oneLine, suggestSources, type FoundSource } from '../../core'
import { toRange, toTextEdits } from '../convert'
import type { OpenFile } from '../feature'

/**
 * Sources from elsewhere after `[`, behind `rank` items of the file itself. Accepting one cites it and appends its reference, as one undo.
 * `find` answers what is known to a survey for what was typed; `today` is `YYYY-MM-DD`.
 */
export function sourceItems(client: ClientCapabilities, file: OpenFile, offset: number, rank: number, find: (typed: string, limit: number) => readonly FoundSource[], today: string): CompletionItem[] {
  const suggestions = suggestSources(file.document, offset, (typed) => find(typed, LIMIT), today)
  return suggestions?.items.map(({ source, from, number, insert, edits }, i) => {
    const address = addressOf(source)
    const title = oneLine(source.title ?? address ?? 'Untitled')
    const details = [source.authors, source.year, address && hostOf(address)].filter((part) => part !== undefined && part !== '').join(', ')
    const label = `+ [${number}]`
    return {
      ...(client.textDocument?.completion?.completionItem?.labelDetailsSupport
        ? { label, labelDetails: { detail: ` ${title}`, description: from } }
        : { label: `${label} ${title}`, detail: from }),
      kind: CompletionItemKind.File,
      documentation: [title, details, `From ${from}. It is appended to the references as [${number}].`].filter((line) => line !== '').join('\n'),
      sortText: String(rank + i).padStart(4, '0'),
      filterText: suggestions.typed,
      textEdit: { range: toRange(file, suggestions.replace), newText: insert },
      additionalTextEdits: toTextEdits(file, edits),
    }
  }) ?? []
}

/** Each is read as a whole, and few are looked at. */
const LIMIT = 20

import { CompletionItemKind, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver'
import { hostOf, oneLine, type CitationSuggestion, type CitationSuggestions } from '../../core'
import { toRange } from '../shared/convert'
import type { OpenFile } from '../feature'

/** What an item keeps for when its documentation is asked for: that of a hundred references would be most of an answer. */
export interface CitationData {
  readonly uri: string
  readonly number: number
}

/** A reference of the file to cite, at `rank` among the items. */
export function referenceItem(
  client: ClientCapabilities,
  file: OpenFile,
  { replace, typed }: Pick<CitationSuggestions, 'replace' | 'typed'>,
  item: CitationSuggestion,
  rank: number,
): CompletionItem {
  const { reference, insert } = item
  const title = oneLine(reference.title?.text ?? 'Untitled')
  const source = [reference.url && hostOf(reference.url.text), reference.accessedOn ?? reference.accessed?.text]
    .filter((part) => part !== undefined)
    .join(', ')
  const label = `[${reference.number}]`
  return {
    ...(client.textDocument?.completion?.completionItem?.labelDetailsSupport
      ? { label, labelDetails: { detail: ` ${title}`, description: source } }
      : { label: `${label} ${title}`, detail: source }),
    kind: CompletionItemKind.Reference,
    // The order is the server's: editors see only part of a long text, and match it in their own way.
    sortText: String(rank).padStart(4, '0'),
    filterText: typed,
    textEdit: { range: toRange(file, replace), newText: insert },
    data: { uri: file.uri, number: reference.number } satisfies CitationData,
  }
}

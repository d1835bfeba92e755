import { CompletionItemKind, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver'
import { hostOf, type CitationSuggestion, type CitationSuggestions } from '../../core'
import { toRange } from '../shared/convert'
import type { OpenFile } from '../feature'
import { shownTitle } from '../shared/shown'
import { filterText } from './filterText'
import { row } from './row'

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
  const { reference, insert, authors } = item
  const { number, url, accessedOn, accessed } = reference
  return {
    ...row(client, { number: `[${number}]`, authors, title: shownTitle(file, reference) }, [
      url && hostOf(url.text),
      accessedOn ?? accessed?.text,
    ]),
    kind: CompletionItemKind.Reference,
    // The order is the server's: editors see only part of a long text, and match it in their own way.
    sortText: String(rank).padStart(4, '0'),
    filterText: filterText(typed),
    textEdit: { range: toRange(file, replace), newText: insert },
    data: { uri: file.uri, number } satisfies CitationData,
  }
}

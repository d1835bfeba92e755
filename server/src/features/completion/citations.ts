import { CompletionItemKind, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver'
import { hostOf, oneLine, suggestCitations, type CitationSuggestion, type CitationSuggestions } from '../../core'
import { toRange } from '../convert'
import type { SurveyFile } from '../feature'
import type { CompletionSource } from './source'
import { sourceItems } from './sourceItems'

/** What an item keeps for when its documentation is asked for: that of a hundred references would be most of an answer. */
export interface CitationData {
  readonly uri: string
  readonly number: number
}

/**
 * References after `[`, and behind them sources from elsewhere. A space asks again, so that several words of a title can be typed; outside an open bracket
 * it has no answer.
 */
export const citations: CompletionSource = {
  triggers: ['[', ' '],
  complete(session, file, offset) {
    const suggestions = suggestCitations(file.document, offset)
    const own = suggestions?.items.map((item, rank) => toItem(session.client, file, suggestions, item, rank)) ?? []
    const others = sourceItems(session.client, file, offset, own.length, (typed, limit) => session.sources(file.uri, typed, limit), session.today())
    return suggestions || others.length > 0 ? { isIncomplete: true, items: [...own, ...others] } : null
  },
}

function toItem(client: ClientCapabilities, file: SurveyFile, { replace, typed }: CitationSuggestions, item: CitationSuggestion, rank: number): CompletionItem {
  const { reference, insert } = item
  const title = oneLine(reference.title?.text ?? 'Untitled')
  const source = [reference.url && hostOf(reference.url.text), reference.accessedOn ?? reference.accessed?.text].filter((part) => part !== undefined).join(', ')
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

import { CompletionItemKind, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver'
import { addressOf, hostOf, suggestSources, type FoundSource } from '../../core'
import { toRange, toTextEdits } from '../shared/convert'
import type { OpenFile } from '../feature'
import { shown, shownList } from '../shared/shown'
import { filterText } from './filterText'
import { referenceItem } from './referenceItem'
import { row } from './row'

/**
 * Sources from elsewhere after `[`, behind the references that are `offered` already. Accepting one cites it and appends its reference, as one undo; what
 * the file lists under other words is offered as the reference that it is.
 * `find` answers what is known to a survey for what was typed; `today` is `YYYY-MM-DD`.
 */
export function sourceItems(
  client: ClientCapabilities,
  file: OpenFile,
  offset: number,
  offered: ReadonlySet<number>,
  find: (typed: string, limit: number) => readonly FoundSource[],
  today: string,
): CompletionItem[] {
  const suggestions = suggestSources(file.document, offset, (typed) => find(typed, MOST_SOURCES_OFFERED), today)
  if (!suggestions) return []
  const listed = suggestions.listed
    .filter(({ reference }) => !offered.has(reference.number))
    .map((item, i) => referenceItem(client, file, suggestions, item, offered.size + i))
  const rank = offered.size + listed.length
  return [
    ...listed,
    ...suggestions.items.map(({ source, from, number, insert, edits, authors }, i) => {
      const address = addressOf(source)
      const title = shown(source.title ?? address) || 'Untitled'
      const details = shownList([source.authors, source.year, address && hostOf(address)])
      return {
        ...row(client, { number: `+ [${number}]`, authors, title }, [from]),
        kind: CompletionItemKind.File,
        documentation: [title, details, `From ${from}. It is appended to the references as [${number}].`]
          .filter((line) => line !== '')
          .join('\n'),
        sortText: String(rank + i).padStart(4, '0'),
        filterText: filterText(suggestions.typed),
        textEdit: { range: toRange(file, suggestions.replace), newText: insert },
        additionalTextEdits: toTextEdits(file, edits),
      }
    }),
  ]
}

/** Each is read as a whole, and few are looked at. */
const MOST_SOURCES_OFFERED = 20

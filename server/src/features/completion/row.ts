import type { ClientCapabilities, CompletionItem } from 'vscode-languageserver'
import { shownList } from '../shared/shown'

/**
 * How a list shows a citation: what it is called in full contrast, after the authors that were searched for, and at the edge what is known besides.
 * VS Code fades what stands between the two, `labelDetails.detail`, and cuts the edge first.
 */
export function row(
  client: ClientCapabilities,
  { number, authors, title }: { readonly number: string; readonly authors: string | undefined; readonly title: string },
  details: readonly (string | undefined)[],
): Pick<CompletionItem, 'label' | 'labelDetails' | 'detail'> {
  const label = `${number} ${authors === undefined ? '' : `${authors}, `}${title}`
  const description = shownList(details)
  return client.textDocument?.completion?.completionItem?.labelDetailsSupport
    ? { label, labelDetails: { description } }
    : { label, detail: description }
}

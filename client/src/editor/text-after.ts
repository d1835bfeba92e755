import { type TextEdit } from 'vscode-languageserver-protocol'
import { type TextDocument } from 'vscode'
import { toRange } from './to-range'

/** A document's text as edits leave it. They may come in any order, and do not overlap. */
export function textAfter(document: TextDocument, edits: readonly TextEdit[]): string {
  const text = document.getText()
  const parts: string[] = []
  let from = 0
  for (const { start, end, newText } of offsets(document, edits)) {
    parts.push(text.slice(from, start), newText)
    from = end
  }
  return [...parts, text.slice(from)].join('')
}

function offsets(document: TextDocument, edits: readonly TextEdit[]) {
  return edits
    .map(({ range, newText }) => {
      const { start, end } = toRange(range)
      return { start: document.offsetAt(start), end: document.offsetAt(end), newText }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

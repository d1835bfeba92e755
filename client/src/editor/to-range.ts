import { Range } from 'vscode'
import { type Range as LspRange } from 'vscode-languageserver-protocol'

/** LSP and VS Code count alike: 0-based lines and UTF-16 characters. */
export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character)
}

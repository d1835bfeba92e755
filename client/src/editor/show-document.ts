import { TabInputText, window, type TextDocument, type TextEditor, type Uri, type ViewColumn } from 'vscode'

export interface ShowOptions {
  readonly preserveFocus?: boolean
  readonly preview?: boolean
  /** Where it is to be, unless it is open already. */
  readonly viewColumn?: ViewColumn
}

/** Shows a document where it is open already, rather than a second time beside it. */
export async function showDocument(document: TextDocument, options: ShowOptions = {}): Promise<TextEditor> {
  const viewColumn = columnOf(document.uri)
  return window.showTextDocument(document, { preview: false, ...options, ...(viewColumn && { viewColumn }) })
}

function columnOf(uri: Uri): ViewColumn | undefined {
  const active = window.activeTextEditor
  if (active?.document.uri.toString() === uri.toString()) return active.viewColumn
  const groups = window.tabGroups.all.filter((group) =>
    group.tabs.some((tab) => tab.input instanceof TabInputText && tab.input.uri.toString() === uri.toString()),
  )
  return (groups.find((group) => group.isActive) ?? groups[0])?.viewColumn
}

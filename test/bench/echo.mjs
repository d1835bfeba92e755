// The floors: a server that does nothing, on the library that ours is built on. `--outline` hands out an outline that it
// made when the file was opened.
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'

const makesOutline = process.argv.includes('--outline')
let outline = []

const capabilities = {
  textDocumentSync: 2,
  diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  documentSymbolProvider: true,
  completionProvider: { triggerCharacters: ['['] },
}

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
)
connection.onRequest('initialize', () => ({ capabilities }))
connection.onRequest('textDocument/diagnostic', () => ({ kind: 'full', items: [] }))
connection.onRequest('textDocument/documentSymbol', () => outline)
connection.onRequest('textDocument/completion', () => [])
connection.onRequest('shutdown', () => null)
connection.onNotification('textDocument/didOpen', ({ textDocument: { text } }) => {
  if (makesOutline) outline = headingsOf(text)
})
connection.onNotification('exit', () => process.exit())
connection.listen()

/** The headings of a text, each with those below it; a paragraph that is one emphasis heads what follows, too. */
function headingsOf(text) {
  const root = { level: 0, children: [] }
  const open = [root]
  text.split('\n').forEach((content, line) => {
    const [, marks, heading, label] = /^(?:(#{1,6}) +(.+)|[*_]{1,3}([^*_]+)[*_]{1,3}\s*$)/.exec(content) ?? []
    const name = heading ?? label
    if (name === undefined) return
    const level = marks?.length ?? 7
    const range = { start: { line, character: 0 }, end: { line, character: content.length } }
    const symbol = { name, detail: 'written', kind: 7, range, selectionRange: range, children: [] }
    while (open.at(-1).level >= level) open.pop()
    open.at(-1).children.push(symbol)
    open.push({ level, children: symbol.children })
  })
  return root.children
}

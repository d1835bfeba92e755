import { pathToFileURL } from 'node:url'

/** An editor that has one file open at a server, and does with it what an author does. */
export function createEditor(client, { path, text }) {
  const { completionProvider, diagnosticProvider, documentSymbolProvider, textDocumentSync } = client.capabilities
  const uri = pathToFileURL(path).href
  const whole = (typeof textDocumentSync === 'object' ? textDocumentSync.change : textDocumentSync) !== 2
  const lines = text.split('\n')
  let version = 1
  let lastResult
  let findings = []

  const change = ({ line, character }, length, inserted) => {
    const before = lines[line]
    lines[line] = before.slice(0, character) + inserted + before.slice(character + length)
    const range = { start: { line, character }, end: { line, character: character + length } }
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [whole ? { text: lines.join('\n') } : { range, text: inserted }],
    })
  }

  const pull = async () => {
    const report = await client.request('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: lastResult,
    })
    lastResult = report.resultId
    if (report.kind === 'full') findings = report.items
    return findings
  }

  let published
  client.listen('textDocument/publishDiagnostics', (params) => {
    // Without a version, the next that come have to do.
    if (params.uri !== uri || (params.version ?? version) < version) return
    findings = params.diagnostics
    published?.resolve(findings)
  })
  const wait = () => {
    published = client.pledge('findings')
    return published.promise
  }

  return {
    open: () => client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } }),
    insert: (position, inserted) => change(position, 0, inserted),
    remove: (position, length) => change(position, length, ''),
    /** Of the newest version: asked for where the server can be asked, else waited for. */
    findings: diagnosticProvider ? pull : wait,
    symbols: documentSymbolProvider
      ? () => client.request('textDocument/documentSymbol', { textDocument: { uri } })
      : undefined,
    /** What is offered where `trigger` has just been typed. */
    completion: completionProvider
      ? async (position, trigger) => {
          const context = completionProvider.triggerCharacters?.includes(trigger)
            ? { triggerKind: 2, triggerCharacter: trigger }
            : { triggerKind: 1 }
          const answer = await client.request('textDocument/completion', { textDocument: { uri }, position, context })
          return Array.isArray(answer) ? answer : (answer?.items ?? [])
        }
      : undefined,
  }
}

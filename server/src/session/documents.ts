import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { changeDocument, joined, openDocument, type Change, type Document, type Hints } from '../core'
import type { OpenFile } from '../features/feature'

/** The files that the client has open. Reading one is left until somebody asks, so that only the newest version is ever read. */
export interface Documents {
  open(item: TextDocumentItem): void
  change(params: DidChangeTextDocumentParams): void
  close(uri: string): void
  get(uri: string): OpenFile | undefined
  /** Of an open file, without reading it. */
  version(uri: string): number | undefined
  uris(): readonly string[]
  /** Reads every file anew when asked for, because what is known about them from outside has changed. */
  forget(): void
}

interface Entry {
  lines: TextDocument
  document?: Document | undefined
  /** What has changed since `document`. */
  pending?: Change | undefined
}

export function createDocuments(hintsFor: (uri: string) => Hints): Documents {
  const entries = new Map<string, Entry>()

  const read = (uri: string, entry: Entry): Document => {
    const text = entry.lines.getText()
    const { document, pending } = entry
    entry.pending = undefined
    entry.document = !document ? openDocument(text, hintsFor(uri)) : pending ? changeDocument(document, text, pending) : document
    return entry.document
  }

  return {
    open({ uri, languageId, version, text }) {
      if (typeof uri !== 'string' || typeof text !== 'string') throw new TypeError('A document needs an address and a text.')
      entries.set(uri, { lines: TextDocument.create(uri, languageId, version, text) })
    },

    change({ textDocument: { uri, version }, contentChanges }) {
      const entry = entries.get(uri)
      if (!entry) return
      // Not open while it changes: after a change that cannot be read nobody knows the text.
      entries.delete(uri)
      for (const change of contentChanges) {
        if ('range' in change) {
          const ends = [entry.lines.offsetAt(change.range.start), entry.lines.offsetAt(change.range.end)]
          const made = { from: Math.min(...ends), to: Math.max(...ends), inserted: change.text.length }
          entry.pending = entry.pending ? joined(entry.pending, made) : made
        } else {
          entry.document = undefined
        }
        entry.lines = TextDocument.update(entry.lines, [change], version)
      }
      if (contentChanges.length === 0) entry.lines = TextDocument.update(entry.lines, [], version)
      entries.set(uri, entry)
    },

    close: (uri) => void entries.delete(uri),

    get(uri) {
      const entry = entries.get(uri)
      return entry && { uri, version: entry.lines.version, lines: entry.lines, document: read(uri, entry) }
    },

    version: (uri) => entries.get(uri)?.lines.version,

    uris: () => [...entries.keys()],

    forget() {
      for (const entry of entries.values()) entry.document = undefined
    },
  }
}

import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver'
import { changeDocument, joined, openDocument, Text, type Change, type Document, type Hints } from '../core'
import type { OpenFile } from '../features/feature'

/** The files that the client has open. Reading one is left until somebody asks, so that only the newest version is ever read. */
export interface Documents {
  open(item: TextDocumentItem): void
  change(params: DidChangeTextDocumentParams): void
  close(uri: string): void
  get(uri: string): OpenFile | undefined
  /** A file that is not open, by its text. */
  unopened(uri: string, text: string): OpenFile
  /** Of an open file, without reading it. */
  version(uri: string): number | undefined
  uris(): readonly string[]
  /** Reads every file anew when asked for, because what is known about them from outside has changed. */
  forget(): void
}

interface Entry {
  version: number
  text: Text
  document?: Document | undefined
  /** What has changed since `document`. */
  pending?: Change | undefined
}

export function createDocuments(hintsFor: (uri: string) => Hints): Documents {
  const entries = new Map<string, Entry>()

  const read = (uri: string, entry: Entry): Document => {
    const { text, document, pending } = entry
    entry.pending = undefined
    entry.document = !document
      ? openDocument(text, hintsFor(uri))
      : pending
        ? changeDocument(document, text, pending)
        : document
    return entry.document
  }

  return {
    open({ uri, version, text }) {
      if (typeof uri !== 'string' || typeof text !== 'string')
        throw new TypeError('A document needs an address and a text.')
      entries.set(uri, { version, text: Text.of(text) })
    },

    change({ textDocument: { uri, version }, contentChanges }) {
      const entry = entries.get(uri)
      if (!entry) return
      // Not open while it changes: after a change that cannot be read nobody knows the text.
      entries.delete(uri)
      for (const change of contentChanges) {
        if (typeof change.text !== 'string') throw new TypeError('A change needs a text.')
        if ('range' in change) {
          const ends = [entry.text.offsetAt(change.range.start), entry.text.offsetAt(change.range.end)]
          const [from, to] = [Math.min(...ends), Math.max(...ends)]
          const made = { from, to, inserted: change.text.length }
          entry.pending = entry.pending ? joined(entry.pending, made) : made
          entry.text = entry.text.replace(from, to, change.text)
        } else {
          entry.document = undefined
          entry.text = Text.of(change.text)
        }
      }
      entries.set(uri, { ...entry, version })
    },

    close: (uri) => void entries.delete(uri),

    get(uri) {
      const entry = entries.get(uri)
      return entry && { uri, version: entry.version, document: read(uri, entry) }
    },

    unopened: (uri, text) => ({ uri, version: 0, document: openDocument(text, hintsFor(uri)) }),

    version: (uri) => entries.get(uri)?.version,

    uris: () => [...entries.keys()],

    forget() {
      for (const entry of entries.values()) entry.document = undefined
    },
  }
}

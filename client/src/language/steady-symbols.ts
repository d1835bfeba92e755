import {
  CancellationTokenSource,
  type Disposable,
  DocumentSymbol,
  languages,
  Position,
  Range,
  workspace,
  type SymbolInformation,
  type TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode'
import { type DocumentSymbolMiddleware } from 'vscode-languageclient'
import { surveySelector } from './selector'

/**
 * Answers for symbols at once, with those of a moment ago as they stand now. VS Code takes its breadcrumbs from whichever extension answers
 * first, and while one types that would be now us, now its own Markdown support. Where the server then says something else, VS Code is made
 * to ask again.
 */
export function steadySymbols(): Disposable & { readonly middleware: DocumentSymbolMiddleware } {
  let known: Known | undefined
  let nudge: Disposable | undefined

  const askAgain = () => {
    const before = nudge
    // VS Code asks everybody anew whenever somebody else may answer.
    nudge = languages.registerDocumentSymbolProvider([...surveySelector()], { provideDocumentSymbols: () => [] })
    before?.dispose()
  }

  const lookAgain = async (document: TextDocument, given: string, next: Next): Promise<void> => {
    const { version } = document
    const cancel = new CancellationTokenSource()
    const found = await next(document, cancel.token)
    cancel.dispose()
    if (document.version !== version) return
    known = knownFrom(document, found)
    if (JSON.stringify(known?.symbols ?? []) !== given) askAgain()
  }

  const listening = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== known?.uri) return
    for (const change of contentChanges) known = { ...known, symbols: known.symbols.map((each) => moved(each, change)) }
  })

  return {
    middleware: {
      provideDocumentSymbols(document, token, next) {
        if (known?.uri === document.uri.toString()) {
          const { symbols } = known
          lookAgain(document, JSON.stringify(symbols), next).catch(() => undefined)
          return [...symbols]
        }
        return Promise.resolve(next(document, token)).then((found) => {
          known = knownFrom(document, found)
          return found
        })
      },
    },
    dispose() {
      listening.dispose()
      nudge?.dispose()
    },
  }
}

interface Known {
  readonly uri: string
  readonly symbols: readonly DocumentSymbol[]
}

type Found = SymbolInformation[] | DocumentSymbol[] | null | undefined
type Next = (document: TextDocument, token: CancellationTokenSource['token']) => Found | Thenable<Found>

function knownFrom({ uri }: TextDocument, found: Found): Known | undefined {
  const symbols = (found ?? []).filter((each) => each instanceof DocumentSymbol)
  return symbols.length === 0 ? undefined : { uri: uri.toString(), symbols }
}

function moved(symbol: DocumentSymbol, change: TextDocumentContentChangeEvent): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = symbol
  const now = new DocumentSymbol(name, detail, kind, movedRange(range, change), movedRange(selectionRange, change))
  now.children = children.map((child) => moved(child, change))
  return now
}

/** What is typed at its end belongs to it, at its start it does not. */
const movedRange = ({ start, end }: Range, change: TextDocumentContentChangeEvent): Range =>
  new Range(movedPosition(start, change), movedPosition(end, change))

function movedPosition(position: Position, { range, text }: TextDocumentContentChangeEvent): Position {
  if (position.isBefore(range.start)) return position
  const lines = text.split(/\r\n|\r|\n/u)
  const last = lines.at(-1)?.length ?? 0
  const line = range.start.line + lines.length - 1
  const behind = lines.length === 1 ? range.start.character + last : last
  if (position.isBefore(range.end)) return new Position(line, behind)
  return position.line === range.end.line
    ? new Position(line, behind + position.character - range.end.character)
    : position.translate(lines.length - 1 - (range.end.line - range.start.line))
}

import {
  commands,
  CompletionTriggerKind,
  Disposable,
  window,
  workspace,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode'
import { type CompletionMiddleware } from 'vscode-languageclient'
import { TYPED_ON } from '../../../server/src/protocol'
import { type Server } from '../language/server'

/** The list of citations that is open after a bracket, for as long as the author goes on there. */
export interface Offering extends Disposable {
  readonly middleware: CompletionMiddleware
}

/**
 * Keeps the list of citations open while a title or an address is typed, and deleted, after a bracket. While a list is open VS Code asks again after letters
 * and digits. After the marks of `TYPED_ON` it asks wherever they are typed: that is passed on where citations are being offered, and nowhere
 * else. Where a deletion ends behind a mark it closes the list, and where there was none it opens none: that is made good from here.
 * After Escape all of this ends, until another bracket, or until somebody asks for the list.
 */
export function keepOffering(serverOf: () => Server): Offering {
  let open: Place | undefined
  let told = false
  const set = (place: Place | undefined) => {
    open = place
    const isOffered = place?.state !== undefined && place.state !== 'asked'
    if (told !== isOffered) void commands.executeCommand('setContext', 'survey.offering', (told = isOffered))
  }
  const end = () => set(undefined)

  const offerAgain = async (document: TextDocument, position: Position) => {
    // It asks those whom the character before the cursor concerns, and whoever has typed on meanwhile is not disturbed.
    if (asksUs(document.lineAt(position.line).text.charAt(position.character - 1)))
      await commands.executeCommand('default:compositionEnd')
    else if (open?.state === 'empty' && (await isStillHere(document, position)))
      await commands.executeCommand('editor.action.triggerSuggest', { auto: true })
  }
  const isStillHere = async (document: TextDocument, position: Position): Promise<boolean> => {
    const { version } = document
    // The language client, which listens as well, tells the server first.
    await Promise.resolve()
    const isOffered = await serverOf().offers(document, position)
    const editor = window.activeTextEditor
    return (
      isOffered &&
      document.version === version &&
      editor?.document === document &&
      editor.selection.active.isEqual(position)
    )
  }

  const changed = ({ document, contentChanges, reason }: TextDocumentChangeEvent) => {
    const [change, ...others] = contentChanges
    if (!open || !change || document.uri.toString() !== open.uri || others.length > 0) return
    const { range, text } = change
    const position = range.start.translate(0, text.length)
    if (reason !== undefined || !range.isSingleLine || !isIn(open, document, position)) end()
    else if (text === '') void offerAgain(document, position).catch(() => undefined)
  }

  const owned = Disposable.from(
    // Not in the manifest: VS Code would look for an extension to activate before it runs.
    commands.registerCommand('survey.closeOffering', end),
    workspace.onDidChangeTextDocument(changed),
    window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      if (document.uri.toString() === open?.uri && !isIn(open, document, selection.active)) end()
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.uri.toString() !== open?.uri) end()
    }),
  )
  return {
    middleware: {
      async provideCompletionItem(document, position, context, token, next) {
        if (isMark(context) && !isIn(open, document, position)) return undefined
        // A mark may be typed before there is an answer.
        if (isBracket(context)) set({ uri: document.uri.toString(), start: position, state: 'asked' })
        const found: Found = await next(document, position, context, token)
        if (!token.isCancellationRequested) set(placeOf(found, document, open))
        return found
      },
    },
    dispose: () => void owned.dispose(),
  }
}

/** Where what is typed after the bracket begins, on its line, and what the server has offered there for it. */
interface Place {
  readonly uri: string
  readonly start: Position
  readonly state: 'asked' | 'full' | 'empty'
}

type Found = CompletionItem[] | CompletionList | null | undefined

const isIn = (place: Place | undefined, document: TextDocument, position: Position): boolean =>
  place !== undefined &&
  place.uri === document.uri.toString() &&
  place.start.line === position.line &&
  place.start.character <= position.character &&
  !document.lineAt(position.line).text.slice(place.start.character, position.character).includes(']')

const isMark = ({ triggerKind, triggerCharacter }: CompletionContext): boolean =>
  triggerKind === CompletionTriggerKind.TriggerCharacter && TYPED_ON.includes(triggerCharacter ?? '')

const isBracket = ({ triggerCharacter }: CompletionContext): boolean => triggerCharacter === '['

/** Whether VS Code asks us after this character has been typed. */
const asksUs = (character: string): boolean => character === '[' || TYPED_ON.includes(character)

/** Only a list of citations wants to be asked for again. Where it is empty what is typed on, or deleted, may find something. */
function placeOf(found: Found, document: TextDocument, before: Place | undefined): Place | undefined {
  if (!found || Array.isArray(found) || found.isIncomplete !== true) return undefined
  const range = found.items[0]?.range
  if (!range) return before && { ...before, state: 'empty' }
  const { start } = 'inserting' in range ? range.inserting : range
  return { uri: document.uri.toString(), start, state: 'full' }
}

import { expect } from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ProtocolConnection } from 'vscode-languageserver/node'
import type { Feature } from '../../server/src/features/feature'
import type {
  Citable,
  ClientOffers,
  Outline,
  PasteAnswer,
  PlanAnswer,
  PlanRefusal,
  SnippetEdit,
  VersionedEdits,
} from '../../server/src/protocol'
import { startClient } from './client'
import { fixture } from './fixture'

export interface CheckOptions {
  /** What ends the fixture's lines. */
  readonly lineBreak?: string
  /** Of the client; an editor that can do everything, unless said otherwise. */
  readonly capabilities?: ClientCapabilities
  /** What the client has under `survey`. */
  readonly settings?: unknown
  /** What it does for the server. */
  readonly offers?: ClientOffers
  /** More parameters of the request, or others than usual. */
  readonly params?: object
}

/**
 * What a feature answers for the cursor (`$0`) of a fixture, one string an item and none where it is silent, as an author would
 * see it: places as `line:column “text”` (from 1), edits and completions as the text that accepting them leaves, with the
 * stops of snippets and `$0` for the cursor. An answer that a client could not use fails the test.
 */
export async function check(feature: Feature, source: string, options: CheckOptions = {}): Promise<readonly string[]> {
  const { answer, file } = await ask<never>(feature, source, options)
  const view = VIEWS[feature.method]
  if (!view) throw new Error(`No view of ${feature.method}.`)
  return answer === null ? [] : view.shown(answer, file)
}

/** The answer as it arrives; what a client asks for later, for each item that it shows, is already there. */
export async function ask<Answer>(
  feature: Feature,
  source: string,
  { lineBreak, capabilities = EDITOR, settings, offers, params }: CheckOptions = {},
): Promise<{ answer: Answer; file: File }> {
  const {
    text,
    cursor,
    labels: [label],
  } = fixture(source, lineBreak)
  const document = TextDocument.create(URI, 'markdown', VERSION, text)
  const at = (from: number): Position => document.positionAt(from)
  const position = cursor === undefined ? undefined : at(cursor)
  const range = label
    ? { start: at(label.from), end: at(label.to) }
    : { start: position ?? at(0), end: position ?? at(0) }
  const client = await startClient({ capabilities, initializationOptions: offers })
  try {
    const { connection } = client
    if (settings !== undefined)
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { survey: settings } })
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: VERSION, text },
    })
    const view = VIEWS[feature.method]
    const asked = {
      textDocument: { uri: URI },
      position: position ?? at(0),
      ...view?.asks?.({ position, range }),
      ...params,
    }
    const arrived = await connection.sendRequest<Answer>(feature.method, asked)
    const answer = arrived && view?.completed ? await view.completed<Answer>(arrived, connection) : arrived
    return { answer, file: { text, document, cursor: cursor ?? 0 } }
  } finally {
    await client.stop()
  }
}

export const URI = 'file:///work/survey.md'
const VERSION = 7

/** An editor that can do everything. */
export const EDITOR: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    documentLink: { tooltipSupport: true },
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
}

interface File {
  readonly text: string
  readonly document: TextDocument
  readonly cursor: number
}

interface View<Answer> {
  /** What the client asks for when its user looks at an item, or chooses one. */
  completed?<A>(answer: A, connection: ProtocolConnection): Promise<A>
  asks?(at: { readonly position: Position | undefined; readonly range: Range }): object
  shown(answer: Answer, file: File): readonly string[]
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint']

const VIEWS: Readonly<Record<string, View<never>>> = {
  'textDocument/hover': {
    shown: ({ range, contents }: Hover, file) => [place(file, range as Range), (contents as { value: string }).value],
  },
  'textDocument/definition': { shown: (found: Location[], file) => found.map(({ range }) => place(file, range)) },
  'textDocument/references': {
    asks: () => ({ context: { includeDeclaration: true } }),
    shown: (found: Location[], file) => found.map(({ range }) => place(file, range)),
  },
  'textDocument/documentHighlight': {
    shown: (found: DocumentHighlight[], file) =>
      found.map(({ range, kind }) => `${kind === 3 ? 'write' : 'read'} ${place(file, range)}`),
  },
  'textDocument/diagnostic': {
    shown: ({ items }: { items: Diagnostic[] }, file) =>
      items.map(
        ({ range, severity, code, message }) =>
          `${place(file, range)} ${SEVERITIES[severity ?? 0]} ${code}: ${message as string}`,
      ),
  },
  'textDocument/documentSymbol': {
    shown: (symbols: DocumentSymbol[], file) => symbols.flatMap((symbol) => symbolRows(symbol, file, '')),
  },
  'textDocument/completion': {
    shown: ({ items }: CompletionList, file) =>
      items
        .filter((item) => isFound(item, file))
        .map(
          (item) =>
            `${item.label}${item.labelDetails?.detail ?? ''} → ${changedLines(file.text, accepted(item, file))}`,
        ),
  },
  'textDocument/codeAction': {
    asks: ({ range }) => ({ range, context: { diagnostics: [] } }),
    completed: <A>(actions: A, connection: ProtocolConnection) =>
      Promise.all(
        (actions as readonly CodeAction[]).map((action) =>
          action.edit ? Promise.resolve(action) : connection.sendRequest<CodeAction>('codeAction/resolve', action),
        ),
      ) as Promise<A>,
    shown: (actions: CodeAction[], file) =>
      actions.map(({ title, edit }) => `${title} → ${edited(file, editsOf(edit))}`),
  },
  'textDocument/documentLink': {
    shown: (links: DocumentLink[], file) =>
      links.map(
        ({ range, target, tooltip }) =>
          `${place(file, range)} → ${target}${tooltip === undefined ? '' : ` (${tooltip})`}`,
      ),
  },
  'textDocument/codeLens': {
    shown: (lenses: CodeLens[], file) =>
      lenses.map(
        ({ range, command }) =>
          `${place(file, range)} ${command?.title}${command?.command ? ` → ${command.command} ${JSON.stringify(command.arguments)}` : ''}`,
      ),
  },
  'textDocument/prepareRename': {
    shown: ({ range, placeholder }: { range: Range; placeholder: string }, file) => [
      `${place(file, range)} as ${placeholder}`,
    ],
  },
  'textDocument/rename': { shown: (edit: WorkspaceEdit, file) => [edited(file, editsOf(edit))] },
  'survey/plan': {
    asks: () => ({ uri: URI, version: VERSION }),
    shown: (answer: PlanAnswer, file) =>
      'refused' in answer
        ? [answer.refused, ...answer.ranges.map((range) => place(file, range))]
        : [
            ...answer.changes.map(
              ({ subject, before, after, range }) => `${place(file, range)} ${subject}: ${before} → ${after}`,
            ),
            ...answer.losses,
            ...answer.notes,
            edited(file, answer.edits),
          ],
  },
  'survey/numberAt': {
    asks: ({ position }) => ({ uri: URI, version: VERSION, position: position ?? { line: 0, character: 0 } }),
    shown: ({ number, range }: { readonly number: number; readonly range: Range }, file) => [
      `${place(file, range)} as ${number}`,
    ],
  },
  'survey/newInitiative': {
    asks: ({ position }) => ({ uri: URI, version: VERSION, position: position ?? { line: 0, character: 0 } }),
    shown({ version, range, snippet, edits }: SnippetEdit, file) {
      expect(version).toBe(VERSION)
      return [edited(file, [{ range, newText: unescaped(snippet) }, ...edits])]
    },
  },
  'survey/insertMissing': {
    asks: ({ position }) => ({ uri: URI, version: VERSION, position: position ?? null }),
    shown({ version, edits }: VersionedEdits, file) {
      expect(version).toBe(VERSION)
      return edits.length === 0 ? [] : [edited(file, edits)]
    },
  },
  'survey/citables': {
    asks: ({ position }) => ({
      uri: URI,
      version: VERSION,
      position: position ?? { line: 0, character: 0 },
      typed: '',
    }),
    shown: (found: readonly Citable[] | PlanRefusal) =>
      'refused' in found
        ? [found.refused]
        : found.map(
            ({ number, title, detail, from }) =>
              `${number === null ? '+' : `[${number}]`} ${title} (${detail})${from === null ? '' : ` from ${from}`}`,
          ),
  },
  'survey/cite': { asks: ({ range }) => ({ uri: URI, version: VERSION, range }), shown: citedLines },
  'survey/paste': { asks: ({ range }) => ({ uri: URI, version: VERSION, range }), shown: citedLines },
  'survey/newSurvey': { shown: (snippet: string) => [unescaped(snippet)] },
  'survey/outline': { asks: () => ({ uri: URI }), shown: outlineRows },
}

function place({ document }: File, range: Range): string {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
  expect({ start: document.positionAt(from), end: document.positionAt(to) }, 'a range of the text').toEqual({
    start: range.start,
    end: range.end,
  })
  return `${range.start.line + 1}:${range.start.character + 1} “${document.getText(range)}”`
}

function symbolRows(
  { name, detail, range, selectionRange, children = [] }: DocumentSymbol,
  file: File,
  indent: string,
): readonly string[] {
  const { document } = file
  expect(
    document.offsetAt(range.start) <= document.offsetAt(selectionRange.start) &&
      document.offsetAt(selectionRange.end) <= document.offsetAt(range.end),
    `${name}: the selection is in the range`,
  ).toBe(true)
  const end = document.positionAt(document.offsetAt(range.end))
  return [
    `${indent}${name} (${detail}) ${place(file, selectionRange)} to ${end.line + 1}:${end.character + 1}`,
    ...children.flatMap((child) => symbolRows(child, file, `${indent}  `)),
  ]
}

function outlineRows(
  { version, survey, reason, profile, done, total, initiatives, sections, references, incomplete }: Outline,
  file: File,
): readonly string[] {
  expect(version).toBe(VERSION)
  if (!survey) return [reason]
  return [
    `${profile} ${done}/${total}: ${reason}`,
    ...initiatives.flatMap((initiative) => [
      `#${initiative.number} ${initiative.done}/${initiative.total} ${place(file, initiative.selection)}`,
      ...initiative.sections.map(({ title, state, selection }) => `  ${title} (${state}) ${place(file, selection)}`),
    ]),
    ...sections.map(({ title, state, selection }) => `${title} (${state}) ${place(file, selection)}`),
    ...references.map(
      ({ number, title, citations, selection }) => `[${number}] ×${citations} ${title} ${place(file, selection)}`,
    ),
    ...incomplete.map(({ title, state, selection }) => `to write: ${title} (${state}) ${place(file, selection)}`),
  ]
}

/** The lines that citing changes, or why it does not. */
function citedLines(answer: PasteAnswer | PlanRefusal, file: File): readonly string[] {
  if ('refused' in answer) return [answer.refused]
  expect(answer.version).toBe(VERSION)
  return [
    `cites ${answer.numbers.join(', ')}, ${answer.known} known`,
    changedLines(file.text, edited(file, answer.edits)),
  ]
}

/** The text after an item was accepted, with the cursor where the editor leaves it. */
function accepted({ textEdit, insertTextFormat, additionalTextEdits = [] }: CompletionItem, file: File): string {
  const { range, newText } = textEdit as TextEdit
  const { start, end } = range
  expect(start.line, 'what is replaced is on one line').toBe(end.line)
  expect(
    file.document.offsetAt(start) <= file.cursor && file.cursor <= file.document.offsetAt(end),
    'the cursor is in what is replaced',
  ).toBe(true)
  return edited(file, [
    { range, newText: insertTextFormat === 2 ? unescaped(newText) : `${newText}$0` },
    ...additionalTextEdits,
  ])
}

/** Whether an editor finds what was typed in the item, as it filters what it is given. */
function isFound({ textEdit, filterText = '' }: CompletionItem, { text, document, cursor }: File): boolean {
  const typed = text
    .slice(document.offsetAt((textEdit as TextEdit).range.start), cursor)
    .trimStart()
    .toLowerCase()
  let at = 0
  return [...typed].every((character) => (at = filterText.toLowerCase().indexOf(character, at) + 1) > 0)
}

/** A snippet as it is read: stops stay, `\$` is a dollar. */
const unescaped = (snippet: string): string => snippet.replace(/\\([\\$}])/gu, '$1')

function edited({ document }: File, edits: readonly TextEdit[]): string {
  for (const { range } of edits)
    expect(document.getText(range)).toBe(
      document.getText().slice(document.offsetAt(range.start), document.offsetAt(range.end)),
    )
  return TextDocument.applyEdits(document, [...edits])
}

function editsOf(edit: WorkspaceEdit | undefined): readonly TextEdit[] {
  const [change] = edit?.documentChanges ?? []
  if (!change) return edit?.changes?.[URI] ?? []
  expect(change).toMatchObject({ textDocument: { uri: URI, version: VERSION } })
  return (change as { edits: TextEdit[] }).edits
}

/** The lines of `after` between the first and the last that differ. */
function changedLines(before: string, after: string): string {
  const [old, lines] = [before.split('\n'), after.split('\n')]
  let first = 0
  while (first < lines.length - 1 && old[first] === lines[first]) first++
  let last = lines.length
  while (last > first + 1 && old[old.length - (lines.length - last) - 1] === lines[last - 1]) last--
  return lines.slice(first, last).join('\n').replace(/\r$/u, '')
}

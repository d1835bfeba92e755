import assert from 'node:assert/strict'
import * as vscode from 'vscode'

/** Drives the editor as its commands do. Everything waits for events, nothing sleeps. */

export function fileInWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder, 'the runner opens a folder')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Opens a file of the workspace in an editor of its own; the one that was there is closed, its changes dropped. */
export async function open(name: string): Promise<vscode.TextEditor> {
  await closeAll()
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileInWorkspace(name)))
  const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileInWorkspace(name)))
  await until(`${name} as it is on disk`, async () => {
    if (editor.document.getText() === saved) return true
    await vscode.commands.executeCommand('workbench.action.files.revert')
    return false
  })
  return editor
}

export async function openText(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  await closeAll()
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }))
}

export async function closeAll(): Promise<void> {
  // Whether a document is dirty is told late, so every one is reverted that may be.
  for (const document of vscode.workspace.textDocuments.filter(
    ({ isClosed, uri }) => !isClosed && (uri.scheme === 'untitled' || isInWorkspace(uri)),
  )) {
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

const isInWorkspace = (uri: vscode.Uri): boolean =>
  vscode.workspace.getWorkspaceFolder(uri) !== undefined && !uri.path.includes('/.vscode/')

/** Waits until `check` holds, looking again at every event that can change it. */
export async function until<T>(
  what: string,
  check: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 15_000,
): Promise<T> {
  const deadline = Date.now() + limit
  for (;;) {
    const result = await check()
    if (result !== undefined && result !== false) return result
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await somethingHappens(250)
  }
}

/** The next event of the editor, or a while later: a language server's answers make no event. */
function somethingHappens(limit: number): Promise<void> {
  return new Promise((resolve) => {
    const subscriptions: vscode.Disposable[] = []
    const timer = setTimeout(done, limit)
    function done(): void {
      clearTimeout(timer)
      subscriptions.forEach((subscription) => void subscription.dispose())
      resolve()
    }
    subscriptions.push(
      vscode.languages.onDidChangeDiagnostics(done),
      vscode.workspace.onDidChangeTextDocument(done),
      vscode.window.onDidChangeTextEditorSelection(done),
    )
  })
}

export const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code)

export const findings = ({ document }: vscode.TextEditor): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'survey')

/** `code × count`, most first, for a message that says what is wrong at a glance. */
export function tally(diagnostics: readonly vscode.Diagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const diagnostic of diagnostics)
    counts[String(codeOf(diagnostic))] = (counts[String(codeOf(diagnostic))] ?? 0) + 1
  return counts
}

/** Waits until the findings are these, by code and number. */
export async function findingsAre(editor: vscode.TextEditor, wanted: Record<string, number>): Promise<void> {
  await until(`findings ${JSON.stringify(wanted)}`, () => same(tally(findings(editor)), wanted)).catch(() =>
    assert.deepEqual(tally(findings(editor)), wanted),
  )
}

const same = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys({ ...a, ...b }).every((key) => a[key] === b[key])

export const textOf = ({ document }: vscode.TextEditor): string => document.getText()

/** The position behind the first occurrence of some text. */
export function behind({ document }: vscode.TextEditor, text: string): vscode.Position {
  const at = document.getText().indexOf(text)
  assert.ok(at >= 0, `the document holds ${JSON.stringify(text)}`)
  return document.positionAt(at + text.length)
}

export function moveTo(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position)
}

/** Changes the text as typing would. */
export async function replace(editor: vscode.TextEditor, old: string, by: string): Promise<void> {
  const end = behind(editor, old)
  const start = editor.document.positionAt(editor.document.offsetAt(end) - old.length)
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), by)))
}

export const undo = (): Thenable<unknown> => vscode.commands.executeCommand('undo')

export const selected = (editor: vscode.TextEditor): string => editor.document.getText(editor.selection)

/** The code actions for the first finding with that code, each with its edit. */
export async function actionsFor(editor: vscode.TextEditor, code: string): Promise<readonly vscode.CodeAction[]> {
  const finding = await until(`a finding ${code}`, () => findings(editor).find((each) => codeOf(each) === code))
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    MOST_RESOLVED,
  )
}

/** Of so many code actions the edits are asked for at once. */
export const MOST_RESOLVED = 50

export async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title === title)
  assert.ok(action?.edit, `“${title}” is offered, among ${JSON.stringify(actions.map((each) => each.title))}`)
  assert.ok(await vscode.workspace.applyEdit(action.edit))
}

export async function completionsAt(
  editor: vscode.TextEditor,
  position: vscode.Position,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    position,
    trigger,
    10,
  )
  return list.items.filter(
    ({ kind }) => kind === vscode.CompletionItemKind.Reference || kind === vscode.CompletionItemKind.Struct,
  )
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label)

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { commandTable } from '../../../client/src/commands/index'
import {
  actionsFor,
  behind,
  closeAll,
  fileInWorkspace,
  findingsAre,
  moveTo,
  open,
  textOf,
  undo,
  until,
} from './support/editor'

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command)

const asSurvey = async (): Promise<vscode.TextEditor> => {
  const editor = await open('survey.md')
  await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
  moveTo(editor, behind(editor, 'A company of the same name'))
  return editor
}

/** What the author is told while a command runs. */
const told = (command: string): Promise<readonly string[]> => toldWhile(() => run(command))

async function toldWhile(work: () => Thenable<unknown>): Promise<readonly string[]> {
  const { showWarningMessage } = vscode.window
  const messages: string[] = []
  const listen = (message: string): Promise<undefined> => {
    messages.push(message)
    return Promise.resolve(undefined)
  }
  Object.assign(vscode.window, { showWarningMessage: listen })
  try {
    await work()
  } finally {
    Object.assign(vscode.window, { showWarningMessage })
  }
  return messages
}

describe('24 a survey that is read-only', () => {
  const setting = (name: string) => (globs: object | undefined) =>
    vscode.workspace.getConfiguration('files').update(name, globs, vscode.ConfigurationTarget.Workspace)
  const include = setting('readonlyInclude')
  const exclude = setting('readonlyExclude')
  const source = 'https://example.org/flags/a-study'

  afterEach(async () => {
    await include(undefined)
    await exclude(undefined)
    await run('workbench.action.files.resetActiveEditorReadonlyInSession')
    await closeAll()
  })

  it('is changed by no command, at no cursor, and each says why', async () => {
    await include({ '**/survey.md': true })
    const editor = await asSurvey()
    const before = textOf(editor)
    editor.selections = ['A company of the same name', 'Teams that ship daily']
      .map((text) => behind(editor, text))
      .map((place) => new vscode.Selection(place, place))
    await vscode.env.clipboard.writeText(source)
    const editing = commandTable.filter(({ edits }) => edits)
    assert.ok(editing.length > 10)
    for (const { id } of editing) {
      const messages = await told(id)
      assert.equal(textOf(editor), before, id)
      assert.deepEqual(messages.length, 1, `${id}: ${JSON.stringify(messages)}`)
      assert.match(messages[0] ?? '', /survey\.md is read-only.*files\.readonlyInclude.*Nothing was changed/u, id)
    }
  })

  it('is one where VS Code takes it for one by its globs', async () => {
    const editor = await asSurvey()
    const before = textOf(editor)
    for (const globs of [{ '*.md': true }, { '**/*.md': true }, { [editor.document.uri.fsPath]: true }]) {
      await include(globs)
      assert.equal((await told('survey.insertAllMissingSections')).length, 1, JSON.stringify(globs))
      assert.equal(textOf(editor), before)
    }
    await exclude({ 'survey.*': true })
    for (const globs of [{ '**/*.md': true }, { 'published.md': true }, { '*.md': false }, { 'german/**': true }]) {
      await include(globs)
      if (!('**/*.md' in globs)) await exclude(undefined)
      assert.deepEqual(await told('survey.insertAllMissingSections'), [], JSON.stringify(globs))
      assert.notEqual(textOf(editor), before)
      await undo()
      assert.equal(textOf(editor), before)
    }
  })

  it('has no quick fixes: the Problems view would make them', async () => {
    const editor = await asSurvey()
    assert.ok((await actionsFor(editor, 'missing-section')).length > 0)
    await include({ 'survey.md': true })
    assert.deepEqual(await actionsFor(editor, 'missing-section'), [])
  })

  it('does not follow when an initiative of another gets a new title, which is said', async () => {
    const linking = fileInWorkspace('linking.md')
    const text = '---\nsurvey: true\n---\n\nSee [Hugo](published.md#hugo).\n'
    await vscode.workspace.fs.writeFile(linking, new TextEncoder().encode(text))
    try {
      const editor = await open('published.md')
      await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 1 })
      const rename = (): Thenable<vscode.WorkspaceEdit> =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          editor.document.uri,
          behind(editor, '### Hug'),
          'Hugo 2',
        )
      const changed = (edit: vscode.WorkspaceEdit): readonly string[] =>
        edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri))
      assert.deepEqual(changed(await rename()), ['published.md', 'linking.md'])
      await include({ 'linking.md': true })
      let edit: vscode.WorkspaceEdit | undefined
      const messages = await toldWhile(async () => (edit = await rename()))
      assert.ok(edit)
      assert.deepEqual(changed(edit), ['published.md'])
      assert.deepEqual(messages, ['Read-only, so links there keep the old title: linking.md'])
    } finally {
      await closeAll()
      await vscode.workspace.fs.delete(linking)
    }
  })

  it('is changed by no command either where VS Code alone knows', async () => {
    const editor = await asSurvey()
    const before = textOf(editor)
    await vscode.env.clipboard.writeText(source)
    await run('workbench.action.files.setActiveEditorReadonlyInSession')
    for (const command of ['survey.insertAllMissingSections', 'survey.newInitiative', 'survey.pasteCitation']) {
      const messages = await told(command)
      assert.equal(textOf(editor), before, command)
      assert.match(messages.join('\n'), /survey\.md is read-only.*Nothing was changed/u, command)
    }
    await run('workbench.action.files.setActiveEditorWriteableInSession')
    await until('the sections', async () => {
      await run('survey.insertAllMissingSections')
      return textOf(editor) !== before
    })
    await undo()
  })
})

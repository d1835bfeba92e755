import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { findingsAre, moveTo, open, selected, until } from './support/editor'

describe('8 jumps to what is incomplete', () => {
  const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command)

  async function survey(): Promise<vscode.TextEditor> {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    moveTo(editor, new vscode.Position(0, 0))
    return editor
  }

  /** Runs a command until it has moved the cursor, and answers the heading above it. */
  async function jump(editor: vscode.TextEditor, command: string): Promise<string> {
    const before = editor.selection
    await run(command)
    await until('the cursor to move', () => !editor.selection.isEqual(before))
    let line = editor.selection.active.line
    while (!editor.document.lineAt(line).text.startsWith('#')) line--
    return editor.document.lineAt(line).text
  }

  it('next selects placeholder after placeholder and wraps around', async () => {
    const editor = await survey()
    assert.equal(await jump(editor, 'survey.nextIncomplete'), '## What do we need?')
    assert.equal(selected(editor), '???')
    assert.equal(await jump(editor, 'survey.nextIncomplete'), '#### Who does it?')
    for (let step = 2; step < 15; step++) await jump(editor, 'survey.nextIncomplete')
    assert.equal(await jump(editor, 'survey.nextIncomplete'), '## What do we need?')
  })

  it('previous goes the other way', async () => {
    const editor = await survey()
    assert.equal(await jump(editor, 'survey.previousIncomplete'), '## Observations')
    assert.equal(await jump(editor, 'survey.previousIncomplete'), '#### Threats')
  })

  it('what is typed replaces the placeholder', async () => {
    const editor = await survey()
    await jump(editor, 'survey.nextIncomplete')
    await vscode.commands.executeCommand('type', { text: 'Speed.' })
    assert.ok(editor.document.getText().includes('## What do we need?\n\nSpeed.\n'))
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 13 })
  })

  it('a list takes the author to the nearest first', async () => {
    const editor = await survey()
    const line = editor.document.getText().split('\n').indexOf('### #2 Unleash')
    moveTo(editor, new vscode.Position(line, 0))
    await acceptFirst(run('survey.goToIncomplete'), editor)
    assert.equal(editor.document.lineAt(editor.selection.active.line - 2).text, '#### Strengths')
  })

  it('a list over the workspace has the other surveys too', async () => {
    await survey()
    const closed = run('survey.goToIncompleteInWorkspace')
    await until('another survey', async () => {
      await run('workbench.action.quickOpenSelectNext')
      return vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith('published.md'))
    })
    await run('workbench.action.closeQuickOpen')
    await closed
  })

  /** Accepts the first row as soon as there is one. */
  async function acceptFirst(closed: Thenable<unknown>, editor: vscode.TextEditor): Promise<void> {
    const before = editor.selection
    await until('the list to take the author somewhere', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem')
      return !editor.selection.isEqual(before)
    })
    await closed
  }
})

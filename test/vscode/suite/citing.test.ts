import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { behind, findingsAre, moveTo, open, textOf, undo, until } from './support/editor'

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args)

async function survey(): Promise<vscode.TextEditor> {
  const editor = await open('survey.md')
  await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
  return editor
}

/** Runs Insert Citation and takes the first that is offered. */
async function citeFirst(): Promise<void> {
  let ended = false
  const running = Promise.resolve(run('survey.insertCitation')).finally(() => (ended = true))
  await until('the citation', async () => {
    if (!ended) await run('workbench.action.acceptSelectedQuickOpenItem')
    return ended
  })
  await running
}

describe('22 Insert Citation', () => {
  it('cites at the cursor, which is behind it then, and is one undo', async () => {
    const editor = await survey()
    const before = textOf(editor)
    moveTo(editor, behind(editor, 'A company of the same name'))
    await citeFirst()
    const after = textOf(editor)
    assert.match(after, /A company of the same name \[\d\], and its users/u)
    await run('type', { text: '!' })
    assert.match(textOf(editor), /A company of the same name \[\d\]!, and its users/u)
    await undo()
    if (textOf(editor) === after) await undo()
    assert.equal(textOf(editor), before)
  })

  it('cites at every cursor, as one undo', async () => {
    const editor = await survey()
    const before = textOf(editor)
    const places = ['A company of the same name', 'Teams that ship daily'].map((text) => behind(editor, text))
    editor.selections = places.map((place) => new vscode.Selection(place, place))
    await citeFirst()
    assert.match(textOf(editor), /ship daily \[\d\] cannot[^]*same name \[\d\], and/u)
    assert.equal(editor.selections.length, 2)
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('changes nothing where nothing can be cited', async () => {
    const editor = await survey()
    const before = textOf(editor)
    moveTo(editor, behind(editor, '[3] Unleash'))
    await run('survey.insertCitation')
    assert.equal(textOf(editor), before)
    await run('notifications.clearAll')
  })
})

// What VS Code offers when something is pasted needs keys of a person: `ui/citing.mjs` has it.
describe('23 Paste as Citation', () => {
  const study = 'https://example.org/flags/a-study'

  async function pasteAfter(editor: vscode.TextEditor, text: string, clipboard: string): Promise<void> {
    await vscode.env.clipboard.writeText(clipboard)
    moveTo(editor, behind(editor, text))
    await run('survey.pasteCitation')
  }

  it('cites, lists what is new, and is one undo', async () => {
    const editor = await survey()
    const before = textOf(editor)
    await pasteAfter(editor, 'A company of the same name', study)
    assert.match(textOf(editor), /same name \[4\], and[^]*^\[4\] .*https:\/\/example\.org\/flags\/a-study/mu)
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('cites by its number what the list has', async () => {
    const editor = await survey()
    const before = textOf(editor)
    await pasteAfter(editor, 'A company of the same name', 'http://docs.getunleash.io?utm_source=mail')
    assert.equal(textOf(editor), before.replace('of the same name', 'of the same name [3]'))
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('adds a source once, however many cursors cite it', async () => {
    const editor = await survey()
    const before = textOf(editor)
    await vscode.env.clipboard.writeText(study)
    editor.selections = ['A company of the same name', 'Teams that ship daily']
      .map((text) => behind(editor, text))
      .map((place) => new vscode.Selection(place, place))
    await run('survey.pasteCitation')
    assert.equal(textOf(editor).match(/\[4\]/gu)?.length, 3)
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('changes nothing with words, and in the reference list', async () => {
    const editor = await survey()
    const before = textOf(editor)
    await pasteAfter(editor, 'A company of the same name', 'some words of a sentence')
    await pasteAfter(editor, '[3] Unleash', study)
    assert.equal(textOf(editor), before)
    await run('notifications.clearAll')
  })
})

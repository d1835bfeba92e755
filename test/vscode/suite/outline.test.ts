import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { findings, open, until } from './support/editor'

describe('2 outline', () => {
  const symbols = async (editor: vscode.TextEditor): Promise<vscode.DocumentSymbol[]> =>
    vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri)

  const ours = (list: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
    list.filter(({ detail }) => /^\d\/\d$/.test(detail))

  const setSymbols = (value: string | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('survey').update('outline.symbols', value, vscode.ConfigurationTarget.Workspace)

  afterEach(() => setSymbols(undefined))

  it('leaves headings to VS Code by default', async () => {
    const editor = await open('survey.md')
    await until('the server to be there', () => findings(editor).length > 0)
    assert.deepEqual(ours(await symbols(editor)), [])
  })

  it('shows initiatives with progress and sections with state where labels are no headings', async () => {
    const editor = await open('published.md')
    const found = await until('symbols', async () => {
      const list = ours(await symbols(editor))
      return list.length === 2 && list
    })
    assert.deepEqual(
      found.map(({ name, detail }) => `${name} ${detail}`),
      ['Hugo 4/6', 'Eleventy 6/6'],
    )
    assert.deepEqual(
      found[0]?.children.map(({ name, detail }) => `${name}: ${detail}`),
      [
        'What is it?: done',
        'Who does it?: done',
        'Strengths: done',
        'Weaknesses: to write',
        'Opportunities: says none',
      ],
    )
  })

  it('obeys on and off', async () => {
    const survey = await open('survey.md')
    await setSymbols('on')
    await until('symbols', async () => ours(await symbols(survey)).length === 3)
    await setSymbols('off')
    const published = await open('published.md')
    await until('no symbols', async () => ours(await symbols(published)).length === 0)
  })

  it('has a view that opens by command', async () => {
    await open('survey.md')
    await vscode.commands.executeCommand('survey.openOutline')
    await vscode.commands.executeCommand('survey.showIncompleteOnly')
    await vscode.commands.executeCommand('survey.showAll')
    await vscode.commands.executeCommand('workbench.view.explorer')
  })
})

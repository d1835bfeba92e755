import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { behind, completionsAt, findings, findingsAre, moveTo, open, openText, textOf, until } from './support/editor'

describe('1 recognition', () => {
  it('finds what is to be written in a survey', async () => {
    await findingsAre(await open('survey.md'), { 'missing-section': 1, 'placeholder-text': 14 })
  })

  it('does nothing in an ordinary file, whatever stands in it', async () => {
    const survey = await open('survey.md')
    await until('the server to be there', () => findings(survey).length > 0)
    const editor = await open('notes.md')
    const before = textOf(editor)
    moveTo(editor, behind(editor, 'item ['))
    assert.deepEqual(await completionsAt(editor, behind(editor, 'item ['), '['), [])
    await vscode.commands.executeCommand('survey.nextIncomplete')
    await vscode.commands.executeCommand('survey.newInitiative')
    assert.deepEqual(findings(editor), [])
    assert.equal(textOf(editor), before)
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    )
    assert.ok(symbols.every(({ detail }) => !/\d\/\d/.test(detail)))
  })

  it('takes any file for a survey that says so in its front matter', async () => {
    const editor = await openText('---\nsurvey: true\n---\n\n# Notes\n\n## Observations\n\n???\n')
    await findingsAre(editor, { 'placeholder-text': 1 })
  })

  it('takes files that survey.files lists, at once and only as long', async () => {
    const configuration = vscode.workspace.getConfiguration('survey')
    const editor = await open('notes.md')
    await configuration.update('files', ['notes.*'], vscode.ConfigurationTarget.Workspace)
    await until('findings in a listed file', () => findings(editor).length > 0)
    await configuration.update('files', undefined, vscode.ConfigurationTarget.Workspace)
    await until('silence again', () => findings(editor).length === 0)
  })
})

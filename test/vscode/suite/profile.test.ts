import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  behind,
  closeAll,
  completionsAt,
  fileInWorkspace,
  findings,
  findingsAre,
  labelOf,
  open,
  replace,
  textOf,
  until,
} from './support/editor'

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command)

describe('6 profile', () => {
  const config = () => fileInWorkspace('german/.survey.json')
  const read = async (uri: vscode.Uri): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  const write = (uri: vscode.Uri, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  const problems = (uri: vscode.Uri): readonly string[] =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === 'survey')
      .map(({ message }) => message)

  it('a folder with a .survey.json has surveys in its own words', async () => {
    const editor = await open('german/suchmaschinen.md')
    await findingsAre(editor, { 'missing-section': 1 })
    assert.equal(
      findings(editor)[0]?.message,
      'Meilisearch has no “Risiken”. Add it, or write “Keine.” if there is nothing to say.',
    )
    await run('survey.insertAllMissingSections')
    assert.match(textOf(editor), /#### Risiken\n\n\?\?\?\n\n## Quellen/u)
    await replace(editor, '## Quellen', '#\n\n## Quellen')
    const items = await completionsAt(editor, behind(editor, '???\n\n#'), '#')
    assert.deepEqual(items.map(labelOf), ['New initiative'])
  })

  it('New Survey there begins one by its profile', async () => {
    const editor = await open('german/suchmaschinen.md')
    await findingsAre(editor, { 'missing-section': 1 })
    await run('survey.newSurvey')
    const created = await until(
      'an untitled document',
      () => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor,
    )
    assert.match(textOf(created), /## Aktuelle Initiativen\n\n### \?\?\?\n\n#### Was ist das\?/u)
    await run('leaveSnippet')
  })

  it('a change of the config is seen at once; what is wrong in it is told in that file until it is mended', async () => {
    const editor = await open('german/suchmaschinen.md')
    await findingsAre(editor, { 'missing-section': 1 })
    const before = await read(config())
    try {
      await write(
        config(),
        before.replace('{ "kind": "threats", "title": "Risiken" }', '{ "kind": "threats", "titel": "Gefahren" }'),
      )
      await until('the problem', () => problems(config()).length === 1)
      assert.match(problems(config())[0] ?? '', /`titel` is not known here/u)
      await until('the title that is inherited', () =>
        findings(editor).some(({ message }) => message.includes('“Threats”')),
      )
      await write(config(), '{ "profile": "evaluation" }')
      await until('silence', () => findings(editor).length === 0 && problems(config()).length === 0)
      await vscode.workspace.fs.delete(config())
      await write(config(), before)
      await findingsAre(editor, { 'missing-section': 1 })
    } finally {
      await write(config(), before)
    }
  })

  it('VS Code completes and checks a .survey.json', async () => {
    await closeAll()
    const document = await vscode.workspace.openTextDocument(config())
    await vscode.window.showTextDocument(document)
    assert.equal(document.languageId, 'jsonc')
    const at = (text: string): vscode.Position => document.positionAt(document.getText().indexOf(text) + text.length)
    const labels = async (position: vscode.Position): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        )
      ).items.map(labelOf)
    await until('properties of a profile', async () => {
      const found = await labels(at('"de": {\n'))
      return ['extends', 'suffixes'].every((name) => found.includes(name))
    })
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, at('"profile": "de",'), ' "profil": 7,')
    await vscode.workspace.applyEdit(edit)
    await until('a warning', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ message }) => message.includes('profil')),
    )
    await run('workbench.action.revertAndCloseActiveEditor')
  })

  it('Derive Profile opens a config, unsaved, that makes a survey of the file', async () => {
    const uri = fileInWorkspace('choices/.survey.json')
    const editor = await open('choices/queues.md')
    await run('survey.deriveProfile')
    const created = await until(
      'the config',
      () => vscode.window.activeTextEditor?.document.uri.scheme === 'untitled' && vscode.window.activeTextEditor,
    )
    assert.equal(created.document.uri.path, uri.path)
    assert.equal(created.document.languageId, 'jsonc')
    assert.match(textOf(created), /"title": "Brokers we looked at"/u)
    assert.match(textOf(created), /\{ "title": "Purpose", "aliases": \[\], "required": true, "hint": "" \}/u)
    await write(uri, textOf(created))
    try {
      await closeAll()
      const survey = await open('choices/queues.md')
      await replace(survey, 'One binary.', '???')
      await findingsAre(survey, { 'placeholder-text': 1 })
      // There is a config now: what is derived again opens beside it and writes over nothing.
      await run('survey.deriveProfile')
      const again = await until(
        'another document',
        () => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor,
      )
      assert.notEqual(again.document.uri.path, uri.path)
      assert.match(textOf(again), /"title": "Purpose"/u)
    } finally {
      await vscode.workspace.fs.delete(uri)
      await closeAll()
    }
    assert.ok(editor)
  })

  it('a file without such headings has no profile to derive', async () => {
    const editor = await open('notes.md')
    const before = textOf(editor)
    await run('survey.deriveProfile')
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString())
    assert.equal(textOf(editor), before)
  })
})

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
  selected,
  textOf,
  until,
} from './support/editor'
import { choosing } from './support/choosing'

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

  it('New Survey there begins one by the profile that was chosen, and it is a survey at once', async () => {
    const began: readonly [profile: string, sections: number, text: RegExp][] = [
      ['de', 7, /^# \?\?\?\n\n\?\?\?\n\n## Aktuelle Initiativen\n\n### \?\?\?\n\n#### Was ist das\?/u],
      ['evaluation', 9, /^---\nsurvey: evaluation\n---\n\n# \?\?\?\n\n\?\?\?\n\n## Candidates\n\n### \?\?\?\n/u],
    ]
    for (const [profile, sections, text] of began) {
      const editor = await open('german/suchmaschinen.md')
      await findingsAre(editor, { 'missing-section': 1 })
      const { offered, end } = await choosing('survey.newSurvey', profile)
      await end
      assert.deepEqual(offered, [['de', 'swot', 'evaluation', 'comparison', 'competitors', 'literature', 'options']])
      const created = vscode.window.activeTextEditor
      assert.ok(created?.document.isUntitled)
      assert.equal(created.document.uri.path, fileInWorkspace('german/survey.md').path)
      assert.match(textOf(created), text)
      assert.equal(selected(created), '???')
      await run('leaveSnippet')
      // The findings tell of the initiative's title and of the introduction, too.
      await findingsAre(created, { 'placeholder-text': sections + 2 })
      // From the title the jumps go to each section, and around.
      const lines = new Set<number>()
      for (let step = 0; step < sections; step++) {
        const before = created.selection
        await run('survey.nextIncomplete')
        await until('the jump', () => !created.selection.isEqual(before))
        assert.equal(selected(created), '???')
        lines.add(created.selection.start.line)
      }
      assert.equal(lines.size, sections)
    }
  })

  it('a file that a config lists and that is blank is begun in place, as one step to undo', async () => {
    const uri = fileInWorkspace('choices/.survey.json')
    const file = fileInWorkspace('choices/tea.md')
    await write(uri, '{ "files": ["tea.md"] }')
    await write(file, '---\ntitle: Teas\n---\n')
    try {
      const editor = await open('choices/tea.md')
      const { end } = await choosing('survey.beginSurvey', 'evaluation')
      await end
      assert.match(textOf(editor), /^---\ntitle: Teas\nsurvey: evaluation\n---\n\n# \?\?\?\n/u)
      assert.equal(selected(editor), '???')
      await run('leaveSnippet')
      // A second time nothing is written over.
      const before = textOf(editor)
      await run('survey.beginSurvey')
      assert.equal(textOf(editor), before)
      await run('undo')
      assert.equal(textOf(editor), '---\ntitle: Teas\n---\n')
    } finally {
      await closeAll()
      await vscode.workspace.fs.delete(uri)
      await vscode.workspace.fs.delete(file)
    }
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

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { choosing } from './support/choosing'
import {
  behind,
  closeAll,
  completionsAt,
  findingsAre,
  labelOf,
  moveTo,
  open,
  replace,
  selected,
  textOf,
  undo,
  until,
} from './support/editor'

describe('5 templates', () => {
  const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command)

  it('New Initiative goes behind the current one, numbered, with the title selected and tab stops in order', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    const before = textOf(editor)
    moveTo(editor, behind(editor, '### #3 What else?'))
    await run('survey.newInitiative')
    const inserted = [
      '### #4 ???',
      '#### What is it?',
      '???',
      '#### Who does it?',
      '???',
      '#### Strengths',
      '???',
      '#### Weaknesses',
      '???',
      '#### Opportunities',
      '???',
      '#### Threats',
      '???',
    ].join('\n\n')
    assert.equal(textOf(editor), before.replace('\n\n## Observations', `\n\n${inserted}\n\n## Observations`))
    assert.equal(selected(editor), '???')
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^### #4/u)
    await vscode.commands.executeCommand('type', { text: 'Flagsmith' })
    await run('jumpToNextSnippetPlaceholder')
    assert.equal(editor.document.lineAt(editor.selection.active.line - 2).text, '#### What is it?')
    await run('leaveSnippet')
  })

  it('moves later numbers up, and is one undo', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    const before = textOf(editor)
    moveTo(editor, behind(editor, '### #1 OpenFeature'))
    await run('survey.newInitiative')
    assert.deepEqual(textOf(editor).match(/^### .*$/gmu), [
      '### #1 OpenFeature',
      '### #2 ???',
      '### #3 Unleash',
      '### #4 What else?',
    ])
    assert.equal(selected(editor), '???')
    await run('leaveSnippet')
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('writes in the dialect of the file', async () => {
    const editor = await open('published.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 1 })
    moveTo(editor, behind(editor, '## References'))
    await run('survey.newInitiative')
    assert.match(textOf(editor), /### \?\?\?\n\n_What is it\?_\n\n\?\?\?\n\n_Who does it\?_/u)
    await run('leaveSnippet')
  })

  it('a # offers the missing sections and the next initiative', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    await replace(editor, '## Observations', '#\n\n## Observations')
    const items = await completionsAt(editor, behind(editor, '???\n\n#\n').translate(-1, 1), '#')
    assert.deepEqual(items.map(labelOf), ['Who does it?', '#4 New initiative'])
  })

  it('New Survey starts a file that is a survey', async () => {
    await closeAll()
    const { offered, end } = await choosing('survey.newSurvey', 'swot')
    await end
    assert.deepEqual(offered, [['swot', 'evaluation', 'comparison', 'competitors', 'literature', 'options']])
    const editor = await until('an editor', () => vscode.window.activeTextEditor)
    assert.equal(editor.document.isUntitled, true)
    assert.equal(selected(editor), '???')
    assert.deepEqual(textOf(editor).match(/^##? .*$/gmu), [
      '# ???',
      '## Current initiatives',
      '## Observations',
      '## References',
    ])
    await run('leaveSnippet')
  })

  it('snippets are there for Markdown', async () => {
    const editor = await open('notes.md')
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(3, 0),
    )
    const snippets = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet).map(labelOf)
    for (const wanted of ['survey', 'initiative', 'survey-strengths', 'survey-threats', 'reference'])
      assert.ok(snippets.includes(wanted), `${wanted} among ${snippets.join(', ')}`)
  })
})

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { choosing } from './support/choosing'
import {
  behind,
  closeAll,
  fileInWorkspace,
  findingsAre,
  moveTo,
  open,
  replace,
  selected,
  textOf,
  undo,
  until,
} from './support/editor'

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args)

/** Names are those of a person; the second is cited first. */
const survey = [
  '# Queues',
  '## Current initiatives',
  '### #1 Pulsar 🚀',
  '#### What is it?',
  'A log with tiers [2], first described long ago [1], [3].',
  '#### Who does it?',
  'None.',
  '## References',
  '[1] The Log, J. Kreps, https://example.org/log, Date accessed: 2024-03-01.',
  '[2] 分层存储, https://example.org/tiers, Date accessed: 2024-03-02.',
  '[3] The Log, again, https://example.org/log, Date accessed: 2024-03-02.',
]

const crlf = survey.join('\r\n\r\n')
const renumbered = crlf
  .replace('[2], first described long ago [1]', '[1], first described long ago [2]')
  .replace(/\[1\] (The Log, J.*)\r\n\r\n\[2\] (分层.*)/u, '[1] $2\r\n\r\n[2] $1')

/** [3] in the place of [1], and that one in its place. */
const swapped = crlf
  .replace('long ago [1], [3]', 'long ago [3], [1]')
  .replace(/\[1\] (The Log, J.*)\r\n\r\n(\[2\] .*)\r\n\r\n\[3\] (The Log, again.*)/u, '[1] $3\r\n\r\n$2\r\n\r\n[3] $1')
/** [3] in the place of [1], which moves up like [2]. */
const shifted = crlf
  .replace('tiers [2], first described long ago [1], [3]', 'tiers [3], first described long ago [2], [1]')
  .replace(
    /\[1\] (The Log, J.*)\r\n\r\n\[2\] (.*)\r\n\r\n\[3\] (The Log, again.*)/u,
    '[1] $3\r\n\r\n[2] $1\r\n\r\n[3] $2',
  )

const diffTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff)

/** Runs a command, choosing the first of each list, until `when` holds or the command has ended. */
async function choosingFirst(command: string, when: () => boolean = () => false): Promise<() => Promise<void>> {
  let ended = false
  const running = Promise.resolve(run(command)).finally(() => (ended = true))
  await until(`${command} to go on`, async () => {
    if (ended || when()) return true
    await run('workbench.action.acceptSelectedQuickOpenItem')
    return ended || when()
  })
  return async () => void (await running)
}

const previewed = (): boolean => diffTabs().length > 0

/** Waits for the preview, and applies what it shows. */
async function applying(editor: vscode.TextEditor): Promise<void> {
  const before = textOf(editor)
  await until('the change', async () => {
    if (previewed()) await run('workbench.action.acceptSelectedQuickOpenItem')
    return textOf(editor) !== before
  })
}

/** The placeholder behind the beginning of a line, in view. After a preview the editor is another one. */
async function titleIsSelected({ document }: vscode.TextEditor, lineStart: string): Promise<void> {
  const editor = vscode.window.activeTextEditor
  assert.ok(editor?.document === document)
  assert.equal(selected(editor), '???')
  const { start } = editor.selection
  assert.equal(document.lineAt(start).text.slice(0, start.character), lineStart)
  await until('it in view', () => editor.visibleRanges.some((range) => range.contains(start)))
}

const NAME = 'queues-crlf.md'

async function queues(text = crlf): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(fileInWorkspace(NAME), new TextEncoder().encode(text))
  const editor = await open(NAME)
  // VS Code reads a file that it has open again after a while.
  await until('the text', () => textOf(editor) === text)
  await until('the survey', () =>
    vscode.languages.getDiagnostics(editor.document.uri).some(({ source }) => source === 'survey'),
  )
  return editor
}

interface Driven {
  readonly command: string
  readonly does: string
  /** What is chosen from its lists. */
  readonly labels?: readonly string[]
  readonly before: string
  /** What is selected; the cursor is behind it. */
  readonly selected?: string
  readonly after: string | RegExp
}

const DRIVEN: readonly Driven[] = [
  {
    command: 'survey.sortReferences',
    does: 'puts the list in order, and citations follow',
    labels: ['The title'],
    before: crlf,
    after: crlf
      .replace('tiers [2], first described long ago [1], [3]', 'tiers [3], first described long ago [1], [2]')
      .replace(/\[2\] (分层.*)\r\n\r\n\[3\] (The Log, again.*)/u, '[2] $2\r\n\r\n[3] $1'),
  },
  {
    command: 'survey.renumberInitiatives',
    does: 'counts them as they stand',
    before: crlf.replace('#1 Pulsar', '#4 Pulsar'),
    after: crlf,
  },
  {
    command: 'survey.removeReference',
    does: 'takes away what nobody cites',
    before: crlf.replace('[1], [3].', '[1].'),
    selected: '[3] The Log',
    after: crlf.replace('[1], [3].', '[1].').replace(/\r\n\r\n\[3\] The Log.*/u, ''),
  },
  {
    command: 'survey.convertDialect',
    does: 'converts everything',
    labels: ['IEEE with links'],
    before: crlf,
    after:
      /^_What is it\?_\r\n\r\nA log with tiers \[\[2\]\], first described long ago \[\[1\]\], \[\[3\]\]\.[^]*^\[\[1\]\] J\. Kreps, "The Log" \[online\]\. Available: <https:\/\/example\.org\/log>\. Date accessed: 2024&#8209;03&#8209;01\.\r\n\r\n\[1\]: https:\/\/example\.org\/log 'The Log'/mu,
  },
  {
    command: 'survey.convertDialect',
    does: 'makes what was pasted like the rest',
    labels: ['Like the rest'],
    before: crlf.replace('None.', 'Pasted [[2]], and [[1]].'),
    selected: 'Pasted [[2]], and [[1]].',
    after: crlf.replace('None.', 'Pasted [2], and [1].'),
  },
]

describe('20 operations', () => {
  // Other tests count the surveys of the workspace.
  after(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(fileInWorkspace(NAME))
  })

  it('Renumber References is previewed, done on Enter, and one undo restores every byte', async () => {
    const editor = await queues()
    const { end } = await choosing('survey.renumberReferences', 'In the order')
    await until('the preview', previewed)
    assert.equal(textOf(editor), crlf, 'nothing changes before')
    const [tab] = diffTabs()
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff)
    const { modified } = tab.input
    assert.equal((await vscode.workspace.openTextDocument(modified)).getText(), renumbered)
    await until('the change', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem')
      return textOf(editor) !== crlf
    })
    await end
    assert.equal(textOf(editor), renumbered)
    assert.deepEqual(diffTabs(), [])
    await undo()
    assert.equal(textOf(editor), crlf)
  })

  for (const { command, does, labels = [], before, selected: words, after } of DRIVEN) {
    it(`${command} ${does}, and one undo restores every byte`, async () => {
      const editor = await queues(before)
      if (words !== undefined)
        editor.selection = new vscode.Selection(
          behind(editor, words).translate(0, -words.length),
          behind(editor, words),
        )
      const { end } = labels.length > 0 ? await choosing(command, ...labels) : { end: run(command) }
      await applying(editor)
      await end
      if (typeof after === 'string') assert.equal(textOf(editor), after)
      else assert.match(textOf(editor), after)
      await undo()
      assert.equal(textOf(editor), before)
    })
  }

  it('Escape leaves everything as it was', async () => {
    const editor = await queues()
    moveTo(editor, behind(editor, 'A log'))
    const end = Promise.resolve(run('survey.mergeDuplicateReferences'))
    await until('the preview', previewed)
    await until('the end of the preview', async () => {
      await run('workbench.action.closeQuickOpen')
      return diffTabs().length === 0
    })
    await end
    assert.equal(textOf(editor), crlf)
    assert.equal(vscode.window.activeTextEditor?.document, editor.document)
    assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(behind(editor, 'A log')))
  })

  it('what was planned for an older text is never done', async () => {
    const editor = await queues()
    const { end } = await choosing('survey.renumberReferences', 'In the order')
    await until('the preview', previewed)
    const edit = new vscode.WorkspaceEdit()
    edit.insert(editor.document.uri, behind(editor, 'A log'), ' of [3]')
    assert.ok(await vscode.workspace.applyEdit(edit))
    await end
    assert.equal(textOf(editor), crlf.replace('A log', 'A log of [3]'))
    assert.deepEqual(diffTabs(), [])
  })

  it('merges duplicates, and their citations follow', async () => {
    const editor = await queues()
    await (
      await choosingFirst('survey.mergeDuplicateReferences')
    )()
    assert.ok(textOf(editor).includes('[2], first described long ago [1]'), textOf(editor))
    assert.ok(!textOf(editor).includes('[3]'))
    await undo()
    assert.equal(textOf(editor), crlf)
  })

  it('inserts a reference before that of the cursor, read today', async () => {
    const editor = await queues()
    moveTo(editor, behind(editor, '[2] 分层'))
    await (
      await choosingFirst('survey.insertReference')
    )()
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
    assert.match(textOf(editor), new RegExp(`\\[2\\] .*${today}.*\\r\\n\\r\\n\\[3\\] 分层存储`, 'u'))
    assert.ok(textOf(editor).includes('A log with tiers [3], first described long ago [1], [4].'))
    await titleIsSelected(editor, '[2] ')
    await undo()
    assert.equal(textOf(editor), crlf)
  })

  it('where entries have link definitions, too, the cursor is in the new title', async () => {
    const editor = await open('published.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 1 })
    const before = textOf(editor)
    const { end } = await choosing('survey.insertReference', 'At the end, as [3]')
    await applying(editor)
    await end
    await titleIsSelected(editor, '[[3]] "')
    await undo()
    assert.equal(textOf(editor), before)
  })

  it('a reference gets a number that another has: they swap, or those between move over', async () => {
    const editor = await queues()
    for (const [how, wanted] of [
      ['Swap', swapped],
      ['Shift', shifted],
    ] as const) {
      moveTo(editor, behind(editor, '[3] The Log'))
      const { offered, end } = await choosing('survey.changeReferenceNumber', '[1]', how)
      assert.deepEqual(offered, [
        ['[1] The Log', '[2] 分层存储', 'Free', '[4]'],
        ['Swap', 'Shift'],
      ])
      await applying(editor)
      await end
      assert.equal(textOf(editor), wanted)
      await undo()
      assert.equal(textOf(editor), crlf)
    }
  })

  it('or one that is free, and nothing else moves', async () => {
    const editor = await queues()
    moveTo(editor, behind(editor, 'A log with tiers ['))
    const { end } = await choosing('survey.changeReferenceNumber', '[4]')
    await applying(editor)
    await end
    const entry = '[2] 分层存储, https://example.org/tiers, Date accessed: 2024-03-02.\r\n\r\n'
    assert.equal(
      textOf(editor),
      `${crlf.replace(entry, '').replace('tiers [2]', 'tiers [4]')}\r\n\r\n${entry.trimEnd().replace('[2]', '[4]')}`,
    )
    // Now the list has a gap to go back to.
    moveTo(editor, behind(editor, 'A log with tiers ['))
    const back = await choosing('survey.changeReferenceNumber', '[2]')
    assert.deepEqual(back.offered, [['[1] The Log', '[3] The Log, again', 'Free', '[2]', '[5]']])
    await applying(editor)
    await back.end
    assert.equal(textOf(editor), crlf)
  })

  it('where there is nothing to do, nothing is shown to confirm', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    const before = textOf(editor)
    await (
      await choosingFirst('survey.mergeDuplicateReferences', previewed)
    )()
    assert.equal(textOf(editor), before)
    assert.deepEqual(diffTabs(), [])
  })

  it('a reference that is cited is not removed unasked', async () => {
    const editor = await queues()
    moveTo(editor, behind(editor, '[2] 分层'))
    const { offered, end } = await choosing('survey.removeReference', 'Keep [2]')
    await end
    assert.deepEqual(offered, [['Keep [2]', 'Show Place', 'Remove [2] and its citation']])
    assert.equal(textOf(editor), crlf)
  })
})

describe('21 renaming a number', () => {
  const rename = (editor: vscode.TextEditor, at: string, name: string): Thenable<vscode.WorkspaceEdit> =>
    vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      behind(editor, at),
      name,
    )

  async function published(): Promise<vscode.TextEditor> {
    const editor = await open('published.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 1 })
    return editor
  }

  it('is ours, though VS Code takes the number for the name of a link', async () => {
    const editor = await published()
    const before = textOf(editor)
    const place = await vscode.commands.executeCommand<{ readonly range: vscode.Range; readonly placeholder: string }>(
      'vscode.prepareRename',
      editor.document.uri,
      behind(editor, '\n[[1'),
    )
    assert.equal(place.placeholder, '1')
    assert.ok(await vscode.workspace.applyEdit(await rename(editor, '\n[[1', '2')))
    const after = textOf(editor)
    assert.match(
      after,
      /^\[\[1\]\] "Eleventy[^]*^\[1\]: https:\/\/www\.11ty\.dev[^]*^\[\[2\]\] "Hugo[^]*^\[2\]: https:\/\/gohugo/mu,
    )
    await undo()
    assert.equal(textOf(editor), before)
  })

  it("an initiative's title takes the links to it along, in other surveys, too", async () => {
    const editor = await published()
    const before = textOf(editor)
    const other = await queues(crlf.replace('None.', 'See [Hugo](published.md#hugo).'))
    const edit = await rename(editor, '### Hug', 'Hugo 2')
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.ok(textOf(editor).includes('### Hugo 2\n'))
    assert.ok(textOf(other).includes('See [Hugo 2](published.md#hugo-2).'), textOf(other))
    await vscode.window.showTextDocument(editor.document)
    await undo()
    assert.equal(textOf(editor), before)
    await vscode.window.showTextDocument(other.document)
    await undo()
    // A document that was closed lives on for a while, and with it its link.
    await queues()
    await closeAll()
    await vscode.workspace.fs.delete(fileInWorkspace(NAME))
  })

  it('a name that is no number changes nothing, not by the other provider either', async () => {
    const editor = await published()
    const before = textOf(editor)
    const edit = await rename(editor, '\n[[1', 'one')
    assert.deepEqual(
      edit.entries().flatMap(([, edits]) => edits),
      [],
    )
    assert.equal(textOf(editor), before)
    await run('notifications.clearAll')
  })

  it('definition of a number is its entry first', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      behind(editor, 'showing it ['),
    )
    const lines = found.map((each) => ('range' in each ? each.range : each.targetRange).start.line)
    assert.deepEqual(lines, [behind(editor, '\n[1').line])
  })

  // VS Code goes to the link definition, which stands below the entry; it ranks its own extensions behind others.
  it('definition in a file with link definitions is its entry first', async () => {
    const editor = await published()
    await replace(editor, 'Plain templates', 'Plain templates [[2]]')
    const entry = behind(editor, '\n[[2').line
    const lines = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        behind(editor, 'Plain templates [['),
      )
      const all = found.map((each) => ('range' in each ? each.range : each.targetRange).start.line)
      return all.includes(entry) && all
    })
    assert.equal(lines[0], entry)
  })
})

describe('24 lenses', () => {
  const lenses = async (editor: vscode.TextEditor): Promise<readonly vscode.CodeLens[]> =>
    vscode.commands.executeCommand('vscode.executeCodeLensProvider', editor.document.uri, 100)

  it('are shown where the author has asked for them, and lead to the citations', async () => {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    const settings = vscode.workspace.getConfiguration('survey')
    try {
      await settings.update('codeLens.citations', true, vscode.ConfigurationTarget.Workspace)
      const lens = await until('a lens', async () =>
        (await lenses(editor)).find(({ command }) => command?.title === 'cited 2×' && command.command !== ''),
      )
      assert.ok(lens.command)
      await run(lens.command.command, ...((lens.command.arguments ?? []) as readonly unknown[]))
      // Through the list, which goes round.
      const places = new Map<number, string>()
      await until('every place of the list', async () => {
        await run('goToNextReference')
        places.set(editor.selection.start.line, selected(editor))
        return places.size === 3
      })
      await run('closeReferenceSearch')
      const { text } = editor.document.lineAt(lens.range.start)
      const lines = textOf(editor)
        .split('\n')
        .flatMap((line, i) => (line.includes(text.slice(0, 3)) ? [i] : []))
      assert.deepEqual(
        [...places.keys()].sort((a, b) => a - b),
        lines,
      )
    } finally {
      await settings.update('codeLens.citations', undefined, vscode.ConfigurationTarget.Workspace)
    }
    await until('no lens', async () => (await lenses(editor)).every(({ command }) => command?.title !== 'cited 2×'))
  })
})

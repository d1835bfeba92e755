import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { behind, completionsAt, findingsAre, labelOf, moveTo, open, replace, textOf, until } from './support/editor'

describe('6 citation completion', () => {
  async function offered(name: string, before: string, typed: string): Promise<readonly vscode.CompletionItem[]> {
    const editor = await open(name)
    await findingsAre(
      editor,
      name === 'survey.md'
        ? { 'missing-section': 1, 'placeholder-text': 14 }
        : { 'missing-section': 1, 'placeholder-text': 1 },
    )
    await replace(editor, before, `${before}${typed}`)
    return completionsAt(editor, behind(editor, `${before}${typed}`.replace(/\]+$/u, '')), '[')
  }

  it('a bracket offers every reference with title, host and date', async () => {
    const items = await offered('survey.md', 'teams run themselves', ' [')
    // What speaks of the words around, or was cited a moment ago, comes first.
    assert.deepEqual(items.map(labelOf), [
      '[2] OpenFeature Specification: Evaluation API',
      '[3] Unleash Documentation',
      '[1] Feature Toggles',
    ])
    const toggles = items[2]
    assert.deepEqual(toggles?.label, {
      label: '[1] Feature Toggles',
      description: 'martinfowler.com, 2024-03-01',
    })
    const { documentation } = toggles
    assert.match(
      documentation instanceof vscode.MarkdownString ? documentation.value : String(documentation),
      /Hodgson[\s\S]*Cited 2 times/u,
    )
  })

  it('words of title, author or host find it, misspelt too', async () => {
    for (const words of ['hodgson', 'toggle', 'fowler', 'togles', 'toggl feat']) {
      const items = await offered('survey.md', 'teams run themselves', ` [${words}`)
      const authors = words === 'hodgson' ? 'P. Hodgson, ' : ''
      assert.equal(items[0] && labelOf(items[0]), `[1] ${authors}Feature Toggles`, words)
    }
  })

  it('the accepted text has the form of the file and no bracket twice', async () => {
    for (const [name, before, typed, wanted] of [
      ['survey.md', 'teams run themselves', ' [evalu]', 'themselves [2] [3]'],
      ['published.md', 'Plain templates', ' [elev]', 'templates [[2]].'],
      ['published.md', 'Plain templates', ' [[elev]]', 'templates [[2]].'],
    ] as const) {
      const [item] = await offered(name, before, typed)
      const editor = vscode.window.activeTextEditor
      assert.ok(editor && item?.range, `something is offered for ${typed}`)
      const range = item.range instanceof vscode.Range ? item.range : item.range.replacing
      await editor.edit((edit) =>
        edit.replace(range, typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? '')),
      )
      assert.ok(
        textOf(editor).includes(wanted),
        `${typed} makes ${wanted}, not ${/^.*themselves.*$/mu.exec(textOf(editor))?.[0]}`,
      )
    }
  })

  it('is silent in code, links, boxes, footnotes and the reference list', async () => {
    for (const typed of [' `[`', ' ![', ' [^', '\n\n- [', '\n\n    [', ' <!-- [ -->', ' \\[']) {
      const items = await offered('survey.md', 'teams run themselves', typed)
      const editor = vscode.window.activeTextEditor
      assert.ok(editor)
      const position = editor.document.positionAt(
        textOf(editor).indexOf('[', textOf(editor).indexOf('teams run themselves')) + 1,
      )
      assert.deepEqual(
        [...items, ...(await completionsAt(editor, position, '['))].filter((item) => labelOf(item).startsWith('[')),
        [],
        typed,
      )
    }
    assert.deepEqual(await offered('survey.md', '2024-03-02.\n\n', '['), [])
  })
})

describe('7 navigation', () => {
  const at = async <T>(command: string, editor: vscode.TextEditor, text: string): Promise<T> =>
    vscode.commands.executeCommand<T>(command, editor.document.uri, behind(editor, text))

  const lines = (editor: vscode.TextEditor, found: readonly (vscode.Location | vscode.LocationLink)[]): string[] =>
    found.map((each) => editor.document.getText('range' in each ? each.range : each.targetRange))

  async function survey(): Promise<vscode.TextEditor> {
    const editor = await open('survey.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 14 })
    return editor
  }

  it('hover on a citation shows its entry and where it is cited', async () => {
    const editor = await survey()
    const hovers = await at<vscode.Hover[]>('vscode.executeHoverProvider', editor, 'showing it [')
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)))
      .join('\n')
    assert.match(text, /Feature Toggles/u)
    assert.match(text, /Cited 2 times: OpenFeature 1, elsewhere 1\./u)
  })

  it('definition goes from the citation to the entry, and back to the citations', async () => {
    const editor = await survey()
    assert.deepEqual(lines(editor, await at('vscode.executeDefinitionProvider', editor, 'calling code [')), ['[2]'])
    assert.deepEqual(lines(editor, await at('vscode.executeDefinitionProvider', editor, '\n\n[2')), ['2', '2'])
  })

  it('references and highlights name every place of the number', async () => {
    const editor = await survey()
    const places = (ranges: readonly vscode.Range[], text: string): string[] => [
      ...new Set(
        ranges
          .filter((range) => editor.document.getText(range) === text)
          .map(({ start }) => `${start.line}:${start.character}`),
      ),
    ]
    // VS Code's own Markdown support answers, too, for what it takes for links: at the same ranges, so that each is listed once.
    assert.deepEqual(lines(editor, await at('vscode.executeReferenceProvider', editor, 'calling code [')), [
      '2',
      '2',
      '2',
    ])
    assert.equal(
      places(
        (await at<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor, '\n\n[2')).map(
          ({ range }) => range,
        ),
        '[2]',
      ).length,
      3,
    )
  })

  async function published(): Promise<vscode.TextEditor> {
    const editor = await open('published.md')
    await findingsAre(editor, { 'missing-section': 1, 'placeholder-text': 1 })
    return editor
  }

  /** Where the cursor goes from behind some text. */
  async function goes(editor: vscode.TextEditor, text: string): Promise<string> {
    const from = behind(editor, text)
    moveTo(editor, from)
    return until(`a place to go to from ${text}`, async () => {
      await vscode.commands.executeCommand('survey.goToDefinition')
      const { active } = editor.selection
      return !active.isEqual(from) && editor.document.lineAt(active).text.slice(active.character)
    })
  }

  // As F12 does: VS Code would list its link definition beside the entry.
  it('one place to go to is gone to, though VS Code knows another', async () => {
    const editor = await published()
    assert.match(await goes(editor, 'Node.js [['), /^\[\[2\]\] "Eleventy/u)
    assert.match(await goes(editor, '\n[[2'), /^2\]\]\.$/u)
  })

  it('where we know nothing, VS Code goes where it would', async () => {
    const editor = await published()
    await replace(
      editor,
      'Plain templates',
      'Plain templates, unlike [those](#hugo) of ([one][h]).\n\n[h]: https://hugo.example',
    )
    assert.equal(await goes(editor, '[those](#hu'), '### Hugo')
    assert.equal(await goes(editor, '([one][h'), '[h]: https://hugo.example.')
  })

  it('links lead from citations to entries, and from entries to their sources', async () => {
    for (const [name, opened, citation, entry, source] of [
      ['survey.md', survey, 'calling code [2]', '\n[2] ', 'https://openfeature.dev/specification/'],
      ['published.md', published, 'Node.js [[2]]', '\n[[2]] "', 'https://www.11ty.dev/docs/'],
    ] as const) {
      const editor = await opened()
      const { document } = editor
      const links = await until(`links of ${name}`, async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          document.uri,
        )
        return found.some(({ target }) => target?.fragment.startsWith('L')) && found
      })
      const targets = (end: vscode.Position): readonly string[] =>
        links
          .filter(({ range }) => range.end.isEqual(end))
          .map(
            ({ target }) =>
              `${target?.path === document.uri.path ? '' : `${target?.scheme}://${target?.authority}${target?.path}`}${target?.fragment ? `#${target.fragment}` : ''}`,
          )
      assert.deepEqual(targets(behind(editor, citation)), [`#L${behind(editor, entry).line + 1},1`], citation)
      // In angle brackets it is VS Code's own, found twice.
      assert.deepEqual([...new Set(targets(behind(editor, source)))], [source], source)
    }
  })
})

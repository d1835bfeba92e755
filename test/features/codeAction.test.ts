import { describe, expect, test } from 'vitest'
import { LSPErrorCodes, type CodeAction, type TextDocumentEdit } from 'vscode-languageserver'
import { codeAction } from '../../server/src/features/codeAction'
import { ask, check, EDITOR, type CheckOptions } from '../support/check'
import { startClient, type TestClient } from '../support/client'
import { fixture } from '../support/fixture'
import { inEmphasis, inHeadings } from '../support/sample'

/** A client that wants everything at once. */
const AT_ONCE = { ...EDITOR, textDocument: { ...EDITOR.textDocument, codeAction: {} } }

/** What is offered, and what becomes of the text, which is the same for clients that ask for that later. */
async function offered(source: string, options: CheckOptions = {}): Promise<readonly string[]> {
  const rows = await check(codeAction, source, options)
  expect(await check(codeAction, source, { capabilities: AT_ONCE, ...options })).toEqual(rows)
  return rows
}

const titles = async (source: string, options: CheckOptions = {}): Promise<readonly string[]> =>
  (await offered(source, options)).map((row) => row.slice(0, row.indexOf(' → ')))
const textOf = (source: string, lineBreak = '\n'): string => fixture(source, lineBreak).text

describe('fixes of what is at the cursor', () => {
  test.each(['\n', '\r\n'])(
    'the missing sections, in the form and with the line breaks of the file (%j)',
    async (lineBreak) => {
      const source = inEmphasis('[[7]].').replace('### Plasma', '### Pla$0sma')
      const expected = textOf(source).replace(
        '_Threats_',
        '_Who does it?_\n\n???\n\n_Strengths_\n\n???\n\n_Weaknesses_\n\n???\n\n_Opportunities_\n\n???\n\n_Threats_',
      )
      expect(await offered(source, { lineBreak })).toEqual([
        `Insert the 4 missing sections → ${expected.replaceAll('\n', lineBreak)}`,
      ])
    },
  )

  test('an entry for a citation that has none, where its number belongs', async () => {
    const source = inHeadings('😀 [7], [$09], [12].')
    expect(await offered(source)).toEqual([
      `Add reference [9] to the list → ${textOf(source).replace('[12] Root', '[9] ???, ???, Date accessed: 2026-11-22.\n\n[12] Root')}`,
    ])
  })

  test('an entry that nobody cites goes with its link definition', async () => {
    const source = inEmphasis('x').replace('[[7]] J', '[[$07]] J')
    expect((await offered(source)).find((row) => row.startsWith('Remove'))).toMatch(
      / → [^]*## References\n\n\[\[12\]\] "Rootstock"/u,
    )
  })

  test('at either end of a finding, and in a selection over several', async () => {
    expect(await titles(inHeadings('[7] $0[9]'))).toEqual(['Add reference [9] to the list'])
    expect(await titles(inHeadings('[7] [9]$0'))).toEqual(['Add reference [9] to the list'])
    expect(await titles(inHeadings('[8], [9]\n^^^^^^^^'))).toEqual([
      'Add reference [8] to the list',
      'Add reference [9] to the list',
    ])
    expect(await titles(inHeadings('[7] $0 [9]'))).toEqual([])
  })

  test('for all initiatives at once, when there are several', async () => {
    const source = inHeadings('[7] [12]\n\n### #2 B').replace('#1 Plasma', '#1 $0Plasma')
    const rows = await offered(source)
    expect(rows.map((row) => row.slice(0, row.indexOf(' → ')))).toEqual([
      'Insert the 5 missing sections',
      'Insert the missing sections of every initiative',
    ])
    expect(rows[1]?.match(/^#### /gmu)).toHaveLength(12)
  })

  test('the numbers of the initiatives', async () => {
    const source = inHeadings('[7] [12]\n\n### #$03 B').replace('???', 'None.')
    expect((await offered(source)).find((row) => row.startsWith('Renumber'))).toBe(
      `Renumber the initiatives → ${textOf(source).replace('#3', '#2')}`,
    )
  })
})

describe('what moves numbers all over the file is offered to be looked at first', () => {
  const textAfter = async (source: string, title: string, lineBreak = '\n'): Promise<string | undefined> =>
    (await offered(source, { lineBreak })).find((row) => row.startsWith(`${title} → `))?.slice(title.length + 3)

  test.each(['\n', '\r\n'])('numbers in the order of the first citation (%j)', async (lineBreak) => {
    const after = await textAfter(
      inHeadings('😀 [$012], [7].'),
      'Number the references in the order of their first citation',
      lineBreak,
    )
    expect(after).toContain('😀 [1], [2].')
    expect(after).toContain(
      `[1] Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.${lineBreak}${lineBreak}[2] Plasma`,
    )
  })

  test('numbers without gaps', async () => {
    const after = await textAfter(
      inHeadings('[7] [12]').replace('[12] Root', '[1$02] Root'),
      'Close the gaps in the numbers of the references',
    )
    expect(after).toContain('[1] [2]')
    expect(after).toContain('[2] Rootstock')
  })

  test('two references to one source become one', async () => {
    const after = await textAfter(
      inHeadings('Fast [7]. Young [12].').replace(
        '[12] Rootstock, https://rsk.co/about',
        '[1$02] The primer, http://plasma.io/primer/',
      ),
      'Merge [12] into [7]',
    )
    expect(after).toContain('Fast [7]. Young [7].')
    expect(after).not.toContain('The primer')
  })

  test.each([
    ['The primer, V. Buterin', ['Merge [12] into [7]', 'Merge [7] into [12]']],
    ['The primer', ['Merge [7] into [12]', 'Merge [12] into [7]']],
  ])('either of two references to one source may stay, the fuller one first: [7] %s', async (words, titles) => {
    const source = inHeadings('Fast [7]. Young [12].')
      .replace('Plasma: a primer, J. Poon and V. Buterin', words)
      .replace(
        '[12] Rootstock, https://rsk.co/about',
        `[1$02] Plasma${words === 'The primer' ? ', J. Poon' : ''}, http://plasma.io/primer/`,
      )
    const rows = (await offered(source)).filter((row) => row.startsWith('Merge'))
    expect(rows.map((row) => row.slice(0, row.indexOf(' → ')))).toEqual(titles)
    const [kept, gone] =
      words === 'The primer' ? ['Plasma, J. Poon', 'The primer'] : ['The primer, V.', ' Plasma, http']
    expect(rows[0]).toContain(kept)
    expect(rows[0]).not.toContain(gone)
    expect(rows[1]).toContain(gone)
    expect(rows[1]).not.toContain(kept)
  })

  test('what nobody cites goes, and the numbers above it move down', async () => {
    const after = await textAfter(
      inHeadings('[12]').replace('[7] Plasma', '[$07] Plasma'),
      'Remove reference [7] and close the gap',
    )
    expect(after).toContain('[11] Rootstock')
    expect(after).not.toContain('Plasma: a primer')
  })

  test('a client that can ask its user is told to', async () => {
    const confirmed = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }
    const source = inHeadings('[$012], [7].')
    for (const [capabilities, isAsked] of [
      [confirmed, true],
      [{ workspace: { workspaceEdit: { documentChanges: true } } }, false],
    ] as const) {
      const { answer } = await ask<CodeAction[]>(codeAction, source, { capabilities })
      const edit = answer.find(({ title }) => title.startsWith('Number the references'))?.edit
      expect(Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual(
        isAsked ? [true] : [],
      )
      expect(edit?.documentChanges).toHaveLength(1)
    }
  })
})

describe('what the client asks for', () => {
  const source = inHeadings('[7] [12] [9$0]')

  test.each([
    [['quickfix'], ['Add reference [9] to the list']],
    [['refactor'], []],
    [[], []],
  ])('only %j', async (only, expected) => {
    expect(await titles(source, { params: { context: { diagnostics: [], only } } })).toEqual(expected)
  })

  test.each([['source'], ['source.fixAll'], ['source.fixAll.survey']])(
    'only %s: what can be mended without loss, wherever the cursor is',
    async (kind) => {
      const crooked = inHeadings('$0It is [9].\n\n##### Weaknesses\n\nSlow.')
      const asked = { params: { context: { diagnostics: [], only: [kind] } } }
      expect(await offered(crooked, asked)).toEqual([
        `Fix everything in this survey that can be fixed without loss → ${textOf(crooked).replace('##### W', '#### W')}`,
      ])
      expect(await offered(crooked.replace('##### W', '#### W'), asked)).toEqual([])
    },
  )

  test('not asked for: other sources', async () => {
    expect(
      await titles(source, { params: { context: { diagnostics: [], only: ['source.organizeImports'] } } }),
    ).toEqual([])
  })
})

test('the finding goes along, and the edit names its version where the client can read that', async () => {
  const source = inHeadings('[7] [12] [9$0]')
  const [action] = (await ask<CodeAction[]>(codeAction, source)).answer
  expect(action).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'undefined-citation', source: 'survey' }],
    edit: { documentChanges: [{ textDocument: { uri: 'file:///work/survey.md', version: 7 } }] },
  })
  const [plain] = (await ask<CodeAction[]>(codeAction, source, { capabilities: {} })).answer
  expect(plain?.edit).toEqual({
    changes: { 'file:///work/survey.md': (action?.edit?.documentChanges?.[0] as TextDocumentEdit).edits },
  })
})

describe('a client that asks for the edit of what its user chose', () => {
  const actionsIn = async (client: TestClient, uri: string, only?: readonly string[]): Promise<readonly CodeAction[]> =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } },
      context: { diagnostics: [], ...(only && { only }) },
    })
  const resolved = (client: TestClient, action: CodeAction | undefined): Promise<CodeAction> =>
    client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
  const typed = (client: TestClient, uri: string, version: number, text: string): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text }],
    })

  test('is told so, and gets no edit before', async () => {
    const client = await startClient({ capabilities: EDITOR })
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true })
    const uri = await client.open(inHeadings('[12] [9]\n\n##### Weaknesses\n\nSlow.'))
    for (const only of [undefined, ['source.fixAll']]) {
      const actions = await actionsIn(client, uri, only)
      expect(actions.length).toBeGreaterThan(0)
      for (const action of actions) {
        expect(action).not.toHaveProperty('edit')
        expect(action.data).toMatchObject({ uri, version: 1 })
        expect((await resolved(client, action)).edit?.documentChanges).toHaveLength(1)
      }
    }
    await client.stop()
  })

  test('is refused what was offered for an older text', async () => {
    const client = await startClient({ capabilities: EDITOR })
    const uri = await client.open(inHeadings('[7] [12] [9]'))
    const [action] = await actionsIn(client, uri, ['quickfix'])
    await typed(client, uri, 2, '\n')
    await expect(resolved(client, action)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified })
    await typed(client, uri, 3, '\n')
    const [again] = await actionsIn(client, uri, ['quickfix'])
    expect((await resolved(client, again)).edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 3 } }])
    await client.stop()
  })

  test.each([[undefined], [null], ['x'], [7], [{ uri: 7, version: {} }], [{ by: 'fix' }]])(
    'gets back as it was what was never offered: %j',
    async (data) => {
      const client = await startClient({ capabilities: EDITOR })
      await client.open(inHeadings('[9]'))
      const action = { title: 'x', ...(data !== undefined && { data }) }
      expect(await resolved(client, action)).toEqual(action)
      await client.stop()
    },
  )

  test('is refused what is no longer found', async () => {
    const client = await startClient({ capabilities: EDITOR })
    const uri = await client.open(inHeadings('[9]'))
    for (const data of [
      { uri, version: 1, by: 'fix', rule: 'undefined-citation', from: 0, title: 'x' },
      { uri, version: 1, by: [] },
      { uri: [], version: 1, by: 'all fixes', rule: {} },
    ])
      await expect(resolved(client, { title: 'x', data })).rejects.toMatchObject({
        code: LSPErrorCodes.ContentModified,
      })
    await client.stop()
  })

  test('is told why what it chose cannot be done; one that wants everything at once is not offered that', async () => {
    const source = inHeadings('[12], [7], and [7, 9].')
    const client = await startClient({ capabilities: EDITOR })
    const uri = await client.open(source)
    const action = (await actionsIn(client, uri)).find(({ title }) => title.startsWith('Number the references'))
    await expect(resolved(client, action)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringContaining('[7, 9]'),
    })
    await client.stop()
    const plain = await startClient({ capabilities: AT_ONCE })
    expect((await actionsIn(plain, await plain.open(source))).map(({ title }) => title)).not.toContain(action?.title)
    expect(plain.initialized.capabilities.codeActionProvider).not.toHaveProperty('resolveProvider')
    await plain.stop()
  })
})

describe('thousands of findings in one selection', () => {
  const each = (n: number, line: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => line(i + 1)).join('\n')
  const entry = (i: number): string => `[${i}] Title ${i}, https://example.org/${i}, Date accessed: 2018-06-07.\n`
  const floods: Readonly<Record<string, (n: number) => string>> = {
    'references that nobody cites': (n) => inHeadings('x').replace(/\[7\] P[^]*/u, each(n, entry)),
    'references with gaps': (n) =>
      inHeadings('x').replace(
        /\[7\] P[^]*/u,
        each(n, (i) => entry(3 * i)),
      ),
    'citations without references': (n) => inHeadings(each(n, (i) => `See [${i + 12}].`)),
    'references of one address': (n) =>
      inHeadings(each(n, (i) => `[${i}]`)).replace(
        /\[7\] P[^]*/u,
        each(n, (i) => entry(i).replace(/org\/\d+/u, 'org')),
      ),
    'initiatives without sections': (n) =>
      inHeadings('x').replace(
        '## References',
        each(n, (i) => `### #${i + 1} A${i}\n`),
      ),
    'initiatives out of order': (n) =>
      inHeadings('x').replace(
        '## References',
        each(n, (i) => `### #${n - i + 2} A${i}\n\n#### Threats\n\nNone.\n`),
      ),
    'headings of other levels': (n) =>
      inHeadings('x').replace(
        '## References',
        each(n, (i) => `### #${i + 1} A${i}\n\n##### Threats\n\nNone.\n`),
      ),
  }
  const answerOf = async (source: string, capabilities: CheckOptions['capabilities'], only?: string) => {
    const client = await startClient({ ...(capabilities && { capabilities }) })
    const uri = await client.open(source)
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } },
      context: { diagnostics: [], ...(only !== undefined && { only: [only] }) },
    })
    await client.stop()
    return { actions, size: JSON.stringify(actions).length }
  }

  test.each(Object.entries(floods))('%s: no more is offered than one looks at', async (_, flood) => {
    const { actions, size } = await answerOf(flood(2000), EDITOR)
    expect(actions.length).toBeGreaterThan(0)
    expect(actions.length).toBeLessThan(30)
    expect((await answerOf(flood(4000), EDITOR)).size).toBeLessThan(1.1 * size)
  })

  test.each(Object.entries(floods))('%s: what is answered at once grows no faster than the text', async (_, flood) => {
    for (const only of [undefined, 'source.fixAll']) {
      const { size } = await answerOf(flood(500), AT_ONCE, only)
      expect((await answerOf(flood(2000), AT_ONCE, only)).size).toBeLessThan(4.5 * size)
    }
  })
})

test('silent on a file that is no survey', async () => {
  expect(await offered('# Read me\n\n$0??? [9]\n')).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { CompletionList, Diagnostic, Hover } from 'vscode-languageserver'
import { features } from '../../server/src/features'
import type { Outline } from '../../server/src/protocol'
import { inHeadings } from '../support/sample'
import { startServerProcess, startUninitialized, type ServerProcess } from '../support/server'

const URI = 'file:///work/survey.md'
const TEXT = inHeadings('See [7], [12].')

/** What JSON allows where a number, a string, a list or a position is due. */
const NONSENSE: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  1e300,
  '',
  'x',
  true,
  [],
  [null],
  {},
  { line: null },
  { line: -1, character: -1 },
  { line: 1e9, character: 1e9 },
  { line: 1.5, character: 0.5 },
  { line: 'x', character: {} },
]

/** Every notification with the same nonsense in its places. */
const notifications = (value: unknown): Readonly<Record<string, readonly unknown[]>> => ({
  'textDocument/didOpen': [
    value,
    { textDocument: value },
    { textDocument: { uri: value, languageId: value, version: value, text: TEXT } },
    { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: value } },
  ],
  'textDocument/didChange': [
    value,
    { textDocument: value, contentChanges: [] },
    { textDocument: { uri: URI, version: value }, contentChanges: value },
    ...[value, { range: value, text: 'x' }, { range: { start: value, end: value }, text: 'x' }, { text: value }].map(
      (change) => ({ textDocument: { uri: URI, version: 2 }, contentChanges: [change] }),
    ),
  ],
  'textDocument/didClose': [value, { textDocument: value }, { textDocument: { uri: value } }],
  'workspace/didChangeWorkspaceFolders': [value, { event: value }, { event: { added: value, removed: value } }],
  'workspace/didChangeConfiguration': [
    value,
    { settings: value },
    { settings: { survey: value } },
    { settings: { survey: { files: [value], rules: value, outline: { symbols: value } } } },
  ],
  'workspace/didChangeWatchedFiles': [
    value,
    { changes: value },
    { changes: [value] },
    { changes: [{ uri: value, type: value }] },
  ],
  '$/cancelRequest': [value, { id: value }],
  'nobody/knows': [value],
})

const open = ({ connection }: ServerProcess, uri = URI, text = TEXT): Promise<void> =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })

const change = ({ connection }: ServerProcess, version: number, ...contentChanges: readonly unknown[]): Promise<void> =>
  connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges })

const outlineOf = ({ connection }: ServerProcess, uri = URI): Promise<Outline | null> =>
  connection.sendRequest('survey/outline', { uri })

/** Expects the server to work as if nothing had happened, and to have kept its troubles to the log. */
async function expectWell(server: ServerProcess): Promise<void> {
  await open(server, 'file:///work/well.md')
  const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: 'file:///work/well.md' },
    position: { line: 6, character: 5 },
  })
  expect(hover.range).toEqual({ start: { line: 6, character: 4 }, end: { line: 6, character: 7 } })
  expect(server.errors()).toBe('')
}

async function expectGoodbye({ connection, exit }: ServerProcess): Promise<void> {
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  expect(await exit).toBe(0)
}

describe('messages that are not what they should be', () => {
  test('every request with every kind of nonsense in every place is answered', async () => {
    const server = await startServerProcess()
    const shown: unknown[] = []
    server.connection.onNotification('window/showMessage', (message) => {
      shown.push(message)
    })
    await open(server)
    const position = { line: 6, character: 5 }
    const good = {
      textDocument: { uri: URI },
      uri: URI,
      version: 1,
      position,
      range: { start: position, end: position },
      context: { diagnostics: [], includeDeclaration: true },
      typed: 'plasma',
      ids: ['7'],
    }
    for (const { method } of features) {
      const params = NONSENSE.flatMap((value) => [
        ...Object.keys(good).map((key) => ({ ...good, [key]: value })),
        { ...good, range: { start: value, end: value } },
        { ...good, textDocument: { uri: value } },
        { ...good, context: { only: value, diagnostics: value } },
        { ...good, text: value },
        { ...good, ids: [value] },
        { ...good, text: '@misc{a, title = {A}}', version: value },
      ])
      await Promise.all([...NONSENSE, ...params].map((each) => server.connection.sendRequest(method, each as object)))
    }
    await expectWell(server)
    expect(shown).toEqual([])
    await expectGoodbye(server)
  })

  test('so is what is sent after every notification with nonsense', async () => {
    // A client that is pushed to, so that everything is read at once.
    const server = await startServerProcess({ capabilities: { workspace: { workspaceFolders: true } } })
    for (const value of NONSENSE) {
      for (const [method, all] of Object.entries(notifications(value))) {
        for (const params of all) {
          await open(server)
          server.send({ jsonrpc: '2.0', method, params })
          void outlineOf(server)
        }
      }
      await outlineOf(server)
    }
    await expectWell(server)
  })

  test('a change that cannot be read closes the file, as its text is not known any more; opening it again helps', async () => {
    const server = await startServerProcess()
    await open(server)
    await change(server, 2, { text: '# Read me\n' }, { range: null, text: 7 })
    expect(await outlineOf(server)).toBeNull()
    await open(server)
    expect(await outlineOf(server)).toMatchObject({ survey: true, version: 1 })
  })

  test('what is no message is passed over', async () => {
    const server = await startServerProcess()
    for (const content of [
      '{{{{{',
      '[]',
      '{}',
      'null',
      '7',
      '""',
      '\ud800',
      '{"id":1}',
      '{"jsonrpc":"1.0","id":[],"method":{}}',
    ])
      server.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`)
    await expectWell(server)
  })

  test.each([
    ['no length', 'Content-Type: text\r\n\r\n{}', /header without Content-Length/u],
    ['a length that is no number', 'Content-Length: x\r\n\r\n{}', /header without Content-Length/u],
    ['a negative one', 'Content-Length: -5\r\n\r\n{}', /header without Content-Length/u],
    ['no header', 'hello\r\n\r\n', /header without Content-Length/u],
    [
      'one that ends too early',
      'Content-Length: 2\r\n\r\n{}{}Content-Length: 2\r\n\r\n{}',
      /header without Content-Length/u,
    ],
    ['an endless header', 'a'.repeat(2_100_000), /header of more than 2 MB/u],
  ])('%s: nobody knows where a message begins, so the process says that and ends', async (_, bytes, reason) => {
    const server = await startServerProcess()
    await open(server)
    await outlineOf(server)
    server.write(bytes)
    expect(await server.exit).toBe(1)
    expect(server.logged.filter((line) => reason.test(line))).toHaveLength(1)
    expect(server.errors()).toBe('')
  })

  test('before it is initialized, it says so to whoever started it', async () => {
    const server = startUninitialized()
    server.write('GET / HTTP/1.1\r\n\r\n')
    expect(await server.exit).toBe(1)
    expect(server.errors()).toBe(
      'survey-language-server: a message has a header without Content-Length, so what follows cannot be read\n',
    )
  })

  test('a header in pieces, of several fields, in small letters, is one', async () => {
    const server = await startServerProcess()
    const content = JSON.stringify({ jsonrpc: '2.0', method: 'nobody/knows', params: { text: 'Ä😀'.repeat(100) } })
    const bytes = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:${Buffer.byteLength(content)}\r\n\r\n${content}`
    for (let at = 0; at < bytes.length; at += 7) {
      server.write([...bytes].slice(at, at + 7).join(''))
      await new Promise(setImmediate)
    }
    await expectWell(server)
    await expectGoodbye(server)
  })
})

describe('the order of a session', () => {
  /** The code of the error that a request is answered with. */
  const errorOf = async ({ connection }: ServerProcess, method: string, params: unknown = {}): Promise<number> =>
    connection.sendRequest(method, params as object).then(
      () => 0,
      ({ code }: { code: number }) => code,
    )
  const INITIALIZE = { processId: null, rootUri: null, capabilities: {} }

  test('before initialize a request is answered by that, and a notification is passed over', async () => {
    const server = startUninitialized()
    await open(server)
    for (const method of [...features.map((feature) => feature.method), 'shutdown', 'nobody/knows'])
      expect(await errorOf(server, method, { textDocument: { uri: URI }, uri: URI }), method).toBe(-32002)
    expect(await errorOf(server, 'initialize', INITIALIZE)).toBe(0)
    expect(await outlineOf(server)).toBeNull()
    await expectWell(server)
    await expectGoodbye(server)
  })

  test('a client that has greeted wrongly may greet again, and one that has greeted may not', async () => {
    const server = startUninitialized()
    expect(await errorOf(server, 'initialize', { capabilities: null })).not.toBe(0)
    expect(await errorOf(server, 'survey/operations')).toBe(-32002)
    expect(await errorOf(server, 'initialize', INITIALIZE)).toBe(0)
    expect(await errorOf(server, 'initialize', INITIALIZE)).toBe(-32600)
    await expectWell(server)
  })

  test('after shutdown nothing is done but the exit', async () => {
    const server = await startServerProcess()
    await open(server)
    // What was asked before is answered still.
    const [before] = await Promise.all([outlineOf(server), server.connection.sendRequest('shutdown')])
    expect(before).toMatchObject({ survey: true })
    for (const method of [...features.map((feature) => feature.method), 'initialize', 'shutdown', 'nobody/knows'])
      expect(await errorOf(server, method, { textDocument: { uri: URI }, uri: URI }), method).toBe(-32600)
    await change(server, 2, { text: 'x' })
    await server.connection.sendNotification('exit')
    expect(await server.exit).toBe(0)
    expect(server.errors()).toBe('')
  })

  test.each([
    ['exit', true],
    ['the end of its input', false],
  ])('without a greeting %s ends it, too', async (_, says) => {
    const server = startUninitialized()
    if (says) await server.connection.sendNotification('exit')
    else server.hangUp()
    expect(await server.exit).toBe(1)
    expect(server.errors()).toBe('')
  })

  test('what is asked before anybody can know of it is not in the log', async () => {
    const server = startUninitialized()
    await open(server)
    await errorOf(server, 'survey/outline', { uri: URI })
    expect(server.logged).toEqual([])
  })
})

describe('edits', () => {
  test('out of order, overlapping, beyond the text, backwards', async () => {
    const server = await startServerProcess()
    await open(server)
    const range = (a: number, b: number, c: number, d: number) => ({
      start: { line: a, character: b },
      end: { line: c, character: d },
    })
    await change(
      server,
      2,
      { range: range(14, 0, 20, 0), text: 'x' },
      { range: range(2, 0, 16, 3), text: '' },
      { range: range(3, 1, 1, 0), text: '😀' },
      { range: range(900, 900, 999, 999), text: '\n### #2 B' },
    )
    expect(await outlineOf(server)).toMatchObject({ version: 2 })
    await change(server, 3, { text: TEXT })
    expect(await outlineOf(server)).toMatchObject({ version: 3, initiatives: [{ title: 'Plasma' }] })
  })

  test('5,000 keystrokes and a completion after each, asked for and called off', async () => {
    const server = await startServerProcess()
    await open(server)
    const completions: Promise<unknown>[] = []
    const typed = 'See [plasma] and more. '
    for (let i = 0; i < 5000; i++) {
      const at = { line: 6, character: i }
      void change(server, i + 2, { range: { start: at, end: at }, text: typed[i % typed.length] })
      if (i % 10 === 0)
        completions.push(
          server.connection.sendRequest<CompletionList>('textDocument/completion', {
            textDocument: { uri: URI },
            position: { line: 6, character: i + 1 },
          }),
        )
      if (i % 50 === 0) server.send({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: completions.length } })
    }
    await Promise.allSettled(completions)
    expect(await outlineOf(server)).toMatchObject({ version: 5001, initiatives: [{ title: 'Plasma' }] })
    await expectWell(server)
  }, 20_000)

  test('a file is closed while it is asked about', async () => {
    const server = await startServerProcess()
    await open(server)
    const asked = features.map(({ method }) =>
      server.connection.sendRequest(method, {
        textDocument: { uri: URI },
        uri: URI,
        version: 1,
        position: { line: 6, character: 5 },
        range: { start: { line: 6, character: 5 }, end: { line: 6, character: 5 } },
        context: { diagnostics: [] },
      }),
    )
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
    await change(server, 2, { text: 'x' })
    await Promise.all(asked)
    expect(await outlineOf(server)).toBeNull()
    await expectWell(server)
  })
})

test('addresses of every kind', async () => {
  const server = await startServerProcess({
    workspaceFolders: [
      { uri: 'vscode-vfs://github/owner/repo', name: 'repo' },
      { uri: 'file:///work/100%', name: '' },
    ],
  })
  await server.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { survey: { files: ['**/nothing/*.md'] } },
  })
  for (const uri of [
    'untitled:Untitled-1',
    'untitled:/work/a%20b.md',
    'vscode-vfs://github/owner/repo/surveys/a.md',
    'file:///c%3A/work/a.md',
    'file:///C:/work/a.md',
    'file:///work/100%.md',
    'file:///work/%E0%A4%A.md',
    'file:///work/a.md?x#y',
    'vscode-notebook-cell:/work/a.ipynb#W0',
    'x',
    '',
    '/work/a.md',
    'file://///',
    `file:///${'a/'.repeat(5000)}b.md`,
  ]) {
    await open(server, uri)
    expect(await outlineOf(server, uri), uri).toMatchObject({ survey: true })
    const { items } = await server.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    })
    expect(
      items.map(({ code }) => code),
      uri,
    ).toContain('placeholder-text')
  }
  await expectWell(server)
})

describe('settings', () => {
  test('globs that match, that mean nothing, and that would take for ever', async () => {
    const server = await startServerProcess({ rootUri: 'file:///work' })
    for (const [expected, files] of [
      ['listed', ['listed/*.md']],
      ['listed', ['', '!x', '(', '[', '{', 'listed/a b.md']],
      ['not listed', ['']],
      ['not listed', ['!a.md']],
      [
        'not listed',
        [
          '+(a+)+(+(b))',
          '*a*a*a*a*a*a*a*a*a*a*a*a*a*b',
          `${'**/'.repeat(300)}b`,
          `**/**/**/**${'{a,b}{c,d}'.repeat(50)}`,
        ],
      ],
    ] as const) {
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { survey: { files } } })
      const before = performance.now()
      for (const uri of ['file:///work/listed/a%20b.md', `file:///work/${'a'.repeat(200)}`]) {
        await open(server, uri, '# Notes\n')
        expect(await outlineOf(server, uri), String(files)).toMatchObject({
          survey: expected === 'listed' && uri.endsWith('b.md'),
        })
      }
      expect(performance.now() - before).toBeLessThan(2000)
    }
  })

  test('what is told of nonsense is short', async () => {
    const server = await startServerProcess()
    const shown: string[] = []
    server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message)
    })
    await server.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: {
        survey: { files: ['x'.repeat(100_000)], rules: { 'missing-section': { deep: 'y'.repeat(100_000) } } },
      },
    })
    await expectWell(server)
    expect(shown).toHaveLength(2)
    for (const message of shown) expect(message.length).toBeLessThan(250)
  })
})

describe('the end', () => {
  test('exit after shutdown is 0, without it 1', async () => {
    await expectGoodbye(await startServerProcess())
    const server = await startServerProcess()
    await server.connection.sendNotification('exit')
    expect(await server.exit).toBe(1)
  })

  test.each([
    ['between messages', ''],
    ['in the middle of one', 'Content-Length: 100\r\n\r\n{"jsonrpc":'],
  ])('the input ends %s: the process does too', async (_, bytes) => {
    const server = await startServerProcess()
    await open(server)
    server.write(bytes)
    server.hangUp()
    expect(await server.exit).toBe(1)
    expect(server.errors()).toBe('')
  })

  test('a client that stops reading', async () => {
    const server = await startServerProcess({ capabilities: {} })
    server.goDeaf()
    for (let version = 2; version < 50; version++) {
      server.send({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: `${URI}${version}`, languageId: 'markdown', version, text: TEXT } },
      })
    }
    server.hangUp()
    expect(await server.exit).toBe(1)
    expect(server.errors()).toBe('')
  })

  test('one client after another', async () => {
    for (let i = 0; i < 2; i++) {
      const server = await startServerProcess()
      await open(server)
      await expectWell(server)
      await expectGoodbye(server)
    }
  })
})

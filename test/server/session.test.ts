import { afterEach, expect, test } from 'vitest'
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver'
import type { Outline } from '../../server/src/protocol'
import { startClient, type TestClient, type TestClientOptions } from '../support/client'
import { seed } from '../support/corpus'

const SURVEY = [
  '# Sample',
  '',
  '## Current initiatives',
  '',
  '### #1 Alpha',
  '',
  '#### What is it?',
  '',
  'A thing [1].',
  '',
  '#### Who does it?',
  '',
  '???',
  '',
  '#### Strengths',
  '',
  'Fast 😀 [9].',
  '',
  '#### Weaknesses',
  '',
  'None.',
  '',
  '#### Opportunities',
  '',
  'Some.',
  '',
  '## References',
  '',
  '[1] Alpha, https://alpha.example/a, Date accessed: 2020-01-02.',
  '',
].join('\n')

const PULL = { textDocument: { diagnostic: {} } }
const clients: TestClient[] = []

async function start(options?: TestClientOptions): Promise<TestClient> {
  const client = await startClient(options)
  clients.push(client)
  return client
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()))
})

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code)

async function pull(client: TestClient, uri: string): Promise<Diagnostic[]> {
  return (
    await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })
  ).items
}

const change = (client: TestClient, uri: string, version: number, ...contentChanges: unknown[]): Promise<void> =>
  client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })

/** A client that is pushed to, and the next findings for a version. */
async function pushed(
  options: TestClientOptions = {},
): Promise<{ client: TestClient; next: (version?: number) => Promise<PublishDiagnosticsParams> }> {
  const arrived: PublishDiagnosticsParams[] = []
  let wake = (): void => undefined
  const client = await start({
    ...options,
    prepare: (connection) =>
      connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        arrived.push(params)
        wake()
      }),
  })
  const next = async (version?: number): Promise<PublishDiagnosticsParams> => {
    for (;;) {
      const at = arrived.findIndex((params) => version === undefined || params.version === version)
      if (at >= 0) return arrived.splice(0, at + 1).at(-1) as PublishDiagnosticsParams
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { client, next }
}

test('findings are pulled where the client can pull', async () => {
  const client = await start({ capabilities: PULL })
  expect(client.initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { change: 2 },
    diagnosticProvider: { identifier: 'survey' },
  })
  expect(codes(await pull(client, await client.open(SURVEY)))).toEqual([
    'missing-section',
    'placeholder-text',
    'undefined-citation',
  ])
})

test('findings are pushed with their version where it cannot', async () => {
  const { client, next } = await pushed()
  expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined()
  const uri = await client.open(SURVEY)
  expect(codes((await next(1)).diagnostics)).toEqual(['missing-section', 'placeholder-text', 'undefined-citation'])
  await change(client, uri, 2, {
    range: { start: { line: 12, character: 0 }, end: { line: 12, character: 3 } },
    text: 'Many.',
  })
  expect(codes((await next(2)).diagnostics)).toEqual(['missing-section', 'undefined-citation'])
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  expect(await next()).toMatchObject({ uri, diagnostics: [] })
})

test('only the newest of several versions is looked at', async () => {
  const { client, next } = await pushed()
  const uri = await client.open(SURVEY)
  await next(1)
  const typed = [...'Many people.'].map((text, i) => ({
    range: { start: { line: 13, character: i }, end: { line: 13, character: i } },
    text,
  }))
  client.burst(
    'textDocument/didChange',
    typed.map((each, i) => ({ textDocument: { uri, version: i + 2 }, contentChanges: [each] })),
  )
  expect((await next()).version).toBe(typed.length + 1)
})

test('positions count UTF-16 units, after an emoji too', async () => {
  const client = await start({ capabilities: PULL })
  const diagnostics = await pull(client, await client.open(SURVEY))
  expect(diagnostics.find(({ code }) => code === 'undefined-citation')?.range).toEqual({
    start: { line: 16, character: 8 },
    end: { line: 16, character: 11 },
  })
})

test('CRLF, a byte order mark and no final newline change nothing', async () => {
  const client = await start({ capabilities: PULL })
  for (const text of [SURVEY.replaceAll('\n', '\r\n'), `\ufeff${SURVEY}`, SURVEY.trimEnd()]) {
    expect(codes(await pull(client, await client.open(text)))).toEqual([
      'missing-section',
      'placeholder-text',
      'undefined-citation',
    ])
  }
})

test('a file that is no survey has no findings, and its outline says why', async () => {
  const client = await start({ capabilities: PULL })
  const uri = await client.open('# Read me\n\nTBD ??? [7]\n\n## Install\n\nRun it.\n')
  expect(await pull(client, uri)).toEqual([])
  expect(await client.connection.sendRequest<Outline>('survey/outline', { uri })).toMatchObject({
    survey: false,
    version: 1,
    reason: expect.stringContaining('not a survey') as string,
  })
})

test('front matter and the setting survey.files make a survey of any file', async () => {
  const plain = '# Notes\n\n???\n'
  const client = await start({
    capabilities: { ...PULL, workspace: { configuration: true } },
    settings: { files: ['listed/**/*.md'] },
  })
  const outline = async (text: string, uri?: string): Promise<Outline> =>
    client.connection.sendRequest('survey/outline', { uri: await client.open(text, uri) })
  await expect
    .poll(async () => (await outline(plain, 'file:///work/listed/a%20b.md')).reason)
    .toContain('listed/**/*.md')
  expect(await outline(plain)).toMatchObject({ survey: false })
  expect(await outline(`---\ntitle: x\nsurvey: swot # yes\n---\n${plain}`)).toMatchObject({
    survey: true,
    profile: 'swot',
  })
  expect(await outline(`---\nsurvey: false\n---\n${SURVEY}`)).toMatchObject({ survey: false })
})

test('severities come from the settings, and nonsense is told once', async () => {
  const told: string[] = []
  const client = await start({
    capabilities: { ...PULL, workspace: { configuration: true } },
    settings: {
      files: 7,
      rules: { 'placeholder-text': 'off', 'missing-section': 'error', 'undefined-citation': 'loud' },
    },
    prepare: (connection) =>
      connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
        told.push(message)
      }),
  })
  const uri = await client.open(SURVEY)
  await expect.poll(async () => codes(await pull(client, uri))).toEqual(['missing-section', 'undefined-citation'])
  expect((await pull(client, uri)).map(({ severity }) => severity)).toEqual([1, 1])
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} })
  await pull(client, uri)
  expect(told).toEqual([expect.stringContaining('`survey.files` is 7'), expect.stringContaining('"loud"')])
})

test('requests for files that are not open, and positions beyond the text, are answered', async () => {
  const client = await start({ capabilities: PULL })
  const uri = await client.open(SURVEY)
  const at = (line: number, character: number, of = uri): unknown => ({
    textDocument: { uri: of },
    position: { line, character },
    context: { includeDeclaration: true },
  })
  for (const method of [
    'textDocument/hover',
    'textDocument/definition',
    'textDocument/references',
    'textDocument/completion',
    'textDocument/documentHighlight',
  ]) {
    await client.connection.sendRequest(method, at(999, 999))
    await client.connection.sendRequest(method, at(0, 0, 'file:///nowhere.md'))
  }
  await change(client, 'file:///nowhere.md', 2, { text: 'x' })
  await change(client, uri, 2, {
    range: { start: { line: 500, character: 9 }, end: { line: 3, character: 999 } },
    text: '\ud83d',
  })
  expect(Array.isArray(await pull(client, uri))).toBe(true)
})

test('a request that a change overtakes is not answered for the old version', async () => {
  const client = await start({ capabilities: PULL })
  const uri = await client.open(SURVEY)
  await pull(client, uri)
  const edit = { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } }, text: '!' }
  const overtaken = (method: string, version: number): Promise<unknown> => {
    const answer = client.connection.sendRequest(method, {
      textDocument: { uri },
      position: { line: 8, character: 10 },
    })
    void change(client, uri, version, edit)
    return answer.then(
      () => 'answered',
      ({ code, data }: { code: number; data: unknown }) => ({ code, data }),
    )
  }
  expect(await overtaken('textDocument/hover', 2)).toEqual({ code: -32801, data: undefined })
  expect(await overtaken('textDocument/diagnostic', 3)).toEqual({ code: -32802, data: { retriggerRequest: true } })
  expect(codes(await pull(client, uri))).toEqual(['missing-section', 'placeholder-text', 'undefined-citation'])
})

test('completions are answered although the author types on: an editor closes its list where no answer comes', async () => {
  const client = await start({ capabilities: PULL })
  const uri = await client.open(SURVEY.replace('???', 'See [a'))
  const line = SURVEY.split('\n').findIndex((each) => each.includes('???'))
  await pull(client, uri)
  const answers = Array.from('bcd', (text, i) => {
    const position = { line, character: 6 + i }
    const answer = client.connection.sendRequest<{ items: readonly unknown[] } | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    })
    void change(client, uri, i + 2, { range: { start: position, end: position }, text })
    return answer
  })
  for (const answer of await Promise.all(answers)) expect(answer).toHaveProperty('items')
})

test('a request that was cancelled before its turn says so', async () => {
  const client = await start({ capabilities: PULL })
  const uri = await client.open(SURVEY)
  const { CancellationTokenSource } = await import('vscode-languageserver')
  const source = new CancellationTokenSource()
  const answer = client.connection.sendRequest(
    'textDocument/hover',
    { textDocument: { uri }, position: { line: 8, character: 10 } },
    source.token,
  )
  source.cancel()
  await expect(
    answer.then(
      (value) => ({ value }),
      (error: { code: number }) => error.code,
    ),
  ).resolves.toSatisfy((result) => result === -32800 || typeof result === 'object')
})

const seedText = seed()

test.skipIf(seedText === undefined)(
  'the seed: one missing section, 31 placeholders, 0 of 6 written in each initiative',
  async () => {
    const client = await start({ capabilities: PULL })
    const uri = await client.open(seedText ?? '')
    const found = codes(await pull(client, uri))
    expect(found.filter((code) => code === 'missing-section')).toHaveLength(1)
    expect(found.filter((code) => code === 'placeholder-text')).toHaveLength(31)
    expect(found).toHaveLength(32)
    const outline = await client.connection.sendRequest<Outline>('survey/outline', { uri })
    expect(outline.incomplete).toHaveLength(32)
    expect(outline.initiatives.map(({ done, total }) => `${done}/${total}`)).toEqual([
      '0/6',
      '0/6',
      '0/6',
      '0/6',
      '0/6',
    ])
    expect(outline.initiatives[4]?.sections.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'what placeholder',
      'who missing',
      'strengths placeholder',
      'weaknesses placeholder',
      'opportunities placeholder',
      'threats placeholder',
    ])
  },
)

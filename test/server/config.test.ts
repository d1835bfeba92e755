import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { CompletionList, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver'
import { readConfigFile } from '../../server/src/node/configFile'
import type { Outline, ProfileInfo } from '../../server/src/protocol'
import { startClient, type TestClient, type TestClientOptions } from '../support/client'
import { folderWith } from '../support/folder'
import { GERMAN } from '../support/german'

const SURVEY = '# Brüh\n\n## Initiativen\n\n### Tee\n\n#### Stärken\n\nWarm.\n\n#### Schwächen\n\noffen\n'
const SWOT = '# Brews\n\n## Initiatives\n\n### #1 Tea\n\n#### Strengths\n\nWarm.\n'
const EVALUATION = '{ "profile": "evaluation" }'

interface Session {
  readonly client: TestClient
  readonly pushed: readonly PublishDiagnosticsParams[]
  readonly refreshes: readonly string[]
  readonly watchers: readonly string[]
  uriOf(path: string): string
  write(path: string, text: string): void
  remove(path: string): void
  /** Tells the server, as a watcher would. */
  changed(...paths: readonly string[]): Promise<void>
  outline(uri: string): Promise<Outline>
  /** The problems that were published last for a file. */
  problems(path: string): readonly string[] | undefined
}

const clients: TestClient[] = []
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()))
})

const EDITOR = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
}

async function session(files: Readonly<Record<string, string>>, options: TestClientOptions = {}): Promise<Session> {
  const folder = folderWith(files)
  const pushed: PublishDiagnosticsParams[] = []
  const refreshes: string[] = []
  const watchers: string[] = []
  const client = await startClient({
    capabilities: EDITOR,
    root: pathToFileURL(folder).href,
    runtime: { readFile: (uri) => readConfigFile(fileURLToPath(uri)) },
    ...options,
    prepare(connection) {
      connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: PublishDiagnosticsParams) => void pushed.push(params),
      )
      connection.onNotification('survey/didRefresh', () => void refreshes.push('survey'))
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshes.push('diagnostics')
        return null
      })
      connection.onRequest(
        'client/registerCapability',
        ({
          registrations,
        }: {
          registrations: readonly { registerOptions?: { watchers?: readonly { globPattern: string }[] } }[]
        }) => {
          watchers.push(
            ...registrations.flatMap(
              ({ registerOptions }) => registerOptions?.watchers?.map(({ globPattern }) => globPattern) ?? [],
            ),
          )
          return null
        },
      )
      options.prepare?.(connection)
    },
  })
  clients.push(client)
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href
  return {
    client,
    pushed,
    refreshes,
    watchers,
    uriOf,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    remove: (path) => rmSync(join(folder, path)),
    changed: (...paths) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: paths.map((path) => ({ uri: uriOf(path), type: 2 })),
      }),
    outline: (uri) => client.connection.sendRequest('survey/outline', { uri }),
    problems: (path) =>
      pushed
        .filter(({ uri }) => uri === uriOf(path))
        .at(-1)
        ?.diagnostics.map(({ message }) => wordsOf(message)),
  }
}

const wordsOf = (message: Diagnostic['message']): string => (typeof message === 'string' ? message : message.value)

const open = async ({ client, uriOf }: Session, path: string, text: string): Promise<string> =>
  client.open(text, uriOf(path))

const pull = async ({ client }: Session, uri: string): Promise<readonly Diagnostic[]> =>
  (await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } }))
    .items

test('the first answer about a file goes by the config that speaks for it', async () => {
  const here = await session({ '.survey.json': GERMAN })
  const uri = await open(here, 'a/b c/tee.md', SURVEY)
  expect((await pull(here, uri)).map(({ code, message }) => `${code} ${wordsOf(message)}`)).toEqual([
    'missing-section Tee has no “Was ist das?”, “Chancen” or “Risiken”. Add them, or write “Keine.” where there is nothing to say.',
    expect.stringContaining('placeholder-text'),
  ])
  expect(await here.outline(uri)).toMatchObject({
    survey: true,
    profile: 'swot-de',
    reason: expect.stringContaining('.survey.json') as string,
  })
  expect(here.refreshes).toEqual([])
})

test('features speak its words', async () => {
  const here = await session({ '.survey.json': GERMAN })
  const uri = await open(here, 'tee.md', `${SURVEY}\n#`)
  const { items } = await here.client.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 14, character: 1 },
  })
  expect(items.map(({ label }) => label)).toEqual(['Was ist das?', 'Chancen', 'Risiken', 'New initiative'])
  const { version, initiatives } = await here.outline(uri)
  expect(initiatives[0]?.sections.map(({ title, state }) => `${title} ${state}`)).toEqual([
    'Was ist das? missing',
    'Stärken complete',
    'Schwächen placeholder',
    'Chancen missing',
    'Risiken missing',
  ])
  const { edits } = await here.client.connection.sendRequest<{ edits: { newText: string }[] }>('survey/insertMissing', {
    uri,
    version,
    position: null,
  })
  expect(edits.map(({ newText }) => newText).join('')).toContain('#### Risiken\n\n???')
  expect(await here.client.connection.sendRequest<string>('survey/newSurvey', {})).toContain(
    '## Aktuelle Initiativen\n\n### ${3:???}\n\n#### Was ist das?',
  )
})

describe('a new file that is still to be saved', () => {
  const untitled = (here: Session, path: string): string => `untitled:${new URL(here.uriOf(path)).pathname}`
  const ask = <Answer>({ client }: Session, method: string, params: object): Promise<Answer> =>
    client.connection.sendRequest<Answer>(`survey/${method}`, params)

  test('is begun and read by the config of the folder that it will be saved in', async () => {
    const here = await session({ 'a/b c/.survey.json': GERMAN })
    const uri = untitled(here, 'a/b c/survey.md')
    expect((await ask<ProfileInfo[]>(here, 'profiles', { uri })).map(({ name }) => name)).toEqual([
      'swot-de',
      'swot',
      'evaluation',
      'comparison',
      'competitors',
      'literature',
      'options',
    ])
    for (const [profile, front] of [
      [undefined, ''],
      ['swot-de', ''],
      ['swot', '---\nsurvey: swot\n---\n\n'],
      ['evaluation', '---\nsurvey: evaluation\n---\n\n'],
    ] as const) {
      const snippet = await ask<string>(here, 'newSurvey', { uri, ...(profile && { profile }) })
      const text = snippet.replace(/\$\{\d+:(\?+)\}|\$0/gu, '$1')
      expect(text.startsWith(`${front}# ???\n`), text).toBe(true)
      await here.client.open(text, uri)
      const { survey, profile: by, initiatives, incomplete } = await here.outline(uri)
      expect({ survey, by, initiatives: initiatives.length }).toEqual({
        survey: true,
        by: profile ?? 'swot-de',
        initiatives: 1,
      })
      expect(incomplete.length).toBeGreaterThan(6)
      await here.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    }
  })

  test('is listed where the file will be', async () => {
    const here = await session({ 'a/.survey.json': '{ "files": ["x/*.md"] }' })
    for (const [path, isSurvey] of [
      ['a/x/tea.md', true],
      ['a/tea.md', false],
    ] as const) {
      const uri = untitled(here, path)
      await here.client.open('', uri)
      expect(await here.outline(uri), path).toMatchObject({ survey: isSurvey, blank: true })
    }
  })

  test('without a place goes by the workspace, and without a workspace by its path', async () => {
    const here = await session({ '.survey.json': GERMAN, 'a/.survey.json': EVALUATION })
    expect((await ask<ProfileInfo[]>(here, 'profiles', {}))[0]?.name).toBe('swot-de')
    expect((await ask<ProfileInfo[]>(here, 'profiles', { uri: 'untitled:Untitled-1' }))[0]?.name).toBe('swot-de')
    const uri = untitled(here, 'a/tea.md')
    expect((await ask<ProfileInfo[]>(here, 'profiles', { uri }))[0]?.name).toBe('evaluation')
    const [first] = await ask<ProfileInfo[]>(here, 'profiles', { uri: 'untitled:Untitled-1' })
    expect(first?.summary).toBe('Aktuelle Initiativen: Was ist das?, Stärken, Schwächen, Chancen, Risiken')
  })
})

test('the nearest config wins, and `files` is relative to its folder', async () => {
  const here = await session({
    '.survey.json': EVALUATION,
    'de/.survey.json': GERMAN,
    'plain/.survey.json': '{ "files": ["x/*.md"] }',
  })
  const reasonOf = async (path: string, text: string): Promise<string> =>
    (await here.outline(await open(here, path, text))).reason
  expect(await reasonOf('de/deep/tee.md', SURVEY)).toContain('“swot-de”')
  expect(await reasonOf('tee.md', SURVEY)).toMatch(/^This is not a survey: .*“evaluation”\.$/u)
  expect(await reasonOf('plain/tea.md', SWOT)).toBe('This is a survey: 1 initiative below the heading “Initiatives”.')
  expect(await reasonOf('plain/x/notes.md', '# Notes\n')).toBe(
    'This is a survey: the file .survey.json lists it as `x/*.md`.',
  )
  expect(await reasonOf('plain/notes.md', '# Notes\n')).toMatch(/^This is not a survey/u)
})

test('a file that is not open, and one that has no place, have configs, too', async () => {
  const here = await session({ 'de/.survey.json': GERMAN, '.survey.json': EVALUATION })
  expect(
    await here.client.connection.sendRequest('survey/outline', { uri: here.uriOf('de/tee.md'), text: SURVEY }),
  ).toMatchObject({ profile: 'swot-de' })
  const uri = await here.client.open('---\nsurvey: true\n---\n', 'untitled:Untitled-1')
  expect(await here.outline(uri)).toMatchObject({ profile: 'evaluation' })
  expect(await here.client.connection.sendRequest<string>('survey/newSurvey', {})).toContain('## Candidates')
  expect(
    await here.client.connection.sendRequest<string>('survey/newSurvey', { uri: here.uriOf('de/x.md') }),
  ).toContain('## Aktuelle Initiativen')
})

describe('a config that comes, changes or goes', () => {
  test('is seen in every open survey, without a change to it', async () => {
    const here = await session({}, { initializationOptions: { didRefresh: true } })
    const uri = await open(here, 'de/tee.md', SURVEY)
    expect(await here.outline(uri)).toMatchObject({ survey: false })
    expect(here.watchers).toEqual(['**/.survey.json'])
    const steps: readonly (readonly [change: () => void, profile: string | null])[] = [
      [() => here.write('.survey.json', GERMAN), 'swot-de'],
      [() => here.write('de/.survey.json', '{}'), null],
      [() => here.write('de/.survey.json', GERMAN.replaceAll('swot-de', 'tee')), 'tee'],
      [() => here.remove('de/.survey.json'), 'swot-de'],
      [() => here.remove('.survey.json'), null],
    ]
    let refreshed = 0
    for (const [change, profile] of steps) {
      change()
      await here.changed('.survey.json', 'de/.survey.json', 'de/other.json')
      expect((await here.outline(uri)).profile).toBe(profile)
      await expect.poll(() => here.refreshes.length).toBe((refreshed += 2))
    }
    expect(here.refreshes.slice(0, 2).sort()).toEqual(['diagnostics', 'survey'])
    await here.changed('.survey.json')
    await here.outline(uri)
    expect(here.refreshes).toHaveLength(refreshed)
  })

  test('is seen by a client that cannot watch when the next file is opened', async () => {
    const here = await session({ '.survey.json': GERMAN }, { capabilities: { textDocument: { diagnostic: {} } } })
    const first = await open(here, 'tee.md', SURVEY)
    expect(await here.outline(first)).toMatchObject({ survey: true })
    expect(here.watchers).toEqual([])
    here.remove('.survey.json')
    await open(here, 'other.md', SURVEY)
    expect(await here.outline(first)).toMatchObject({ survey: false })
  })

  test('is pushed to a client that cannot pull', async () => {
    const here = await session({ '.survey.json': GERMAN }, { capabilities: {} })
    await open(here, 'tee.md', SURVEY)
    await expect.poll(() => here.problems('tee.md')?.length).toBe(2)
    here.remove('.survey.json')
    await here.changed('.survey.json')
    await expect.poll(() => here.problems('tee.md')).toEqual([])
  })
})

describe('a broken config', () => {
  test('is told in that file, what is right in it counts, and the rest of the session goes on', async () => {
    const here = await session({
      '.survey.json': GERMAN.replace('"none"', '"non"'),
      'en/.survey.json': '{ "profile": ',
    })
    const uri = await open(here, 'tee.md', SURVEY)
    expect(await here.outline(uri)).toMatchObject({ profile: 'swot-de' })
    expect(here.problems('.survey.json')).toEqual([expect.stringContaining('`non` is not known here')])
    const [{ diagnostics: [diagnostic] = [] } = {}] = here.pushed
    expect(diagnostic).toMatchObject({
      severity: 1,
      source: 'survey',
      range: { start: { line: 19, character: 6 }, end: { line: 19, character: 11 } },
    })
    expect(await here.outline(await open(here, 'en/tea.md', SWOT))).toMatchObject({ profile: 'swot' })
    expect(here.problems('en/.survey.json')).toEqual(['A value is missing here.'])
  })

  test('is silent when it is mended, and when it is gone', async () => {
    const here = await session({ '.survey.json': '{', 'a/.survey.json': '[]' })
    await here.outline(await open(here, 'a/tea.md', SWOT))
    expect([here.problems('.survey.json'), here.problems('a/.survey.json')]).toEqual([
      ['A closing brace `}` is missing here.'],
      [expect.stringContaining('an object in braces')],
    ])
    here.write('.survey.json', '{}')
    here.remove('a/.survey.json')
    await here.changed('.survey.json', 'a/.survey.json')
    await expect.poll(() => [here.problems('.survey.json'), here.problems('a/.survey.json')]).toEqual([[], []])
  })

  test('what is no file, or too large, is none', async () => {
    const here = await session({
      '.survey.json/x': 'a folder',
      'big/.survey.json': ' '.repeat(5_000_000),
      'long/.survey.json': ' '.repeat(2_000_000),
    })
    for (const folder of ['', 'big/', 'long/'])
      expect(await here.outline(await open(here, `${folder}tea.md`, SWOT))).toMatchObject({ profile: 'swot' })
    expect(here.pushed.map(({ uri }) => uri)).toEqual([here.uriOf('long/.survey.json')])
  })
})

describe('files that the server cannot read itself', () => {
  const FILES: Readonly<Record<string, string>> = {
    'memfs:/work/.survey.json': GERMAN,
    'memfs://host/de/.survey.json': GERMAN,
  }

  const serving = async (
    answer: (uri: string) => unknown,
    options: TestClientOptions = {},
  ): Promise<{ here: Session; asked: string[] }> => {
    const asked: string[] = []
    const here = await session(
      {},
      {
        root: 'memfs:/work',
        runtime: {},
        initializationOptions: { readFile: true },
        ...options,
        prepare: (connection) =>
          connection.onRequest('survey/readFile', ({ uri }: { uri: string }) => {
            asked.push(uri)
            return answer(uri)
          }),
      },
    )
    return { here, asked }
  }
  const fromFiles = (uri: string): unknown => (FILES[uri] === undefined ? null : { text: FILES[uri] })

  test('are read by a client that offers it', async () => {
    const { here, asked } = await serving(fromFiles)
    const uri = await here.client.open(SURVEY, 'memfs:/work/a/tee.md')
    expect(await here.outline(uri)).toMatchObject({ profile: 'swot-de' })
    expect(asked).toEqual(['memfs:/work/a/.survey.json', 'memfs:/work/.survey.json', 'memfs:/.survey.json'])
    expect(await here.outline(await here.client.open(SURVEY, 'memfs://host/de/tee.md'))).toMatchObject({
      profile: 'swot-de',
    })
  })

  test('are none where it does not offer that, or fails', async () => {
    for (const [answer, initializationOptions] of [
      [fromFiles, undefined],
      [fromFiles, { readFile: 'yes' }],
      [
        () => {
          throw new Error('no')
        },
        { readFile: true },
      ],
      [() => 7, { readFile: true }],
    ] as const) {
      const { here } = await serving(answer, { initializationOptions })
      expect(await here.outline(await here.client.open(SWOT, 'memfs:/work/tea.md'))).toMatchObject({
        survey: true,
        profile: 'swot',
      })
    }
  })

  test('keep nobody waiting for long', async () => {
    const { here } = await serving(() => new Promise(() => undefined))
    const start = performance.now()
    expect(await here.outline(await here.client.open(SWOT, 'memfs:/work/tea.md'))).toMatchObject({ profile: 'swot' })
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

test('addresses that are none do no harm', async () => {
  const here = await session({})
  for (const uri of [
    '',
    'x',
    'untitled:',
    'file:',
    'file:///',
    'file:///%',
    'file://host/a.md',
    `file:///${'a/'.repeat(3000)}b.md`,
  ]) {
    expect(await here.outline(await here.client.open(SWOT, uri)), uri).toMatchObject({ survey: true })
  }
})

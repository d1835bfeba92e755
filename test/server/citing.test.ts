import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type {
  CompletionList,
  FileSystemWatcher,
  InitializeParams,
  PublishDiagnosticsParams,
} from 'vscode-languageserver'
import type { Citable, PasteAnswer } from '../../server/src/protocol'
import { startClient } from '../support/client'
import { folderWith } from '../support/folder'
import { inHeadings } from '../support/sample'
import { startServerProcess } from '../support/server'

const TEXT = inHeadings('See [')
const AT = { line: 6, character: 5 }
const bib = (key: string, title: string): string =>
  `@misc{${key},\n  title = {${title}},\n  url = {https://a.org/${key}}\n}\n`
const config = (...references: readonly string[]): string => JSON.stringify({ references })

const WATCHING = {
  textDocument: { diagnostic: {} },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
}

/** The built server over stdio, in a folder of real files. */
async function serverIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  params: Partial<InitializeParams> = { capabilities: WATCHING },
) {
  const folder = folderWith(files)
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href
  const server = await startServerProcess({ rootUri: pathToFileURL(folder).href, ...params })
  const { connection } = server
  const problems = new Map<string, readonly string[]>()
  const severities = new Map<string, readonly unknown[]>()
  const watched = new Map<string, readonly FileSystemWatcher[]>()
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    severities.set(
      uri,
      diagnostics.map(({ severity }) => severity),
    )
    problems.set(
      uri,
      diagnostics.map(
        ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message as string}`,
      ),
    )
  })
  connection.onRequest(
    'client/registerCapability',
    ({
      registrations,
    }: {
      registrations: readonly { id: string; registerOptions?: { watchers?: FileSystemWatcher[] } }[]
    }) => {
      for (const { id, registerOptions } of registrations)
        if (registerOptions?.watchers) watched.set(id, registerOptions.watchers)
      return null
    },
  )
  connection.onRequest(
    'client/unregisterCapability',
    ({ unregisterations }: { unregisterations: readonly { id: string }[] }) => {
      for (const { id } of unregisterations) watched.delete(id)
      return null
    },
  )
  return {
    server,
    connection,
    uriOf,
    problems: (path: string) => problems.get(uriOf(path)),
    severities: (path: string) => severities.get(uriOf(path)),
    watched: () =>
      [...watched.values()]
        .flat()
        .map(({ globPattern }) =>
          typeof globPattern === 'string'
            ? globPattern
            : `${(globPattern.baseUri as string).replace(`${uriOf('')}/`, '<folder>')} ${globPattern.pattern}`,
        )
        .sort(),
    write(path: string, text: string) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    remove: (path: string) => rmSync(join(folder, path), { recursive: true }),
    changed: (...paths: readonly string[]) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: paths.map((path) => ({ uri: uriOf(path), type: 2 })),
      }),
    async open(path: string, text = TEXT) {
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId: 'markdown', version: 1, text },
      })
    },
    /** What is offered from elsewhere after the bracket. */
    async offered(path = 'survey.md') {
      const list = await connection.sendRequest<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: uriOf(path) },
        position: AT,
      })
      return list?.items.map(({ label, detail }) => `${label} (${detail})`).filter((row) => row.startsWith('+')) ?? []
    },
  }
}

describe('bibliographies that .survey.json names', () => {
  test('are offered behind the survey’s own references, and come and go as they change on disk', async () => {
    const here = await serverIn({ '.survey.json': config('refs.bib', 'more/*.ris'), 'refs.bib': bib('one', 'Alpha') })
    await here.open('survey.md')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Alpha (refs.bib)'])
    expect(here.watched()).toEqual(['**/.survey.json', '<folder> more', '<folder> more/*.ris', '<folder> refs.bib'])
    here.write('refs.bib', bib('one', 'Alpha') + bib('two', 'Beta'))
    here.write('more/x.ris', 'TY  - JOUR\nTI  - Gamma\nER  - \n')
    here.write('more/deep/x.ris', 'TY  - JOUR\nTI  - Not this one\nER  - \n')
    await here.changed('refs.bib', 'more/x.ris', 'more/deep/x.ris', 'notes.txt')
    await expect
      .poll(() => here.offered())
      .toEqual(['+ [13] Alpha (refs.bib)', '+ [13] Beta (refs.bib)', '+ [13] Gamma (x.ris)'])
    here.remove('refs.bib')
    await here.changed('refs.bib')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Gamma (x.ris)'])
    here.write('.survey.json', config('other.bib'))
    here.write('other.bib', bib('three', 'Delta'))
    await here.changed('.survey.json')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Delta (other.bib)'])
    await expect.poll(() => here.watched()).toEqual(['**/.survey.json', '<folder> other.bib'])
    here.remove('.survey.json')
    await here.changed('.survey.json')
    await expect.poll(() => here.offered()).toEqual([])
    await expect.poll(() => here.watched()).toEqual(['**/.survey.json'])
    expect(here.server.errors()).toBe('')
  })

  test('one that is broken says where, keeps what is right in it, and is silent when it is mended', async () => {
    const here = await serverIn({
      '.survey.json': config('*.bib', 'x.json'),
      'a.bib': `${bib('one', 'Alpha')}@misc{two,\n  title = {`,
      'b.bib': bib('three', 'Beta'),
      'x.json': '[{"title":"Gamma"}, {"title":',
    })
    await here.open('survey.md')
    await expect.poll(() => here.problems('a.bib')).toEqual(['6:11 The brace that opens here is never closed.'])
    await expect.poll(() => here.problems('x.json')?.length).toBeGreaterThan(0)
    await expect
      .poll(async () => [...(await here.offered())].sort())
      .toEqual(['+ [13] Alpha (a.bib)', '+ [13] Beta (b.bib)', '+ [13] Gamma (x.json)'])
    expect(here.problems('b.bib')).toBeUndefined()
    here.write('a.bib', bib('one', 'Alpha'))
    here.remove('x.json')
    await here.changed('a.bib', 'x.json')
    await expect.poll(() => [here.problems('a.bib'), here.problems('x.json')]).toEqual([[], []])
  })

  test('one that is not there is told in the .survey.json, goes when it comes, and is back when it goes', async () => {
    const text = '{\n  "references": ["refs.bib", "lists/**/*.ris"]\n}\n'
    const here = await serverIn({ '.survey.json': text })
    await here.open('survey.md')
    const absent =
      '2:18 “refs.bib” is not there, or cannot be read, so no sources are offered from it. It is read as soon as it is there.'
    const unmatched =
      '2:30 No bibliography matches “lists/**/*.ris” yet, so no sources are offered from there. A file that does is read as soon as it is there.'
    await expect.poll(() => here.problems('.survey.json')).toEqual([absent, unmatched])
    expect(here.severities('.survey.json')).toEqual([2, 2])
    here.write('refs.bib', bib('one', 'Alpha'))
    await here.changed('refs.bib')
    await expect.poll(() => here.problems('.survey.json')).toEqual([unmatched])
    here.write('lists/a/x.ris', 'TY  - JOUR\nTI  - Gamma\nER  - \n')
    await here.changed('lists/a/x.ris')
    await expect.poll(() => here.problems('.survey.json')).toEqual([])
    here.remove('refs.bib')
    here.remove('lists/a/x.ris')
    await here.changed('refs.bib', 'lists/a/x.ris')
    await expect.poll(() => here.problems('.survey.json')).toEqual([absent, unmatched])
    // Beside what is wrong in the text itself, and where the words stand now.
    here.write('.survey.json', `\n${text.replace('{', '{ "file": [],')}`)
    await here.changed('.survey.json')
    await expect
      .poll(() => here.problems('.survey.json'))
      .toEqual([
        expect.stringMatching(/^2:3 `file` is not known here/u),
        absent.replace('2:', '3:'),
        unmatched.replace('2:', '3:'),
      ])
    here.remove('.survey.json')
    await here.changed('.survey.json')
    await expect.poll(() => here.problems('.survey.json')).toEqual([])
    here.write('.survey.json', text)
    await here.changed('.survey.json')
    await expect.poll(() => here.problems('.survey.json')).toEqual([absent, unmatched])
    expect(here.server.errors()).toBe('')
  })

  test('of a folder that goes with all that is in it, nothing is offered any more', async () => {
    const here = await serverIn({
      '.survey.json': config('lists/deep/refs.bib', 'lists/*.ris'),
      'lists/deep/refs.bib': bib('one', 'Alpha'),
      'lists/x.ris': 'TY  - JOUR\nTI  - Gamma\nER  - \n',
    })
    await here.open('survey.md')
    await expect.poll(async () => (await here.offered()).length).toBe(2)
    expect(here.watched()).toEqual([
      '**/.survey.json',
      '<folder> lists',
      '<folder> lists/*.ris',
      '<folder> lists/deep',
      '<folder> lists/deep/refs.bib',
    ])
    here.remove('lists')
    await here.changed('lists')
    await expect.poll(() => here.offered()).toEqual([])
    expect(here.problems('.survey.json')).toHaveLength(2)
  })

  test('a glob that the .survey.json itself matches does not mean it', async () => {
    const here = await serverIn({ '.survey.json': `// mine\n${config('**/*.json')}`, 'x.json': '[{"title":"Gamma"}]' })
    await here.open('survey.md')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Gamma (x.json)'])
    expect(here.problems('.survey.json')).toBeUndefined()
  })

  test('in Latin-1 or UTF-16, with a byte order mark, or with one wrong byte, its letters are right', async () => {
    const german = bib('one', 'Über Straßen')
    const here = await serverIn({
      '.survey.json': config('a.bib', 'b.bib', 'c.bib', 'd.bib', 'e.bib'),
      'a.bib': Buffer.from(german, 'latin1'),
      'b.bib': Buffer.from(`\ufeff${bib('two', '計画 ü')}`, 'utf16le'),
      'c.bib': Buffer.from(`\ufeff${bib('three', 'Größe')}`, 'utf16le').swap16(),
      'd.bib': `\ufeff${bib('four', 'Maß')}`,
      'e.bib': Buffer.concat([Buffer.from(bib('five', 'Ähre')), Buffer.from(bib('six', 'caf\u00e9'), 'latin1')]),
    })
    await here.open('survey.md')
    await expect
      .poll(async () => [...(await here.offered())].sort())
      .toEqual(
        [
          '+ [13] Maß (d.bib)',
          '+ [13] caf\ufffd (e.bib)',
          '+ [13] Ähre (e.bib)',
          '+ [13] Größe (c.bib)',
          '+ [13] Über Straßen (a.bib)',
          '+ [13] 計画 ü (b.bib)',
        ].sort(),
      )
  })

  test('binary, empty, a folder, missing, hundreds of brackets: nothing of it does any harm', async () => {
    const binary = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')
    const here = await serverIn({
      '.survey.json': config(
        'binary.bib',
        'binary.ris',
        'binary.json',
        'empty.bib',
        'folder.bib',
        'missing.bib',
        '[',
        '**/[',
        '../outside.bib',
        '%',
        '//host/x.bib',
        'brackets.bib',
        'deep.json',
        'good.bib',
      ),
      'binary.bib': `@${binary}`,
      'binary.ris': binary,
      'binary.json': binary,
      'empty.bib': '',
      'folder.bib/x': '',
      'brackets.bib': '@misc{a, title = {'.repeat(5000),
      'deep.json': '['.repeat(100_000),
      'good.bib': bib('one', 'Alpha'),
    })
    await here.open('survey.md')
    await expect.poll(() => here.offered(), { timeout: 10_000 }).toContain('+ [13] Alpha (good.bib)')
    expect(here.server.errors()).toBe('')
  }, 15_000)

  test('a client that cannot watch sees a change when the next file is opened', async () => {
    const here = await serverIn(
      { '.survey.json': config('refs.bib'), 'refs.bib': bib('one', 'Alpha') },
      { capabilities: { textDocument: { diagnostic: {} } } },
    )
    await here.open('survey.md')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Alpha (refs.bib)'])
    here.write('refs.bib', bib('two', 'Beta'))
    await here.open('notes.md', '# Notes\n')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Beta (refs.bib)'])
  })

  test('a client without relative patterns watches by name', async () => {
    const here = await serverIn(
      { '.survey.json': config('lists/refs.bib', '../shared/**/*.ris') },
      { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
    )
    await here.open('survey.md')
    await expect.poll(() => here.watched()).toEqual(['**/*.ris', '**/.survey.json', '**/refs.bib'])
  })
})

describe('other surveys lend their references', () => {
  const other = (title: string): string =>
    inHeadings('x').replace('Rootstock, https://rsk.co/about', `${title}, https://b.org/${title}`)

  test('while they are open, as they were saved last', async () => {
    const here = await serverIn({})
    await here.open('survey.md')
    await here.open('other.md', other('Alpha'))
    await expect.poll(() => here.offered()).toEqual(['+ [13] Alpha (other.md)'])
    await here.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: here.uriOf('other.md'), version: 2 },
      contentChanges: [{ text: other('Beta') }],
    })
    await here.connection.sendNotification('textDocument/didSave', { textDocument: { uri: here.uriOf('other.md') } })
    await expect.poll(() => here.offered()).toEqual(['+ [13] Beta (other.md)'])
    await here.connection.sendNotification('textDocument/didClose', { textDocument: { uri: here.uriOf('other.md') } })
    await expect.poll(() => here.offered()).toEqual([])
  })

  test('without being open where a config lists them', async () => {
    const here = await serverIn({
      '.survey.json': '{ "files": ["surveys/*.md"] }',
      'surveys/a.md': other('Alpha'),
      'surveys/b.txt': other('Beta'),
      'c.md': other('Gamma'),
    })
    await here.open('survey.md')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Alpha (a.md)'])
    expect(here.watched()).toContain('<folder> surveys/*.md')
    here.write('surveys/d.md', other('Delta'))
    here.remove('surveys/a.md')
    await here.changed('surveys/d.md', 'surveys/a.md', 'c.md')
    await expect.poll(() => here.offered()).toEqual(['+ [13] Delta (d.md)'])
    await here.open('surveys/d.md', other('Epsilon'))
    await expect.poll(() => here.offered()).toEqual(['+ [13] Epsilon (d.md)'])
    await here.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: here.uriOf('surveys/d.md') },
    })
    await expect.poll(() => here.offered()).toEqual(['+ [13] Delta (d.md)'])
    here.remove('surveys')
    await here.changed('surveys')
    await expect.poll(() => here.offered()).toEqual([])
  })
})

test('what is offered in the picker is cited by its id, and then listed', async () => {
  const here = await serverIn({
    '.survey.json': config('refs.bib'),
    'refs.bib':
      bib('one', 'Alpha') + bib('primer', 'A primer').replace('https://a.org/primer', 'https://plasma.io/primer'),
  })
  const uri = here.uriOf('survey.md')
  await here.open('survey.md', TEXT.replace('See [', 'See .'))
  const at = { line: 6, character: 4 }
  const asked = (typed: string): Promise<readonly Citable[]> =>
    here.connection.sendRequest('survey/citables', { uri, version: 1, position: at, typed })
  await expect
    .poll(async () => (await asked('')).map(({ number, title, from }) => [number, title, from]))
    .toEqual([
      [7, 'Plasma: a primer', null],
      [12, 'Rootstock', null],
      [null, 'Alpha', 'refs.bib'],
    ])
  const [alpha] = await asked('alpah')
  expect(alpha).toMatchObject({ number: null, title: 'Alpha', detail: 'a.org', from: 'refs.bib' })
  const answer = await here.connection.sendRequest<PasteAnswer>('survey/cite', {
    uri,
    version: 1,
    range: { start: at, end: at },
    ids: [alpha?.id, '7'],
  })
  expect(answer).toMatchObject({ version: 1, numbers: [13, 7], known: 1 })
  expect(answer.edits.map(({ newText }) => newText)).toEqual([
    '[13], [7]',
    '\n\n[13] Alpha, https://a.org/one, Date accessed: ' + new Date().toLocaleDateString('sv') + '.',
  ])
})

test('a server without files asks the client for what is named by its path', async () => {
  const files: Readonly<Record<string, string>> = {
    'memfs:/work/.survey.json': config('refs.bib', '**/*.ris'),
    'memfs:/work/refs.bib': bib('one', 'Alpha'),
  }
  const client = await startClient({
    root: 'memfs:/work',
    initializationOptions: { readFile: true },
    prepare: (connection) =>
      connection.onRequest('survey/readFile', ({ uri }: { uri: string }) =>
        files[uri] === undefined ? null : { text: files[uri] },
      ),
  })
  try {
    const uri = await client.open(TEXT, 'memfs:/work/survey.md')
    await expect
      .poll(async () =>
        (
          await client.connection.sendRequest<CompletionList>('textDocument/completion', {
            textDocument: { uri },
            position: AT,
          })
        ).items.map(({ label }) => label),
      )
      .toContain('+ [13] Alpha')
  } finally {
    await client.stop()
  }
})

describe('hostile', () => {
  test.each([
    ['a huge text', 'x'.repeat(5_000_000)],
    ['a huge address', `https://a.org/${'x'.repeat(500_000)}`],
    ['100,000 brackets', '['.repeat(100_000)],
    ['as many braces', `@misc{a, title = ${'{'.repeat(100_000)}`],
    ['binary', Array.from({ length: 50_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join('')],
    ['many entries', bib('one', 'Alpha').repeat(3000)],
    ['many addresses', Array.from({ length: 500 }, (_, i) => `https://a.org/${i}`).join('\n')],
  ])('%s, pasted', async (_, text) => {
    const here = await serverIn({})
    const uri = here.uriOf('survey.md')
    await here.open('survey.md')
    const started = performance.now()
    const answer = await here.connection.sendRequest<object | null>('survey/paste', {
      uri,
      version: 1,
      range: { start: AT, end: AT },
      text,
    })
    expect(answer === null || 'refused' in answer || 'edits' in answer).toBe(true)
    expect(performance.now() - started).toBeLessThan(4000)
    expect(here.server.errors()).toBe('')
  })

  test('100,000 brackets in the survey', async () => {
    const here = await serverIn({})
    const uri = here.uriOf('survey.md')
    await here.open('survey.md', TEXT.replace('See [', `See ${'['.repeat(100_000)}`))
    for (const character of [4, 5, 50_000, 100_004]) {
      const at = { line: 6, character }
      await here.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position: at })
      expect(
        await here.connection.sendRequest('survey/cite', {
          uri,
          version: 1,
          range: { start: { line: 6, character: 0 }, end: at },
          ids: ['7'],
        }),
      ).not.toBeNull()
    }
  })
})

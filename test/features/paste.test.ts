import { describe, expect, test } from 'vitest'
import { paste } from '../../server/src/features/paste'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'
import { ask, check } from '../support/check'
import { startClient } from '../support/client'
import { inHeadings } from '../support/sample'

const pasting = (prose: string, text: string): Promise<readonly string[]> =>
  check(paste, inHeadings(prose), { params: { text } })
const BIBTEX =
  '@misc{a,\n  title = {The {Lightning} Network},\n  author = {Poon, Joseph},\n  url = {https://lightning.network/x}\n}\n@misc{b, title = {Primer}, url = {https://plasma.io/primer}}'

describe('what a text names is cited', () => {
  test.each([
    ['https://www.plasma.io/primer/', 'cites 7, 1 known', 'See [7].'],
    [' http://plasma.io/primer\r\nhttps://rsk.co/about\n', 'cites 7, 12, 2 known', 'See [7], [12].'],
  ])('%j', async (text, told, line) => {
    expect(await pasting('See $0.', text)).toEqual([told, line])
    expect(await pasting('See ???.\n    ^^^', text)).toEqual([told, line])
  })

  test('among the numbers of a group, without brackets', async () => {
    expect(await pasting('See [12, $0].', 'https://plasma.io/primer')).toEqual(['cites 7, 1 known', 'See [12, 7].'])
    const [told, lines = ''] = await pasting('See [12, $0].', 'https://a.org\nhttps://b.org')
    expect([told, lines.split('\n')[0]]).toEqual(['cites 13, 14, 0 known', 'See [12, 13, 14].'])
  })

  test.each([
    [
      'BibTeX',
      BIBTEX,
      'cites 13, 7, 1 known',
      'See [13], [7].',
      '[13] The Lightning Network, J. Poon, https://lightning.network/x, Date accessed: 2026-11-22.',
    ],
    [
      'RIS',
      'TY  - JOUR\r\nTI  - Rollup\r\nUR  - https://a.org\r\nER  - \r\n',
      'cites 13, 0 known',
      'See [13].',
      '[13] Rollup, https://a.org, Date accessed: 2026-11-22.',
    ],
    [
      'CSL-JSON',
      '[{"title":"Rollup","URL":"https://a.org"}]',
      'cites 13, 0 known',
      'See [13].',
      '[13] Rollup, https://a.org, Date accessed: 2026-11-22.',
    ],
    [
      'an arXiv id',
      '1801.00001v2',
      'cites 13, 0 known',
      'See [13].',
      '[13] ???, https://arxiv.org/abs/1801.00001v2, Date accessed: 2026-11-22.',
    ],
    [
      'a quote in an address',
      '@misc{a, title={A}, url={https://a.org/"q"}}',
      'cites 13, 0 known',
      'See [13].',
      '[13] A, https://a.org/%22q%22, Date accessed: 2026-11-22.',
    ],
    [
      'a DOI',
      '10.1000/xyz',
      'cites 13, 0 known',
      'See [13].',
      '[13] ???, https://doi.org/10.1000/xyz, Date accessed: 2026-11-22.',
    ],
  ])('%s', async (_, text, told, first, last) => {
    const [shown, lines = ''] = await pasting('See $0.', text)
    expect([shown, lines.split('\n')[0], lines.split('\n').at(-1)]).toEqual([told, first, last])
  })
})

test('one source by its DOI, wherever it is published, and a paper in any version', async () => {
  const text = inHeadings('See $0.')
    .replace('https://rsk.co/about', 'https://doi.org/10.1145/3.4')
    .replace('https://www.plasma.io/primer', 'https://arxiv.org/abs/1801.00001v1')
  for (const pasted of [
    'https://dl.acm.org/doi/10.1145/3.4',
    'https://dl.acm.org/doi/pdf/10.1145/3.4',
    '@article{a, title={A}, doi={10.1145/3.4}}',
    '10.1145/3.4',
  ])
    expect((await check(paste, text, { params: { text: pasted } }))[0], pasted).toBe('cites 12, 1 known')
  for (const pasted of ['1801.00001', '1801.00001v2', 'arXiv:1801.00001v3', 'https://arxiv.org/pdf/1801.00001v4'])
    expect((await check(paste, text, { params: { text: pasted } }))[0], pasted).toBe('cites 7, 1 known')
  expect(
    (
      await check(paste, text.replace('https://doi.org/10.1145/3.4', 'https://b.org. DOI 10.1145/3.4'), {
        params: { text: 'https://dl.acm.org/doi/10.1145/3.4' },
      })
    )[0],
  ).toBe('cites 12, 1 known')
})

test('nothing where the text names nothing', async () => {
  for (const text of [
    '',
    'words',
    'See https://a.org',
    '\0\u0001\ufffd',
    '[]',
    '{"a":1}',
    '3.14159',
    '2018.1234',
    '1813.00001',
    `https://a.org/\n${'x'.repeat(100)}`,
  ])
    expect((await ask(paste, inHeadings('See $0.'), { params: { text } })).answer, text).toBeNull()
})

test('refused where nothing can be cited, and where the text is broken', async () => {
  expect(await pasting('`co$0de`', 'https://a.org')).toEqual([expect.stringContaining('into prose')])
  for (const prose of ['<$0>', '[x]($0', '[foo]: $0', '<a href="$0', '`$0`', '`$0', '    $0code'])
    expect(await pasting(prose, 'https://a.org'), prose).toEqual([expect.stringContaining('into prose')])
  expect(await pasting('See $0.', '@misc{a, title = {')).toEqual([expect.stringContaining('no source')])
})

test('more than anybody cites at once is for a file', async () => {
  expect(await pasting('See $0.', Array.from({ length: 101 }, (_, i) => `https://a.org/${i}`).join('\n'))).toEqual([
    expect.stringContaining('more than 100 sources'),
  ])
  expect((await pasting('See $0.', Array.from({ length: 100 }, (_, i) => `https://a.org/${i}`).join('\n')))[0]).toMatch(
    /^cites 13, .*, 112, 0 known$/u,
  )
})

test('nothing for another version, or in a file that is no survey', async () => {
  expect((await ask(paste, inHeadings('See $0.'), { params: { text: 'https://a.org', version: 8 } })).answer).toBeNull()
  expect((await ask(paste, '# Read me\n\nSee $0.', { params: { text: 'https://a.org' } })).answer).toBeNull()
})

describe('while the library is loaded', () => {
  const during = async (
    act: (client: Awaited<ReturnType<typeof startClient>>, uri: string) => Promise<void>,
    load = () => Promise.resolve(bibtexLibrary),
  ): Promise<unknown> => {
    let go: () => void = () => undefined
    const waiting = new Promise<void>((resolve) => (go = resolve))
    let asked: () => void = () => undefined
    const loading = new Promise<void>((resolve) => (asked = resolve))
    const client = await startClient({ runtime: { loadBibtex: () => (asked(), waiting.then(load)) } })
    try {
      const uri = await client.open(inHeadings('See .'))
      const at = { line: 6, character: 4 }
      const answer = client.connection.sendRequest('survey/paste', {
        uri,
        version: 1,
        range: { start: at, end: at },
        text: BIBTEX,
      })
      await loading
      await act(client, uri)
      await client.connection.sendRequest('survey/outline', { uri })
      go()
      return await answer
    } finally {
      await client.stop()
    }
  }

  test('the document may move on: the answer would be about a version that nobody sees', async () => {
    expect(
      await during(({ connection }, uri) =>
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ text: inHeadings('Other words.') }],
        }),
      ),
    ).toBeNull()
  })

  test('or be closed', async () => {
    expect(
      await during(({ connection }, uri) =>
        connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
      ),
    ).toBeNull()
  })

  test('or stay as it is', async () => {
    expect(await during(() => Promise.resolve())).toMatchObject({ version: 1, numbers: [13, 7] })
  })

  test('or the library may be gone: that is told to the log, and the client gets nothing', async () => {
    const logged: string[] = []
    expect(
      await during(
        ({ connection }) => {
          connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
            logged.push(message)
          })
          return Promise.resolve()
        },
        () => Promise.reject(new Error('no such bundle')),
      ),
    ).toBeNull()
    expect(logged).toEqual([expect.stringContaining('survey/paste failed: Error: no such bundle')])
  })
})

import { afterEach, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { MatrixAnswer, MatrixFormatInfo } from '../../server/src/protocol'
import { survey } from '../support/cli'
import { startClient, type TestClient } from '../support/client'
import { folderWith } from '../support/folder'
import { inEmphasis, inHeadings } from '../support/sample'

const clients: TestClient[] = []
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()))
})

async function open(text: string) {
  const client = await startClient()
  clients.push(client)
  const uri = await client.open(text)
  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    client.connection.sendRequest<Answer>(method, { uri, version: 1, ...params })
  return { client, uri, ask }
}

/** Each cell with the text that is selected, and the line in which it stands. */
function shown({ columns, rows }: MatrixAnswer, text: string): readonly string[] {
  const document = TextDocument.create('a.md', 'markdown', 1, text)
  return rows.flatMap(({ number, title, done, total, missing, selection, cells }) => [
    `#${number} ${title} ${done}/${total}, ${missing} missing, at ${selection.start.line + 1}`,
    ...cells.map(
      ({ state, words, citations, firstLine, selection: place }, i) =>
        `${columns[i]?.title}: ${state} ${words} ${citations} “${firstLine}” ${place.start.line + 1} “${document.getText(place)}”`,
    ),
  ])
}

test('each cell with its state, and where to go on', async () => {
  const text = inHeadings('It is *fast* [7], TBD.\nAnd small.')
  const { ask } = await open(text)
  expect(shown(await ask('survey/matrix'), text)).toEqual([
    '#1 Plasma 0/6, 4 missing, at 3',
    'What is it?: draft 5 1 “It is fast [7], TBD.” 7 “TBD”',
    'Who does it?: missing 0 0 “” 9 “”',
    'Strengths: missing 0 0 “” 9 “”',
    'Weaknesses: missing 0 0 “” 9 “”',
    'Opportunities: missing 0 0 “” 9 “”',
    'Threats: placeholder 0 0 “???” 12 “???”',
  ])
})

test('another version than the newest, and a file that is not open, have none', async () => {
  const { client, uri, ask } = await open(inEmphasis('It is.'))
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: inEmphasis('It was.') }],
  })
  expect(await ask('survey/matrix')).toBeNull()
  expect((await ask<MatrixAnswer>('survey/matrix', { version: 2 })).rows[0]?.cells[0]?.firstLine).toBe('It was.')
  expect(await ask('survey/exportMatrix', { format: 'md', path: 'a.md' })).toBeNull()
  expect(await ask('survey/matrix', { uri: 'file:///nowhere.md' })).toBeNull()
})

test('a candidate has one, any other file says why it has none', async () => {
  const candidate = await open(
    '## Redis\n\n**Pros:** Fast.\n\n**Cons:** No.\n\n## Kafka\n\n**Pros:** Big.\n\n**Cons:** Old.\n\n## NATS\n\n**Pros:** New.\n\n**Cons:** Odd.\n',
  )
  expect((await candidate.ask<MatrixAnswer>('survey/matrix')).rows.map(({ title }) => title)).toEqual([
    'Redis',
    'Kafka',
    'NATS',
  ])
  const other = await open('# Shopping\n')
  expect(await other.ask('survey/matrix')).toMatchObject({
    columns: [],
    rows: [],
    reason: expect.stringContaining('not a survey'),
  })
  expect(await other.ask('survey/exportMatrix', { format: 'md', path: 'a.md' })).toBeNull()
})

test('an export has the bytes of the command line', async () => {
  const text = inHeadings('It is | "fast" [7], 😀.')
  const { ask } = await open(text)
  const formats = await ask<readonly MatrixFormatInfo[]>('survey/matrixFormats')
  expect(formats.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'md Markdown',
    'csv CSV',
    'html HTML',
    'svg SVG',
    'json JSON',
  ])
  const cwd = folderWith({ 'a.md': text })
  for (const { id } of formats) {
    const { stdout } = await survey(['matrix', '--format', id, 'a.md'], { cwd })
    expect(await ask('survey/exportMatrix', { format: id, path: 'a.md' })).toEqual({ text: stdout })
  }
  expect(await ask('survey/exportMatrix', { format: 'pdf', path: 'a.md' })).toBeNull()
})

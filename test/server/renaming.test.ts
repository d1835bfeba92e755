import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { folderWith } from '../support/folder'
import { inEmphasis, inHeadings } from '../support/sample'
import { startServerProcess } from '../support/server'

const CAPABILITIES = { workspace: { workspaceEdit: { documentChanges: true } } }
const TARGET = inHeadings('x')
const AT = { line: 2, character: 9 }

/** The built server, and what a rename of “Plasma” in `survey.md` to another title comes to: for each file that changes its version and its text afterwards. */
async function renaming(
  files: Readonly<Record<string, string>>,
  {
    open = ['survey.md'],
    newName = 'Plasma Cash 😀',
    capabilities = CAPABILITIES,
    target = 'survey.md',
  }: { open?: readonly string[]; newName?: string; capabilities?: object; target?: string } = {},
) {
  const folder = folderWith(files)
  const root = pathToFileURL(folder).href
  const server = await startServerProcess({ rootUri: root, capabilities })
  const uriOf = (path: string): string => `${root}/${path.split('/').map(encodeURIComponent).join('/')}`
  for (const [i, path] of open.entries())
    await server.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(path), languageId: 'markdown', version: i + 5, text: files[path] },
    })
  const ask = (): Promise<WorkspaceEdit> =>
    server.connection.sendRequest('textDocument/rename', {
      textDocument: { uri: uriOf(target) },
      position: AT,
      newName,
    })
  const shown = ({ documentChanges = [] }: WorkspaceEdit) =>
    Object.fromEntries(
      (documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version }, edits }) => {
        const path = decodeURIComponent(uri).slice(decodeURIComponent(root).length + 1)
        return [
          `${path} ${version}`,
          TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, files[path] ?? ''), edits as never[]),
        ]
      }),
    )
  return { server, folder, uriOf, ask, shown, result: async () => shown(await ask()) }
}

const RENAMED = TARGET.replace('#1 Plasma\n', '#1 Plasma Cash 😀\n')

test('links in other surveys follow, open or not, and words that are the old title; other files are left alone', async () => {
  const linking = (path: string, slug = '1-plasma', words = 'Plasma') =>
    `[${words}](${path}#${slug}), [see Plasma](<${path}#${slug}> "there"), [#1 Plasma](${path}#1-Plasma), [Plasma](${path}), [Plasma](other.md#1-plasma), [Plasma](#1-plasma), \`[Plasma](${path}#1-plasma)\`, [Plasma](https://a.org/${path}#1-plasma) and [p].\n\n[p]: ${path}#${slug}`
  const after = (path: string) =>
    linking(path, '1-plasma-cash-', 'Plasma Cash 😀').replace('#1-Plasma', '#1-plasma-cash-')
  const files = {
    'survey.md': TARGET,
    'open.md': inHeadings(linking('survey.md')),
    'deep/closed.md': inEmphasis(linking('../survey.md')).replaceAll('\n', '\r\n'),
    'dotted.md': inHeadings(linking('./survey')),
    'notes.md': linking('survey.md'),
    'text.txt': inHeadings(linking('survey.md')),
    'none.md': inHeadings('No link to the survey.'),
  }
  const here = await renaming(files, { open: ['survey.md', 'open.md'] })
  expect(await here.result()).toEqual({
    'survey.md 5': RENAMED,
    'open.md 6': inHeadings(after('survey.md')),
    'deep/closed.md null': inEmphasis(after('../survey.md')).replaceAll('\n', '\r\n'),
    'dotted.md null': inHeadings(after('./survey')),
  })
  expect(here.server.errors()).toBe('')
})

test('a link of the survey to itself by its name follows, too', async () => {
  const text = inHeadings('[Plasma](survey.md#1-plasma), [b](<survey.md#1-plasma>), [Plasma](#1-plasma)')
  const here = await renaming({ 'survey.md': text }, { newName: 'Loom' })
  expect(await here.result()).toEqual({
    'survey.md 5': inHeadings('[Loom](survey.md#1-loom), [b](<survey.md#1-loom>), [Loom](#1-loom)').replace(
      '#1 Plasma\n',
      '#1 Loom\n',
    ),
  })
})

test('names with blanks, signs, accents and Chinese in them, however they are written in a link', async () => {
  const name = '计划 ü_x.md'
  const links = (slug: string) =>
    [
      `[a](<${name}#${slug}>)`,
      `[b](${encodeURIComponent(name)}#${slug})`,
      `[c](${name.replace(' ', '%20')}#${slug})`,
      `[d](${name.replace(' ', '%20').replace('_', '\\_')}#${slug})`,
    ].join(', ')
  const here = await renaming(
    { [name]: TARGET, 'a.md': inHeadings(links('1-plasma')) },
    { open: [name], newName: 'Loom', target: name },
  )
  expect(await here.result()).toEqual({
    [`${name} 5`]: TARGET.replace('#1 Plasma\n', '#1 Loom\n'),
    'a.md null': inHeadings(links('1-loom')),
  })
})

test('names with parentheses, and links that touch', async () => {
  const name = 'survey (draft).md'
  const links = (slug: string) =>
    `[a](survey%20(draft).md#${slug})[b](x.md)[c](survey%20(draft).md#${slug} "t"), ([d](survey%20(draft).md#${slug})), ![e](x.png)[f](<${name}#${slug}>);#x)`
  const here = await renaming(
    { [name]: TARGET, 'a.md': inHeadings(links('1-plasma')) },
    { open: [name], newName: 'Loom', target: name },
  )
  expect((await here.result())['a.md null']).toBe(inHeadings(links('1-loom')))
})

test('anchors of other headings that change because of it follow in other surveys', async () => {
  const text =
    '## Current initiatives\n\n### #1 Plasma\n\n#### Threats\n\n???\n\n### #1 Plasma\n\n#### Threats\n\n???\n'
  const here = await renaming(
    {
      'survey.md': text,
      'a.md': inHeadings('[Plasma](survey.md#1-plasma), [Plasma](survey.md#1-plasma-1), [t](survey.md#threats-1)'),
    },
    { newName: 'Loom' },
  )
  expect((await here.result())['a.md null']).toBe(
    inHeadings('[Loom](survey.md#1-loom), [Plasma](survey.md#1-plasma), [t](survey.md#threats-1)'),
  )
})

test('a byte order mark on disk is not counted, as editors do not show it', async () => {
  const text = '## [Plasma](survey.md#1-plasma): initiatives\n\n### #1 Loom\n\n#### Threats\n\n???\n'
  const here = await renaming({ 'survey.md': TARGET, 'a.md': `\ufeff${text}` }, { newName: 'Loom' })
  expect((await here.ask()).documentChanges).toMatchObject([
    {},
    { edits: [{ range: { start: { line: 0, character: 4 } } }, { range: { start: { line: 0, character: 22 } } }] },
  ])
})

test('surveys that a .survey.json lists elsewhere count; its `survey: false` does not', async () => {
  const here = await renaming(
    {
      '.survey.json': '{ "files": ["lists/*.md"] }',
      'survey.md': TARGET,
      'lists/a.md': '# Notes\n\n[Plasma](../survey.md#1-plasma)\n',
      'lists/b.md': `---\nsurvey: false\n---\n\n${inHeadings('[Plasma](../survey.md#1-plasma)')}`,
    },
    { newName: 'Loom' },
  )
  expect(Object.keys(await here.result())).toEqual(['survey.md 5', 'lists/a.md null'])
})

test('a client without versions gets all of it, too', async () => {
  const here = await renaming(
    { 'survey.md': TARGET, 'a.md': inHeadings('[Plasma](survey.md#1-plasma)') },
    { capabilities: {}, newName: 'Loom' },
  )
  expect(Object.keys((await here.ask()).changes ?? {})).toEqual([here.uriOf('survey.md'), here.uriOf('a.md')])
})

test('a survey that changes meanwhile is not renamed by what it was', async () => {
  const here = await renaming({
    'survey.md': TARGET,
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`a${i}.md`, inHeadings('[Plasma](survey.md#1-plasma)')]),
    ),
  })
  const answer = here.ask().then(here.shown, ({ code }: { code: number }) => code)
  await here.server.connection.sendRequest('survey/outline', { uri: here.uriOf('survey.md') })
  await here.server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: here.uriOf('survey.md'), version: 6 },
    contentChanges: [{ text: `${TARGET}\nMore.\n` }],
  })
  expect(await answer).toBe(-32801)
  expect(Object.keys(here.shown(await here.ask()))).toHaveLength(301)
})

test('a file that goes while it is read, or cannot be read, is left out', async () => {
  const here = await renaming(
    {
      'survey.md': TARGET,
      'a.md': inHeadings('[Plasma](survey.md#1-plasma)'),
      'b.md': inHeadings('[Plasma](survey.md#1-plasma)'),
      'c.md/x': '',
    },
    { open: ['survey.md', 'a.md'] },
  )
  rmSync(`${here.folder}/b.md`)
  expect(Object.keys(await here.result())).toEqual(['survey.md 5', 'a.md 6'])
})

import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { filterText } from '../../server/src/features/completion/filterText'
import { openDocument } from '../../server/src/core'
import { sourceItems } from '../../server/src/features/completion/sourceItems'
import { fixture } from '../support/fixture'
import { inHeadings } from '../support/sample'

const FILTER = filterText('[light')

test.each(['\n', '\r\n'])(
  'a source from elsewhere says where it is from, and brings its reference along (%j)',
  (lineBreak) => {
    const { text, cursor = 0 } = fixture(inHeadings('😀 See [light$0].'), lineBreak)
    const lines = TextDocument.create('file:///survey.md', 'markdown', 1, text)
    const document = openDocument(text)
    const file = { uri: lines.uri, version: 1, document }
    const asked: unknown[] = []
    const items = sourceItems(
      {},
      file,
      cursor,
      new Set([7, 12]),
      (typed, limit) => {
        asked.push(typed, limit)
        return [
          {
            source: {
              title: 'The Lightning Network',
              authors: 'J. Poon',
              year: '2016',
              url: 'https://lightning.network/x',
            },
            from: 'refs.bib',
          },
        ]
      },
      '2026-11-22',
    )
    expect(asked).toEqual(['light', 20])
    expect(items).toMatchObject([
      {
        label: '+ [13] The Lightning Network',
        detail: 'refs.bib',
        sortText: '0002',
        filterText: FILTER,
        documentation:
          'The Lightning Network\nJ. Poon, 2016, lightning.network\nFrom refs.bib. It is appended to the references as [13].',
      },
    ])
    const [{ textEdit, additionalTextEdits = [] } = { textEdit: undefined }] = items
    const after = TextDocument.applyEdits(lines, [
      ...(textEdit && 'range' in textEdit ? [textEdit] : []),
      ...additionalTextEdits,
    ])
    expect(after).toContain(`😀 See [13].${lineBreak}`)
    expect(after).toContain(
      '[13] The Lightning Network, J. Poon, https://lightning.network/x, Date accessed: 2026-11-22.',
    )
    expect(
      sourceItems(
        {},
        file,
        0,
        new Set(),
        () => {
          throw new Error('nothing is asked where nothing is cited')
        },
        '2026-11-22',
      ),
    ).toEqual([])
  },
)

test('what the file lists under other words is offered as that reference, once', () => {
  const { text, cursor = 0 } = fixture(inHeadings('See [light$0].'))
  const file = { uri: 'file:///survey.md', version: 1, document: openDocument(text) }
  const find = () => [
    { source: { title: 'Lightning on Plasma', url: 'http://plasma.io/primer/' }, from: 'refs.bib' },
    { source: { title: 'The same', url: 'https://plasma.io/primer' }, from: 'refs.bib' },
    { source: { title: 'The Lightning Network', url: 'https://lightning.network/x' }, from: 'refs.bib' },
  ]
  const labels = (offered: readonly number[]) =>
    sourceItems({}, file, cursor, new Set(offered), find, '2026-11-22').map(
      ({ label, sortText, filterText, additionalTextEdits, textEdit }) => [
        label,
        sortText,
        filterText,
        textEdit?.newText,
        additionalTextEdits?.length ?? 0,
      ],
    )
  expect(labels([])).toEqual([
    ['[7] Plasma: a primer', '0000', FILTER, '[7]', 0],
    ['+ [13] The Lightning Network', '0001', FILTER, '[13]', 1],
  ])
  expect(labels([7])).toEqual([['+ [13] The Lightning Network', '0001', FILTER, '[13]', 1]])
})

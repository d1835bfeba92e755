import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openDocument } from '../../server/src/core'
import { sourceItems } from '../../server/src/features/completion/sourceItems'
import { fixture } from '../support/fixture'
import { inHeadings } from '../support/sample'

test.each(['\n', '\r\n'])('a source from elsewhere says where it is from, and brings its reference along (%j)', (lineBreak) => {
  const { text, cursor = 0 } = fixture(inHeadings('😀 See [light$0].'), lineBreak)
  const lines = TextDocument.create('file:///survey.md', 'markdown', 1, text)
  const document = openDocument(text)
  const file = { uri: lines.uri, version: 1, document }
  const asked: unknown[] = []
  const items = sourceItems({}, file, cursor, 2, (typed, limit) => {
    asked.push(typed, limit)
    return [{ source: { title: 'The Lightning Network', authors: 'J. Poon', year: '2016', url: 'https://lightning.network/x' }, from: 'refs.bib' }]
  }, '2026-11-22')
  expect(asked).toEqual(['light', 20])
  expect(items).toMatchObject([{ label: '+ [13] The Lightning Network', detail: 'refs.bib', sortText: '0002', filterText: '[light', documentation: 'The Lightning Network\nJ. Poon, 2016, lightning.network\nFrom refs.bib. It is appended to the references as [13].' }])
  const [{ textEdit, additionalTextEdits = [] } = { textEdit: undefined }] = items
  const after = TextDocument.applyEdits(lines, [...(textEdit && 'range' in textEdit ? [textEdit] : []), ...additionalTextEdits])
  expect(after).toContain(`😀 See [13].${lineBreak}`)
  expect(after).toContain('[13] The Lightning Network, J. Poon, https://lightning.network/x, Date accessed: 2026-11-22.')
  expect(sourceItems({}, file, 0, 0, () => { throw new Error('nothing is asked where nothing is cited') }, '2026-11-22')).toEqual([])
})

import { expect, test } from 'vitest'
import { fixture, fixtureCases } from '../support/fixture'

test('carets label the line above and leave the text', () => {
  expect(fixture('### #1 Plasma\n       ^^^^^^ missing-section: no Threats\n    ^^ initiative-number\nText')).toEqual({
    name: 'survey.md',
    text: '### #1 Plasma\nText',
    labels: [
      { from: 7, to: 13, code: 'missing-section', message: 'no Threats' },
      { from: 4, to: 6, code: 'initiative-number', message: '' },
    ],
  })
})

test('the cursor leaves the text, and labels count without it', () => {
  const { text, cursor, labels } = fixture('First\nSee [7$0].\n    ^^^ citation', '\r\n')
  expect({ text, cursor }).toEqual({ text: 'First\r\nSee [7].', cursor: 13 })
  expect(labels.map(({ from, to }) => text.slice(from, to))).toEqual(['[7]'])
})

test('cases and files', () => {
  const cases = fixtureCases('%% one\na\n%% two\n@@ x.md\nb\n@@ y.md\nc\n')
  expect(cases.map(({ title, files }) => [title, files.map(({ name, text }) => [name, text])])).toEqual([
    ['one', [['survey.md', 'a']]],
    [
      'two',
      [
        ['x.md', 'b'],
        ['y.md', 'c\n'],
      ],
    ],
  ])
})

import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { expect, test } from 'vitest'
import { applyEdits, isRefusal, openDocument, operations } from '../../server/src/core'
import { insertedPlace } from '../../client/src/editor/inserted-place'
import { anySurvey } from '../support/dialects'
import { holds } from '../support/property'

/** A text with the offsets of its edits, none of which overlap, in any order. */
const edited = fc
  .tuple(
    fc
      .array(fc.constantFrom('a', '😀', '漢', '\n', '\r\n', 'words [1]'), { maxLength: 30 })
      .map((parts) => parts.join('')),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.array(fc.constantFrom('b', '😀', '\n', '\r\n', '[2] '), { maxLength: 4 }).map((parts) => parts.join('')),
      ),
      { maxLength: 6 },
    ),
    fc.nat(),
    fc.constantFrom('', 'x', '\n\n[3] ', 'x\r\n'),
    fc.boolean(),
  )
  .map(([source, changes, which, before, reverse]) => {
    const document = TextDocument.create('file:///a.md', 'markdown', 1, source)
    const offsets = [...new Set(changes.map(([offset]) => offset % (source.length + 1)))]
      .sort((a, b) => a - b)
      .map((offset) => {
        // Between the two units of a line break there is no position.
        const position = document.positionAt(offset)
        return document.offsetAt(position)
      })
    const edits = [...new Set(offsets)].map((from, i, all) => ({
      range: { start: document.positionAt(from), end: document.positionAt(i % 2 === 0 ? from : (all[i + 1] ?? from)) },
      newText: changes[i]?.[1] ?? '',
    }))
    const chosen = edits.map((edit, i) =>
      i === which % edits.length ? { ...edit, newText: `${before}???, rest` } : edit,
    )
    return { document, edits: reverse ? [...chosen].reverse() : chosen }
  })

test('is where the words stand in the text after the edits', () => {
  holds(
    1000,
    fc.property(edited, ({ document, edits }) => {
      const after = TextDocument.create('file:///a.md', 'markdown', 2, TextDocument.applyEdits(document, [...edits]))
      const place = insertedPlace(edits, '???')
      if (edits.length === 0) expect(place).toBeUndefined()
      else
        expect(place && [after.getText(place), after.offsetAt(place.start)]).toEqual([
          '???',
          after.getText().indexOf('???'),
        ])
    }),
  )
})

test('is not where words stood before, nor anywhere where nothing inserts them', () => {
  expect(
    insertedPlace(
      [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, newText: '?' }],
      '???',
    ),
  ).toBeUndefined()
})

test('the first of several counts, in the order of the text', () => {
  const at = (line: number, newText: string) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    newText,
  })
  expect(insertedPlace([at(9, '???'), at(2, '[3] ???, ???\n\n')], '???')).toEqual({
    start: { line: 2, character: 4 },
    end: { line: 2, character: 7 },
  })
})

test('is in the new entry, in every dialect', () => {
  const insertReference = operations.find(({ id }) => id === 'insert-reference')
  let tried = 0
  holds(
    300,
    fc.property(anySurvey, fc.nat(), (text, which) => {
      const before = openDocument(text)
      const numbers = before.survey.references.map(({ number }) => number)
      const number = numbers[which % (numbers.length + 1)] ?? Math.max(0, ...numbers) + 1
      const plan = insertReference?.plan(before, { number: String(number) })
      if (!plan || isRefusal(plan)) return
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text)
      const place = insertedPlace(
        plan.edits.map(({ span, insert }) => ({
          range: { start: document.positionAt(span.from), end: document.positionAt(span.to) },
          newText: insert,
        })),
        '???',
      )
      const after = TextDocument.create('file:///a.md', 'markdown', 2, applyEdits(text, plan.edits))
      expect(place && after.getText(place)).toBe('???')
      if (numbers.length === 0 || !place) return
      tried++
      const line = after.getText({ start: { line: place.start.line, character: 0 }, end: place.start })
      expect(line).toMatch(new RegExp(`\\b(?:${number}|1)\\b`, 'u'))
      // No other words than the number, its marks and a quotation mark stand before the title.
      expect(line).toMatch(/^[\s>\-*+]*\[{0,2}\d+[\]:.)]* *"?$/u)
    }),
  )
  expect(tried).toBeGreaterThan(100)
})

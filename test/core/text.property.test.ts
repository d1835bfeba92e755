import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Text } from '../../server/src/core/text/text'
import { anyEdit, applied } from '../support/edits'
import { anyText } from '../support/pieces'
import { holds } from '../support/property'

/** Long enough to be kept in several pieces, whose borders edits then cross. */
const longText = fc
  .tuple(anyText, fc.integer({ min: 0, max: 3 }))
  .map(([text, times]) => `${text}\n${'A line of words.\r\n'.repeat(300)}`.repeat(times) + text)

const edits = fc.array(anyEdit, { minLength: 0, maxLength: 5 })

test('a text in pieces is what the string would be after the same edits', () => {
  holds(
    600,
    fc.property(longText, edits, fc.nat(), fc.nat(), (start, changes, a, b) => {
      const { string, text } = edited(start, changes)
      expect(text.toString()).toBe(string)
      expect(text.length).toBe(string.length)
      const [from, to] = [a % (string.length + 1), b % (string.length + 1)].sort((x, y) => x - y) as [number, number]
      expect(text.slice(from, to)).toBe(string.slice(from, to))
      expect(text.slice(from)).toBe(string.slice(from))
      for (const character of ['\n', 'e', '#']) {
        expect(text.indexOf(character, from)).toBe(string.indexOf(character, from))
        expect(text.lastIndexOf(character, from)).toBe(string.lastIndexOf(character, from))
      }
      expect(text.charCodeAt(from)).toBe(string.charCodeAt(from))
    }),
  )
})

test('lines and characters are where the reference implementation of LSP has them', () => {
  const position = fc.record({ line: fc.integer({ min: -1, max: 2000 }), character: fc.integer({ min: -1, max: 100 }) })
  holds(
    600,
    fc.property(
      longText,
      edits,
      fc.array(fc.nat(), { minLength: 5, maxLength: 20 }),
      fc.array(position, { maxLength: 10 }),
      (start, changes, offsets, positions) => {
        const { string, text } = edited(start, changes)
        const lines = TextDocument.create('', '', 0, string)
        for (const each of offsets) {
          const offset = each % (string.length + 2)
          expect(text.positionAt(offset)).toEqual(lines.positionAt(offset))
        }
        for (const each of [
          ...positions,
          ...offsets.map((offset) => lines.positionAt(offset)),
          ...offsets.map((offset) => ({ line: lines.positionAt(offset).line, character: offset % 9 })),
        ]) {
          expect(text.offsetAt(each)).toBe(lines.offsetAt(each))
        }
      },
    ),
  )
})

function edited(
  start: string,
  changes: readonly Parameters<typeof applied>[1][],
): { readonly string: string; readonly text: Text } {
  let string = start
  let text = Text.of(start)
  for (const each of changes) {
    const step = applied(string, each)
    text = text.replace(
      step.change.from,
      step.change.to,
      step.text.slice(step.change.from, step.change.from + step.change.inserted),
    )
    string = step.text
  }
  return { string, text }
}

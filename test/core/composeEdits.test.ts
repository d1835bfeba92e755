import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, compatible, type Edit } from '../../server/src/core'
import { edited } from '../../server/src/core/text/composeEdits'
import { holds } from '../support/property'

const editsOf = (text: string, places: readonly (readonly [number, number, string])[]): readonly Edit[] =>
  compatible(
    places.map(([a, length, insert]) => {
      const from = a % (text.length + 1)
      return { span: { from, to: Math.min(text.length, from + length) }, insert }
    }),
  )

const anyPlaces = fc.array(fc.tuple(fc.nat(60), fc.nat(5), fc.constantFrom('', 'X', '12', 'long\n')), { maxLength: 5 })

test('edits after edits come to the same as edits of the text as it was, and places are found again', () => {
  const seen = { touching: 0, apart: 0 }
  holds(
    3_000,
    fc.property(fc.string({ maxLength: 40 }), anyPlaces, anyPlaces, anyPlaces, (text, a, b, c) => {
      const first = edited(text, editsOf(text, a))
      expect(first.text).toBe(applyEdits(text, first.edits))
      const more = editsOf(first.text, b)
      const both = first.and(more)
      expect(both.text).toBe(applyEdits(first.text, more))
      expect(applyEdits(text, both.edits)).toBe(both.text)
      expect(compatible(both.edits)).toEqual(both.edits)
      seen[both.edits.length < first.edits.length + more.length ? 'touching' : 'apart']++
      const last = editsOf(both.text, c)
      expect(both.and(last).text).toBe(applyEdits(both.text, last))
      for (let at = 0; at <= both.text.length; at++) {
        const { from, to } = both.spanBefore({ from: at, to: at })
        expect(from >= 0 && from <= to && to <= text.length).toBe(true)
      }
    }),
  )
  expect(Math.min(seen.touching, seen.apart)).toBeGreaterThan(100)
})

test('what edits left alone is found where it was', () => {
  const text = 'one two three four'
  const done = edited(text, [
    { span: { from: 4, to: 7 }, insert: 'TWENTY' },
    { span: { from: 14, to: 14 }, insert: 'and ' },
  ])
  for (const word of ['one', 'three', 'four']) {
    const from = done.text.indexOf(word)
    const before = done.spanBefore({ from, to: from + word.length })
    expect(text.slice(before.from, before.to)).toBe(word)
  }
  expect(done.spanBefore({ from: 4, to: 10 })).toEqual({ from: 4, to: 7 })
})

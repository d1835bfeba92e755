import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontMatterLength } from '../../server/src/core/markdown/frontMatter'
import { parseBlocks } from '../../server/src/core/markdown/parse'
import { parseMarkdown, reparseMarkdown, type Block } from '../../server/src/core/markdown'
import { changeDocument, joined, openDocument, type Change } from '../../server/src/core'

/** Pieces of which surveys are made, and pieces that break them. */
const PIECES = [
  '# Survey\n', '## Current initiatives\n', '### #1 Plasma\n', '### Loom\r\n', '#### Strengths\n', '#### Threats to Tari\n', '_Weaknesses_\n\n', '**What is it?**\n\n',
  '???\n', '\n', '\r\n', '\n\n', 'None.\n', 'Prose with [1], ([2], [[3]]) and `[4]`.\n', '- a list\n', '  - deeper [5]\n', '1. one\n', '> quoted [6]\n',
  '## References\n', '[1] Title, https://a.org/x, Date accessed: 2018-06-07.\n', "[2]: https://b.org 'Title'\n", '[[3]] A. Author, "T" [online]. Available: <https://c.org>.\n',
  '```\n', '~~~ts\n', '<!--', '-->\n', '<!-- survey-disable-file -->\n', '<div>\n', '</div>\n\n', '<?php', '---\n', '---\nsurvey: true\n---\n', 'Setext\n---\n', '===\n',
  '    code [7]\n', '\t', ' ', '[', ']', '[[', '[7', '](', '#', '###### ', '####### ', '$x [8]$ ', '$$', '\\', '*', '_', '😀', '漢字', 'e\u0301', '\u0000', '\ud800', '\ufeff', 'x'.repeat(3000), 'long line '.repeat(500) + '\n\nAfter.\n\n',
]

const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) })
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.double({ min: 0, max: 1, noNaN: true }), insert: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')) })

interface Step { readonly text: string; readonly change: Change }

function applied(before: string, { at, length, insert }: { at: number; length: number; insert: string }): Step {
  const from = Math.floor(at * before.length)
  const to = Math.min(before.length, from + Math.floor(length ** 4 * (before.length - from)))
  return { text: before.slice(0, from) + insert + before.slice(to), change: { from, to, inserted: insert.length } }
}

const blocksOf = (blocks: readonly Block[]): readonly Block[] => blocks

test('reading a changed text again equals reading it afresh', () => {
  fc.assert(fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
    let markdown = parseMarkdown(start, blocksOf)
    for (const each of edits) {
      const step = applied(markdown.text, each)
      markdown = reparseMarkdown(markdown, step.text, step.change)
      expect(markdown).toEqual(parseMarkdown(step.text, blocksOf))
    }
  }), { numRuns: 2000 })
})

test('a document that was changed many times before anybody asked equals a fresh one', () => {
  fc.assert(fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
    const before = openDocument(start)
    const steps = edits.reduce<Step[]>((made, each) => [...made, applied(made.at(-1)?.text ?? start, each)], [])
    const change = steps.map((step) => step.change).reduce(joined)
    const after = steps.at(-1)?.text ?? start
    const { survey, recognition } = changeDocument(before, after, change)
    const fresh = openDocument(after)
    expect({ survey, recognition }).toEqual({ survey: fresh.survey, recognition: fresh.recognition })
  }), { numRuns: 1000 })
})

test('chunks cover the text without gaps, and blocks lie in their chunk', () => {
  fc.assert(fc.property(text, (source) => {
    const { chunks, starts } = parseMarkdown(source, blocksOf)
    expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(source.length)
    chunks.forEach((chunk, i) => {
      expect(starts[i]).toBe(chunks.slice(0, i).reduce((sum, { length }) => sum + length, 0))
      for (const { span } of chunk.content) expect(0 <= span.from && span.from <= span.to && span.to <= chunk.length).toBe(true)
    })
  }), { numRuns: 1000 })
})

test('reading chunk by chunk finds the blocks that reading the whole text finds', () => {
  fc.assert(fc.property(text.filter((source) => frontMatterLength(source) === 0), (source) => {
    const { chunks, starts } = parseMarkdown(source, blocksOf)
    const found = chunks.flatMap(({ content }, i) => content.map(({ type, span }) => [type, span.from + (starts[i] ?? 0), span.to + (starts[i] ?? 0)]))
    expect(found).toEqual(parseBlocks(source).blocks.map(({ type, span }) => [type, span.from, span.to]))
  }), { numRuns: 2000 })
})

test('a CRLF text has the blocks of the same text with LF', () => {
  fc.assert(fc.property(text.map((source) => source.replaceAll('\r', '')), (source) => {
    const types = (each: string): readonly string[] => parseBlocks(each).blocks.map(({ type }) => type)
    expect(types(source.replaceAll('\n', '\r\n'))).toEqual(types(source))
  }), { numRuns: 1000 })
})

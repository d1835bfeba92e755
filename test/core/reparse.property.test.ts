import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDocument, joined, openDocument, type Document } from '../../server/src/core'
import { parseMarkdown, reparseMarkdown, type Block } from '../../server/src/core/markdown'
import { frontMatterLength } from '../../server/src/core/markdown/frontMatter'
import { parseBlocks } from '../../server/src/core/markdown/parse'
import { Text } from '../../server/src/core/text/text'
import { anySurvey } from '../support/dialects'
import { anyEdit, applied, type Step, share } from '../support/edits'
import { anyText } from '../support/pieces'
import { findingsIn } from '../support/findings'
import { holds } from '../support/property'
import { snapshot } from '../support/snapshot'

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 6 })

const blocksOf = (blocks: readonly Block[]): readonly Block[] => blocks

test('reading a changed text again equals reading it afresh', () => {
  holds(
    2000,
    fc.property(fc.oneof(anyText, anySurvey), edits, (start, changes) => {
      let markdown = parseMarkdown(Text.of(start), blocksOf)
      for (const each of changes) {
        const { text, change } = applied(markdown.text.toString(), each)
        markdown = reparseMarkdown(
          markdown,
          markdown.text.replace(change.from, change.to, text.slice(change.from, change.from + change.inserted)),
          change,
        )
        const { chunks, starts } = parseMarkdown(Text.of(text), blocksOf)
        expect({ text: markdown.text.toString(), chunks: markdown.chunks, starts: markdown.starts }).toEqual({
          text,
          chunks,
          starts,
        })
      }
    }),
  )
})

test('a document that is changed says at each version what a fresh one says: model, findings, fixes', () => {
  holds(
    600,
    fc.property(fc.oneof(anyText, { weight: 3, arbitrary: anySurvey }), edits, (start, changes) => {
      let document = openDocument(start)
      for (const each of changes) {
        const step = applied(document.text, each)
        const { from, to, inserted } = step.change
        document = changeDocument(
          document,
          document.buffer.replace(from, to, step.text.slice(from, from + inserted)),
          step.change,
        )
        expect(snapshot(document)).toEqual(snapshot(openDocument(step.text)))
      }
    }),
  )
})

test('findings that only move along are those that a fresh check has, whatever single character was typed, and wherever', () => {
  const key = fc.record({
    at: share,
    erased: fc.integer({ min: 0, max: 2 }),
    typed: fc.constantFrom(
      '',
      'x',
      '9',
      '?',
      '???',
      '[',
      ']',
      '#',
      '-',
      ' ',
      '\n',
      ':',
      '_',
      '😀',
      'Date accessed: 2018-06-31.',
    ),
  })
  holds(
    250,
    fc.property(anySurvey, fc.array(key, { minLength: 10, maxLength: 40 }), (start, keys) => {
      let document = openDocument(start)
      for (const { at, erased, typed } of keys) {
        const from = Math.floor(at * document.buffer.length)
        const to = Math.min(document.buffer.length, from + erased)
        document = changeDocument(document, document.buffer.replace(from, to, typed), {
          from,
          to,
          inserted: typed.length,
        })
        expect(said(document)).toEqual(said(openDocument(document.text)))
      }
    }),
  )
})

const said = (document: Document): readonly unknown[] => [
  document.recognition,
  ...findingsIn(document).map(({ rule, span, message, related }) => ({ code: rule.code, span, message, related })),
]

test('a document that was changed many times before anybody asked equals a fresh one', () => {
  holds(
    600,
    fc.property(fc.oneof(anyText, anySurvey), edits, (start, changes) => {
      const steps = changes.reduce<Step[]>((made, each) => [...made, applied(made.at(-1)?.text ?? start, each)], [])
      const change = steps.map((step) => step.change).reduce(joined)
      const after = steps.at(-1)?.text ?? start
      expect(snapshot(changeDocument(openDocument(start), after, change))).toEqual(snapshot(openDocument(after)))
    }),
  )
})

test('chunks cover the text without gaps, and blocks lie in their chunk', () => {
  holds(
    1000,
    fc.property(anyText, (source) => {
      const { chunks, starts } = parseMarkdown(Text.of(source), blocksOf)
      expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(source.length)
      chunks.forEach((chunk, i) => {
        expect(starts[i]).toBe(chunks.slice(0, i).reduce((sum, { length }) => sum + length, 0))
        for (const { span } of chunk.content)
          expect(0 <= span.from && span.from <= span.to && span.to <= chunk.length).toBe(true)
      })
    }),
  )
})

test('reading chunk by chunk finds the blocks that reading the whole text finds', () => {
  holds(
    1000,
    fc.property(
      fc.oneof(anyText, anySurvey).filter((source) => frontMatterLength(source) === 0),
      (source) => {
        const { chunks, starts } = parseMarkdown(Text.of(source), blocksOf)
        const found = chunks.flatMap(({ content }, i) =>
          content.map(({ type, span }) => [type, span.from + (starts[i] ?? 0), span.to + (starts[i] ?? 0)]),
        )
        expect(found).toEqual(
          parseBlocks(source.replace(/^\ufeff/u, ' ')).blocks.map(({ type, span }) => [type, span.from, span.to]),
        )
      },
    ),
  )
})

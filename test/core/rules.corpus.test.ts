import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyEdits, compatible, openDocument } from '../../server/src/core'
import { countsByRule, findingsIn } from '../support/findings'

/** Real surveys, read where they are: their text is not ours to keep. */
const SEED = '/work/shared/seed/layer-2-scaling-survey.md'
const CORPUS = '/work/shared/corpus/layer2'
const isHere = existsSync(SEED) && existsSync(CORPUS)
if (!isHere) console.warn(`No real surveys at ${CORPUS}: what the rules find in them is not checked here.`)

const read = (path: string): string => readFileSync(path, 'utf8')

test.skipIf(!isHere)('the seed lacks one section and has 31 placeholders, and nothing else is wrong with it', () => {
  const found = findingsIn(openDocument(read(SEED)))
  expect(countsByRule(found)).toEqual({ 'missing-section': 1, 'placeholder-text': 31 })
  expect(found.find(({ rule }) => rule.code === 'missing-section')?.message)
    .toBe('#5 What else? has no “Who does it?”. Add it, or write “None.” if there is nothing to say.')
})

/** What a fix may bring to light: text to fill in, and the gap or the order that a reference more or less makes. */
const ALLOWED = new Set(['placeholder-text', 'malformed-reference', 'reference-gap', 'citation-order'])

describe.skipIf(!isHere)('every revision of a real survey', () => {
  const files = isHere ? readdirSync(CORPUS) : []
  const labels = isHere ? (JSON.parse(read(`${CORPUS}/../labels.json`)) as Record<string, { uncited: number[]; undefined: number[]; duplicateReferences: number[] }>) : {}

  test.each(files)('%s: uncited, undefined and doubled numbers are those that people found', (file) => {
    const text = read(`${CORPUS}/${file}`)
    const found = findingsIn(openDocument(text))
    const numbers = (code: string): number[] => [...new Set(found.filter(({ rule }) => rule.code === code).map(({ span }) => Number(/\d+/u.exec(text.slice(span.from, span.to))?.[0])))]
    expect(numbers('uncited-reference')).toEqual(labels[file]?.uncited)
    expect(numbers('undefined-citation')).toEqual(labels[file]?.undefined)
    expect(numbers('duplicate-reference')).toEqual(labels[file]?.duplicateReferences)
  })

  test.each(files)('%s: findings are short and on one line', (file) => {
    const text = read(`${CORPUS}/${file}`)
    for (const { span, message } of findingsIn(openDocument(text))) {
      expect(span.from).toBeLessThan(span.to)
      expect(text.slice(span.from, span.to)).not.toMatch(/[\r\n]/u)
      expect(message.length).toBeLessThan(260)
    }
  })

  test.each(files.flatMap((file) => [[file, '\n'], [file, '\r\n']] as const))('%s (%j): each fix makes its finding go away and brings no other', (file, lineBreak) => {
    const text = read(`${CORPUS}/${file}`).replaceAll('\n', lineBreak)
    const found = findingsIn(openDocument(text))
    const before = countsByRule(found)
    for (const { rule: { code }, fix } of found) {
      if (!fix) continue
      const { edits } = fix()
      expect(compatible(edits)).toHaveLength(edits.length)
      const fixed = applyEdits(text, edits)
      expect(fixed).not.toMatch(lineBreak === '\n' ? /\r/u : /(?<!\r)\n/u)
      const after = countsByRule(findingsIn(openDocument(fixed)))
      expect(after[code] ?? 0, code).toBeLessThan(before[code] ?? 0)
      for (const [other, count] of Object.entries(after)) if (!ALLOWED.has(other)) expect(count, `${code} brings ${other}`).toBeLessThanOrEqual(before[other] ?? 0)
    }
  })

  test.each(files)('%s: all missing sections at once', (file) => {
    const text = read(`${CORPUS}/${file}`)
    const edits = findingsIn(openDocument(text)).filter(({ rule }) => rule.code === 'missing-section').flatMap(({ fix }) => fix?.().edits ?? [])
    const fixed = applyEdits(text, edits)
    expect(findingsIn(openDocument(fixed)).filter(({ rule }) => rule.code === 'missing-section')).toEqual([])
    expect(fixed).not.toMatch(/\n{5}/u.test(text) ? /$^/u : /\n{5}/u)
  })
})

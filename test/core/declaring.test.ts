import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, declareEdit, listInConfig, openDocument, readConfig } from '../../server/src/core'
import { anyComparison } from '../support/comparisons'
import { holds } from '../support/property'

describe('front matter says what a file is', () => {
  const declared = (text: string, name: string) => applyEdits(text, [declareEdit(name, openDocument(text))])

  test.each([
    ['# A\n', '---\nsurvey: true\n---\n\n# A\n'],
    ['# A\r\n', '---\r\nsurvey: true\r\n---\r\n\r\n# A\r\n'],
    ['---\ntitle: A\n---\n\n# A\n', '---\ntitle: A\nsurvey: true\n---\n\n# A\n'],
    ['---\nsurvey: false\n---\n# A\n', '---\nsurvey: true\n---\n# A\n'],
    ['', '---\nsurvey: true\n---\n\n'],
  ])('%j', (text, expected) => {
    expect(declared(text, 'true')).toBe(expected)
  })

  test('a candidate is a survey then, or none, and reads the same', () => {
    holds(
      100,
      fc.property(anyComparison, ({ text }) => {
        const before = openDocument(text)
        const after = openDocument(declared(text, 'true'))
        expect(after.recognition).toMatchObject({ survey: true, isCandidate: false })
        expect(after.survey.initiatives.map(({ title }) => title)).toEqual(
          before.survey.initiatives.map(({ title }) => title),
        )
        expect(openDocument(declared(text, 'false')).recognition).toMatchObject({ survey: false, isCandidate: false })
      }),
    )
  })
})

describe('a config lists one file more', () => {
  test.each([
    ['', '{\n  "files": ["a.md"]\n}\n'],
    ['{}', '{\n  "files": [\n    "a.md"\n  ]\n}'],
    ['{\n  // ours\n  "files": ["b.md"]\n}\n', '{\n  // ours\n  "files": ["b.md", "a.md"]\n}\n'],
    ['{ "files": ["a.md"] }', '{ "files": ["a.md"] }'],
  ])('%j', (text, expected) => {
    const listed = listInConfig(text, 'a.md') ?? ''
    expect(readConfig(listed)).toMatchObject({ problems: [] })
    expect(listed.replace(/\[\s*/u, '[').replace(/\s*\]/u, ']').replace(/,\s+/gu, ', ')).toBe(
      expected.replace(/\[\s*/u, '[').replace(/\s*\]/u, ']'),
    )
  })

  test('a name with the marks of globs is listed as itself; a broken file is left alone', () => {
    expect(readConfig(listInConfig('', 'a[1]*.md') ?? '').config.files).toEqual([String.raw`a\[1\]\*.md`])
    for (const text of ['{', '[]', '{ "files": "a.md" }']) expect(listInConfig(text, 'a.md')).toBeUndefined()
  })
})

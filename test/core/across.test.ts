import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acrossText, initiativeAnchors, openDocument, type AcrossText } from '../../server/src/core'
import { sectionsAcross } from '../../server/src/core/across/sectionsAcross'
import { revisions as readRevisions } from '../support/corpus'
import { anySurvey } from '../support/dialects'
import { holds } from '../support/property'

const SURVEY = `# Brews

## Current initiatives

### #1 Green *tea*

#### Strengths

Fresh [1].

- light
  - and green

#### Threats to us

    indented

None.

### #2 Coffee

#### Strengths

???

#### History

Long.

### #3 Cocoa

#### Threats
`

const across = (text: string, name: string): AcrossText | undefined => {
  const document = openDocument(text)
  const anchorOf = initiativeAnchors(document)
  return acrossText(document, name, (initiative) => `brews.md#${anchorOf(initiative)}`)
}

describe('a section across', () => {
  test('stands below headings that lead back, in the words of the survey, and says where it is missing or empty', () => {
    expect(across(SURVEY, 'threats')?.text).toBe(`# Threats

## [#1 Green tea](brews.md#1-green-tea)

    indented

None.

## [#2 Coffee](brews.md#2-coffee)

*missing*

## [#3 Cocoa](brews.md#3-cocoa)

*empty*
`)
    expect(across(SURVEY, 'strengths')?.text).toContain('Fresh [1].\n\n- light\n  - and green\n\n## [#2')
  })

  test('is found by kind, by any of its titles, and by a title that the profile does not know', () => {
    for (const name of ['threats', 'Threats', 'THREAT', 'Threats to us'])
      expect(across(SURVEY, name)?.text).toContain('None.')
    expect(across(SURVEY, 'history')?.text).toContain('Long.')
    expect(across(SURVEY, 'history')?.text).toContain('#1-green-tea)\n\n*not there*')
    expect(across(SURVEY, 'observations')).toBeUndefined()
    expect(across('', 'threats')).toBeUndefined()
  })

  test('knows of each line where it is from', () => {
    const { text, sources } = across(SURVEY, 'strengths') ?? { text: '', sources: [] }
    text.split('\n').forEach((line, i) => {
      const source = sources[i]
      if (source === undefined || /^## |^\*/u.test(line)) return
      expect(SURVEY.slice(source, source + line.length)).toBe(line)
    })
    const at = (line: string): number => sources[text.split('\n').indexOf(line)] ?? -1
    expect(SURVEY.slice(at('  - and green'))).toMatch(/^ {2}- and green/u)
    expect(SURVEY.slice(at('## [#2 Coffee](brews.md#2-coffee)'))).toMatch(/^#2 Coffee/u)
  })

  test('reads labels in lists and lines, with CRLF', () => {
    const list = ['Tea', 'Coffee', 'Cocoa']
      .map((name) => `## ${name}\r\n\r\n- **Pros:** warm,\r\n  and wet\r\n- **Cons**:\r\n  - bitter\r\n    - very\r\n`)
      .join('\r\n')
    expect(across(list, 'pros')?.text).toContain('## [Tea](brews.md#tea)\n\nwarm,\nand wet\n\n')
    expect(across(list, 'cons')?.text).toContain('## [Cocoa](brews.md#cocoa)\n\n- bitter\n  - very\n')
  })
})

/** Every section is there once, in order, with every character but blanks at the ends of lines; and each line is where it says. */
function isWhole(text: string): void {
  const document = openDocument(text)
  for (const { kind } of document.survey.profile.initiative) {
    const found = acrossText(document, kind, () => undefined)
    const parts = sectionsAcross(document.survey, kind)?.parts ?? []
    if (!found) continue
    const words = (each: string): string => each.replace(/\s+/gu, ' ').trim()
    const [, ...blocks] = found.headings.map(({ line }, i) =>
      found.text
        .split('\n')
        .slice(line + 1, found.headings[i + 1]?.line ?? undefined)
        .join('\n'),
    )
    parts.slice(1).forEach(({ sections }, i) => {
      const bodies = sections.map(({ body }) => words(text.slice(body.from, body.to)) || '*empty*')
      if (sections.length > 0) expect(words(blocks[i] ?? '')).toBe(words(bodies.join(' ')))
    })
    found.text.split('\n').forEach((line, i) => {
      const source = found.sources[i]
      const isOurs =
        found.headings.some((heading) => heading.line === i) || /^\*(?:missing|empty|not there)\*$/u.test(line)
      if (source !== undefined && !isOurs) expect(text.slice(source, source + line.length)).toBe(line)
    })
  }
}

const REVISIONS = readRevisions()

test.skipIf(REVISIONS.length === 0).each(REVISIONS)('$name is read across whole', ({ text }) => isWhole(text))

test('any survey is read across whole', () => {
  holds(300, fc.property(anySurvey, isWhole))
})

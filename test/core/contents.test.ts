import { describe, expect, test } from 'vitest'
import { applyEdits, compatible, insertMissingSections, openDocument } from '../../server/src/core'
import { slugStyles } from '../../server/src/core/survey/slugs'
import { findingsIn } from '../support/findings'

const BODY = `## About

Side chains.

## Current initiatives

### #1 Plasma -- cash

#### Strengths

Fast.

#### Weaknesses

Young.

### #2 Loom & co

#### Strengths

Big.

#### Weaknesses

Old.

### #3 NATS

#### Strengths

Small.

## Outlook

Good.
`

const said = (text: string): readonly string[] =>
  findingsIn(openDocument(text))
    .filter(({ rule }) => rule.code === 'contents')
    .map(({ message }) => message)

const mended = (text: string): string =>
  findingsIn(openDocument(text))
    .filter(({ rule }) => rule.code === 'contents')
    .reduce((_, { fix }) => applyEdits(text, fix?.edits() ?? []), text)

const table = (lines: string): string => `# Chains\n\n${lines}\n${BODY}`

const GITHUB = `- [About](#about)
- [Initiatives](#current-initiatives)
  - [Plasma](#1-plasma----cash)
  - [Loom](#2-loom--co)
  - [NATS](#3-nats)
- [Outlook](#outlook)
`

describe('a table of contents that is right is silent', () => {
  test.each([
    ['of GitHub', GITHUB],
    ['of GitLab', GITHUB.replace('1-plasma----cash', '1-plasma-cash').replace('2-loom--co', '2-loom-co')],
    ['with blank lines, stars and other words', GITHUB.replaceAll('\n', '\n\n').replaceAll('- [', '* [')],
    ['counted, in angle brackets and encoded', GITHUB.replaceAll('- [', '1. [').replace('(#about)', '(<#%61bout>)')],
    ['of the first level only', GITHUB.replace(/^ {2}.*\n/gmu, '')],
    ['to an anchor', GITHUB.replace('#outlook', '#the-end').replace(/$/u, '\n<a id="the-end"></a>\n')],
    ['to an anchor in a heading', `${GITHUB}- [All](#all-of-it)\n\n## All {#all-of-it}\n\nAll.\n`],
    ['with other signs in its links', GITHUB.replace('#about', '#-about-')],
    ['with Windows line ends', GITHUB.replaceAll('\n', '\r\n')],
  ])('%s', (_, lines) => {
    expect(said(table(lines))).toEqual([])
  })

  test('a file without one, few links, links to other files, a list further down, code, links most of which lead nowhere', () => {
    expect(said(BODY)).toEqual([])
    expect(said(table('- [About](#about)\n- [Gone](#gone)\n'))).toEqual([])
    expect(said(table('- [A](a.md#about)\n- [B](b.md#x)\n- [C](c.md#y)\n'))).toEqual([])
    expect(said(table(`\`\`\`\n${GITHUB.replace('#outlook', '#gone')}\`\`\`\n`))).toEqual([])
    expect(said(`${BODY}\n${GITHUB.replace('#outlook', '#gone')}`)).toEqual([])
    expect(said(table('- [About](#about)\n- [Outlook](#outlook)\n- [C](#gone)\n- [D](#lost)\n'))).toEqual([])
  })
})

test('what leads nowhere is pointed to the heading that is meant, or taken out', () => {
  const renamed = table(GITHUB.replace('[Outlook](#outlook)', '[Outlook](#the-outlook)'))
  expect(said(renamed)).toEqual(['“Outlook” in the table of contents leads to no heading. Point it to #outlook.'])
  expect(mended(renamed)).toBe(table(GITHUB))
  const gone = table(`${GITHUB}- [Thanks](#thanks)\n`)
  expect(said(gone)).toEqual(['“Thanks” in the table of contents leads to no heading. Remove it, or add the heading.'])
  expect(mended(gone)).toBe(table(GITHUB))
  expect(mended(table(`- [Thanks](#thanks)\n${GITHUB}`))).toBe(table(GITHUB))
})

test.each([
  ['nested', GITHUB, '  - [Loom](#2-loom--co)\n', '  - [#2 Loom & co](#2-loom--co)\n'],
  ['the first', GITHUB, '- [About](#about)\n', '- [About](#about)\n'],
  ['the last', GITHUB, '- [Outlook](#outlook)\n', '- [Outlook](#outlook)\n'],
])('what it lacks goes where it belongs, in its form: %s', (_, lines, without, written) => {
  for (const change of [
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => text.replaceAll(/\n(?=.)/gu, '\n\n'),
  ]) {
    const text = change(table(lines.replace(without, '')))
    expect(said(text)).toHaveLength(1)
    expect(mended(text)).toBe(change(table(lines.replace(without, written))))
  }
})

test('counts go on where the items of the table are counted', () => {
  const lines =
    '1. [About](#about)\n2. [Initiatives](#current-initiatives)\n3. [Outlook](#outlook)\n4. [All](#1-plasma----cash)\n'
  expect(mended(table(lines.replace('2. [Initiatives](#current-initiatives)\n3.', '2.').replace('4.', '3.')))).toBe(
    table(lines.replace('[Initiatives]', '[Current initiatives]')),
  )
})

test('headings of whose neighbours few are listed are not missed', () => {
  expect(
    said(table(GITHUB.replace('  - [Plasma](#1-plasma----cash)\n', '').replace('  - [NATS](#3-nats)\n', ''))),
  ).toEqual([])
})

test('sections that are inserted are listed where the others are, and entries of sections of the same title follow', () => {
  const names = ['Ann', 'Bob', 'Cy']
  const kinds = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']
  const survey = (lack: (name: string, kind: string) => boolean, inserted: string): string => {
    const counts = new Map<string, number>()
    const listed = names.map((name) => {
      const own = kinds.filter((kind) => !lack(name, kind))
      return [
        `- [${name}](#${name.toLowerCase()})`,
        ...own.map((kind) => {
          const slug = kind.toLowerCase().replaceAll(' ', '-').replace('?', '')
          const count = counts.get(slug) ?? 0
          counts.set(slug, count + 1)
          return `  - [${kind}](#${slug}${count > 0 ? `-${count}` : ''})`
        }),
      ].join('\n')
    })
    const written = names.map(
      (name) =>
        `### ${name}\n\n${kinds
          .filter((kind) => !lack(name, kind))
          .map((kind) => `#### ${kind}\n\n${kind === inserted ? '???' : 'Text.'}\n\n`)
          .join('')}`,
    )
    return `${listed.join('\n')}\n\n## Current initiatives\n\n${written.join('')}`.trimEnd() + '\n'
  }
  const nothing = (): boolean => false
  for (const lost of ['Threats', 'Strengths']) {
    const lacks = (name: string, kind: string): boolean => kind === lost && (lost === 'Threats' || name === 'Bob')
    const document = openDocument(survey(lacks, ''))
    const edits = insertMissingSections(document.survey.initiatives, document.survey, document.text)
    expect(compatible(edits)).toHaveLength(edits.length)
    const whole = survey(nothing, lost)
    expect(applyEdits(document.text, edits)).toBe(
      lost === 'Threats' ? whole : whole.replace(/(?<=### (?:Ann|Cy)[^]{0,80}Strengths\n\n)\?\?\?/gu, 'Text.'),
    )
  }
})

test.each(slugStyles.map(({ id, slugOf }) => ({ id, slugOf })))('$id: anchors have no blanks', ({ slugOf }) => {
  expect(slugOf('a - b é & c_d')).not.toMatch(/\s|&/u)
})

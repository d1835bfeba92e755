import { describe, expect, test } from 'vitest'
import { bestMatches, folded } from '../../server/src/core'

const titles = [
  'Docs as Code',
  'What is Backstage?',
  'TechDocs Documentation',
  'Backstage',
  'MkDocs: Project Documentation',
  'Material for MkDocs',
  'Docusaurus: Introduction',
  'MediaWiki',
  'Über Gödels Satz',
  '等离子体入门',
]
const hosts = [
  'writethedocs.org',
  'backstage.io',
  'backstage.io',
  'cncf.io',
  'mkdocs.org',
  'squidfunk.github.io',
  'docusaurus.io',
  'mediawiki.org',
  'example.org',
  'example.cn',
]
const texts = titles.map((title, i) => `${folded(title)}\n${hosts[i]}`)
const found = (typed: string): readonly (string | undefined)[] =>
  bestMatches(texts, typed, 5).map((index) => titles[index])

// An editor closes its list when there is nothing in it, and what is typed on does not open it again.
describe.each([
  ['mdkocs', 'MkDocs'],
  ['mdocs', 'MkDocs'],
  ['mkdosc', 'MkDocs'],
  ['bakcstage', 'Backstage'],
  ['bcakstage', 'Backstage'],
  ['docsuaurus', 'Docusaurus'],
  ['godlels', 'Gödel'],
])('%s, letter by letter', (typed, title) => {
  test.each(Array.from({ length: typed.length }, (_, i) => typed.slice(0, i + 1)))('%s', (beginning) => {
    expect(found(beginning).join(' ')).toContain(title)
  })
})

test('a word in the title goes before one in the address, and at the beginning of it before all', () => {
  expect(found('backstage')).toEqual(['Backstage', 'What is Backstage?', 'TechDocs Documentation'])
  expect(found('mkdocs').slice(0, 2)).toEqual(['MkDocs: Project Documentation', 'Material for MkDocs'])
})

test('what nothing begins with, not even almost, finds nothing', () => {
  expect(found('zebra')).toEqual([])
  expect(found('xyz')).toEqual([])
})

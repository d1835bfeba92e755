import { describe, expect, test } from 'vitest'
import { bibtex } from '../../server/src/sources/formats/bibtex'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'
import { ris } from '../../server/src/sources/formats/ris'
import { createLibrary, type SourceLibrary } from '../../server/src/sources/library'

const libraries = { bibtex: bibtexLibrary }

function filled(texts: Readonly<Record<string, string>>): SourceLibrary {
  const library = createLibrary(() => 0)
  for (const [file, text] of Object.entries(texts))
    while (!library.read(file, `${file}, short`, file.endsWith('.ris') ? ris : bibtex, text, libraries).step())
      expect.unreachable()
  return library
}

const titles = (
  library: SourceLibrary,
  typed: string,
  limit = 10,
): readonly (readonly [string | undefined, string])[] =>
  library.find(typed, limit).map(({ source, from }) => [source.title, from])

const BIB = String.raw`@article{godel, author = {G{\"o}del, Kurt}, title = {{\"U}ber S{\"a}tze}, year = 1931}
@misc{poon2016, author = {Poon, Joseph and S{\o}rensen, Lars}, title = {The {L}ightning {N}etwork}, year = {2016}, url = {https://lightning.network/paper.pdf}}`
const RIS =
  'TY  - JOUR\nTI  - Plasma\nUR  - https://plasma.io\nER  - \nTY  - JOUR\nTI  - Lightning, once more\nUR  - http://www.lightning.network/paper.pdf?utm_source=x\nER  - '

describe('sources of several files are found by any of their words', () => {
  test.each<[typed: string, found: readonly (string | undefined)[]]>([
    ['godel', ['Über Sätze']],
    ['gödel 1931', ['Über Sätze']],
    ['satze', ['Über Sätze']],
    ['sorensen', ['The Lightning Network']],
    ['sørensen', ['The Lightning Network']],
    ['poon2016', ['The Lightning Network']],
    ['lihgtning netwrok', ['The Lightning Network']],
    ['plasma', ['Plasma']],
    ['lightning.network', ['The Lightning Network']],
    ['zebra', []],
    ['', ['Über Sätze', 'The Lightning Network', 'Plasma']],
  ])('%j', (typed, found) => {
    expect(
      filled({ 'a.bib': BIB, 'b.ris': RIS })
        .find(typed, 10)
        .map(({ source }) => source.title),
    ).toEqual(found)
  })

  test('each says where it is from, one of another survey as well', () => {
    const library = filled({ 'a.bib': BIB })
    library.set('other.md', 'other.md', [
      { title: 'Plasma Cash', authors: 'K. Floersch', url: 'https://plasma.io/cash' },
    ])
    expect(titles(library, 'floersch')).toEqual([['Plasma Cash', 'other.md']])
    expect(titles(library, 'godel')).toEqual([['Über Sätze', 'a.bib, short']])
    expect(library.find('floersch', 10, (file) => file === 'other.md')).toEqual([])
    expect(library.size).toBe(3)
  })
})

test('a file that is read again keeps what it had until that is done, and one that is gone takes its sources along', () => {
  let clock = 0
  const library = createLibrary(() => clock++)
  const many = Array.from({ length: 100 }, (_, i) => `@misc{k${i}, title = {Title number ${i}}}`).join('\n')
  const first = library.read('a.bib', 'a.bib', bibtex, many, libraries)
  let steps = 0
  while (!first.step()) {
    steps++
    expect(library.size).toBe(0)
  }
  expect(steps).toBeGreaterThan(0)
  expect(library.size).toBe(100)
  const dropped = library.read('a.bib', 'a.bib', bibtex, '', libraries)
  const second = library.read('a.bib', 'a.bib', bibtex, `${BIB}\n@misc{broken, title = {`, libraries)
  expect(dropped.step()).toBe(true)
  expect(library.size).toBe(100)
  while (!second.step()) expect(library.size).toBe(100)
  expect(library.size).toBe(2)
  expect(second.problems.map(({ message }) => message)).toEqual(['The brace that opens here is never closed.'])
  library.remove('a.bib')
  expect([library.size, library.find('godel', 10)]).toEqual([0, []])
})

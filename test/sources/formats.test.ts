import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Source } from '../../server/src/core'
import { readSources } from '../../server/src/sources/format'
import { formats } from '../../server/src/sources/formats'
import { bibtexLibrary } from '../../server/src/sources/formats/bibtex/library'
import { readPasted, type Pasted } from '../../server/src/sources/pasted'
import { holds } from '../support/property'

const load = { bibtex: () => Promise.resolve(bibtexLibrary) }
const read = async (text: string): Promise<Pasted | undefined> => {
  const found = await readPasted(text, load)
  return found && !isRefusal(found) ? found : undefined
}
const pasted = async (text: string): Promise<readonly Source[] | undefined> => (await read(text))?.sources
const problems = async (text: string): Promise<readonly string[]> =>
  (await read(text))?.problems.map(({ span, message }) => `“${text.slice(span.from, span.to)}” ${message}`) ?? []

test.each(formats.map((format) => [format.id, format] as const))(
  'the example of %s is in its format and no other, and nothing is wrong in it',
  async (_, format) => {
    expect(formats.filter((each) => each.looksLike(format.example))).toEqual([format])
    const [source] = (await pasted(format.example)) ?? []
    expect(source?.url ?? source?.year).toMatch(/arxiv|lightning|2016/u)
    expect(await problems(format.example)).toEqual([])
  },
)

test.each([
  '',
  ' \n',
  'Some words, and more.',
  'See https://a.org for more',
  'readme.md',
  '[7]',
  '{',
  '{ "a": 1 }',
  '# Title\n\nText @someone',
  'me@example.org',
  '10.5',
  '\ud83d',
])('%j is prose', async (text) => {
  expect(await pasted(text)).toBeUndefined()
})

describe('addresses', () => {
  test.each<[text: string, sources: readonly Source[]]>([
    ['https://a.org/x?utm_source=1', [{ url: 'https://a.org/x?utm_source=1' }]],
    [' <https://a.org/漢>\r\n', [{ url: 'https://a.org/漢' }]],
    ['www.a.org/x', [{ url: 'https://www.a.org/x' }]],
    ['10.1000/ABC', [{ url: 'https://doi.org/10.1000/abc', doi: '10.1000/abc' }]],
    ['doi:10.1000/abc', [{ url: 'https://doi.org/10.1000/abc', doi: '10.1000/abc' }]],
    ['arXiv:1601.12345v2', [{ url: 'https://arxiv.org/abs/1601.12345v2' }]],
    ['1801.00001', [{ url: 'https://arxiv.org/abs/1801.00001' }]],
    ['1801.0001v3\n', [{ url: 'https://arxiv.org/abs/1801.0001v3' }]],
    ['https://dl.acm.org/doi/10.1145/3', [{ url: 'https://dl.acm.org/doi/10.1145/3', doi: '10.1145/3' }]],
    ['https://a.org\n\nhttps://b.org', [{ url: 'https://a.org' }, { url: 'https://b.org' }]],
    ['[A title](https://a.org)', [{ url: 'https://a.org', title: 'A title' }]],
    ['[https://a.org](https://a.org)', [{ url: 'https://a.org' }]],
    ['https://a.org/x.', [{ url: 'https://a.org/x' }]],
    ['https://a.org/?a=1;,', [{ url: 'https://a.org/?a=1' }]],
    ['[A title](https://a.org/x_(y)).', [{ url: 'https://a.org/x_(y)', title: 'A title' }]],
    ['DOI: https://doi.org/10.1000/abc', [{ url: 'https://doi.org/10.1000/abc', doi: '10.1000/abc' }]],
    ['DOI 10.1000/abc', [{ url: 'https://doi.org/10.1000/abc', doi: '10.1000/abc' }]],
    ['arXiv:1601.12345v2 [cs.CR]', [{ url: 'https://arxiv.org/abs/1601.12345v2' }]],
    ['arXiv: hep-th/9901001 [hep-th]', [{ url: 'https://arxiv.org/abs/hep-th/9901001' }]],
  ])('%s', async (text, sources) => {
    expect(await pasted(text)).toEqual(sources)
  })
})

describe('BibTeX', () => {
  test.each<[what: string, text: string, source: Source]>([
    [
      'accents, braces and commands',
      String.raw`@article{godel, author = {G{\"o}del, Kurt and Erd{\H o}s, P{\'a}l and Mu\~noz, Jos\'{e} Mar{\'\i}a}, title = {{\"U}ber formal unentscheidbare S{\"a}tze der {\textit{Principia}} na\"{\i}ve \& \o{} --- $x^2$}, year = 1931, doi = {10.1000/XYZ}}`,
      {
        title: 'Über formal unentscheidbare Sätze der Principia naïve & ø — x²',
        authors: 'K. Gödel, P. Erdős and J. M. Muñoz',
        doi: '10.1000/xyz',
        year: '1931',
        key: 'godel',
      },
    ],
    [
      'strings and their joining',
      '@string{bl = "Bitcoin " # {Lightning}}\n@misc(x, title = "The " # bl # { Network}, author = "World Bank")',
      { title: 'The Bitcoin Lightning Network', authors: 'W. Bank', key: 'x' },
    ],
    [
      'institutions, particles and others',
      '@misc{x, title={T}, author={{World Health Organization} and van der Berg, Jan-Peter and Knuth, Jr., Donald E. and others}}',
      { title: 'T', authors: 'World Health Organization, J.-P. van der Berg, D. E. Knuth Jr. et al.', key: 'x' },
    ],
    [
      'addresses as LaTeX writes them',
      String.raw`@online{w, title={T}, howpublished = "\url{https://foo.org/%7Ebar\_x?a=1\&b=2}", urldate = {2018-06-07}}`,
      { title: 'T', url: 'https://foo.org/%7Ebar_x?a=1&b=2', accessed: '2018-06-07', key: 'w' },
    ],
    [
      'a quote in an address',
      '@misc{p, title={T}, url={https://a.org/"q"}}',
      { title: 'T', url: 'https://a.org/%22q%22', key: 'p' },
    ],
    [
      'an address in quotes',
      '@misc{p, title={T}, url="https://a.org/q"}',
      { title: 'T', url: 'https://a.org/q', key: 'p' },
    ],
    [
      'an address in quotes and braces',
      '@misc{p, title={T}, url={"https://a.org/q"}}',
      { title: 'T', url: 'https://a.org/q', key: 'p' },
    ],
    [
      'a version',
      '@misc{p, title={T}, eprint={1601.12345v2}, archivePrefix={arXiv}}',
      { title: 'T', url: 'https://arxiv.org/abs/1601.12345v2', key: 'p' },
    ],
    [
      'arXiv',
      '@misc{p, title={T}, eprint={1601.12345}, archivePrefix={arXiv}, date={2016-01-14}}',
      { title: 'T', url: 'https://arxiv.org/abs/1601.12345', year: '2016', key: 'p' },
    ],
    [
      'no key, comments, a comma at the end',
      '@misc{\n  title = {T}, % a comment }\n  year = {2016},\n}',
      { title: 'T', year: '2016' },
    ],
    [
      'other scripts',
      '@book{王, title = {状态通道}, author = {王, 小明}, year = {2019}}',
      { title: '状态通道', authors: '王小明', year: '2019', key: '王' },
    ],
  ])('%s', async (_, text, source) => {
    expect(await pasted(text)).toEqual([source])
    expect(await problems(text)).toEqual([])
    expect(await pasted(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual([source])
  })

  test('a paper has the year of its proceedings', async () => {
    expect(
      (await pasted('@inproceedings{c, title={Child}, crossref={P}}\n@proceedings{p, title={Parent}, year=2019}'))?.map(
        ({ title, year }) => [title, year],
      ),
    ).toEqual([
      ['Child', '2019'],
      ['Parent', '2019'],
    ])
  })

  test.each<[text: string, titles: readonly string[], problems: readonly string[]]>([
    [
      '@article{broken, title = {unclosed, author = {A}, year = 2020\n@article{good, title = {Good}}',
      ['Good'],
      ['“{” The brace that opens here is never closed.'],
    ],
    [
      '@article{half, title = {Half}, year = 2020\n@article{good, title = {Good}}',
      ['Half', 'Good'],
      ['“@article{” This entry is not closed. What could be read of it counts.'],
    ],
    [
      '@book{missing comma title={x}}\n@misc{good, title={Good}}',
      ['Good'],
      ['“comma” “=” and a value are expected behind “comma”; the rest of this entry is not read.'],
    ],
    [
      '@book{x, title {x}}\n@misc{good, title={Good}}',
      ['Good'],
      ['“title” “=” and a value are expected behind “title”; the rest of this entry is not read.'],
    ],
    [
      '@book{x, title={One} year=2}\n@misc{good, title={Good}}',
      ['One', 'Good'],
      ['“}” A comma is missing behind this value; the rest of this entry is not read.'],
    ],
    [
      '@book{x, title=}\n@misc{good, title={Good}}',
      ['Good'],
      ['“}” A value in braces or quotes is expected here; the rest of this entry is not read.'],
    ],
    ['@comment{ignored @article{x, title={no}}}\n@preamble{"x"}\n@misc{good, title={Good}}', ['Good'], []],
  ])('%s', async (text, titles, found) => {
    expect((await pasted(text))?.map(({ title }) => title)).toEqual(titles)
    expect(await problems(text)).toEqual(found)
  })
})

describe('RIS', () => {
  test('an entry', async () => {
    expect(
      await pasted(
        'TY  - JOUR\r\nAU  - Poon, Joseph\r\nAU  - Dryja, Thaddeus\r\nTI  - The Bitcoin\r\n  Lightning Network\r\nPY  - 2016/01/14/\r\nDO  - https://doi.org/10.1000/X\r\nUR  - https://lightning.network/paper.pdf\r\nY2  - 2018/06/07/\r\nID  - poon\r\nER  - \r\n',
      ),
    ).toEqual([
      {
        title: 'The Bitcoin Lightning Network',
        authors: 'J. Poon and T. Dryja',
        url: 'https://lightning.network/paper.pdf',
        doi: '10.1000/x',
        year: '2016',
        accessed: '2018-06-07',
        key: 'poon',
      },
    ])
  })

  test('behind lines that tell where it is from', async () => {
    expect(
      await pasted(
        'Provider: JSTOR http://www.jstor.org\r\nDatabase: JSTOR\r\nContent: text/plain; charset="us-ascii"\r\n\r\n\r\nTY  - JOUR\r\nTI  - One\r\nER  - \r\n',
      ),
    ).toEqual([{ title: 'One' }])
  })

  test('what is broken, and nothing else, is told', async () => {
    const text =
      '\ufeffTY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  -\nER  - \nTI  - Lost\nTY  - BOOK\nTI  - Three'
    expect((await pasted(text))?.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
    expect(await problems(text)).toEqual([
      '“\ufeffTY  - JOUR” This entry has no end: a line “ER  - ” is missing.',
      '“ER  - ” An entry ends here, but none has begun: a line “TY  - …” is missing above.',
      '“TI  - Lost” This line belongs to no entry: an entry begins with a line “TY  - …”.',
      '“TY  - BOOK” This entry has no end: a line “ER  - ” is missing.',
    ])
  })
})

describe('CSL-JSON', () => {
  test('items', async () => {
    expect(
      await pasted(
        '\ufeff [{ "id": 7, "title": "A <i>B</i>", "author": [{ "family": "Berg", "given": "Jan", "non-dropping-particle": "van der" }, { "literal": "WHO" }], "issued": { "date-parts": [["2016", 1]] }, "accessed": { "date-parts": [[2018, 6, 7]] }, "DOI": "10.1000/X", "URL": "https://a.org" }, { "title": "Two", "issued": { "raw": "2019-01-02" } }]',
      ),
    ).toEqual([
      {
        title: 'A B',
        authors: 'J. van der Berg and WHO',
        url: 'https://a.org',
        doi: '10.1000/x',
        year: '2016',
        accessed: '2018-06-07',
        key: '7',
      },
      { title: 'Two', year: '2019' },
    ])
    expect(await pasted('{ "title": "One" }')).toEqual([{ title: 'One' }])
    expect(await pasted('{\n  "items": [\n    { "title": "One" },\n    { "title": "Two" }\n  ]\n}\n')).toEqual([
      { title: 'One' },
      { title: 'Two' },
    ])
    expect(
      await pasted(
        '[{ "title": 7, "author": [null, 3, {}], "issued": "2019-01-02", "URL": null }, { "title": "Odd", "author": "X" }]',
      ),
    ).toEqual([{ title: 'Odd' }])
  })

  test('what is broken, and nothing else, is told', async () => {
    const text = '[\n{ "title": "One" },\n{ "title": Two },\n{ "title": "Three" },\n17,\n{ "title": "Four" }\n'
    expect((await pasted(text))?.map(({ title }) => title)).toEqual(['One', 'Three', 'Four'])
    expect(await problems(text)).toEqual([
      '“{ "title": Two }” This item is not JSON, so it is not read.',
      '“17,” An item in braces is expected here.',
      '“[” The bracket that opens here is never closed.',
    ])
  })
})

test('the library is not loaded before it is needed', async () => {
  let loaded = 0
  const counting = { bibtex: () => (loaded++, Promise.resolve(bibtexLibrary)) }
  for (const text of ['https://a.org', 'prose', 'TY  - JOUR\nTI  - x\nER  - ']) await readPasted(text, counting)
  expect(loaded).toBe(0)
  await readPasted('@misc{x, title={T}}', counting)
  expect(loaded).toBe(1)
})

const piece = fc.constantFrom(
  '@article{a, ',
  '@misc(',
  '@string{x = "y"}',
  '@comment{',
  'title = {A}',
  'author = "B"',
  ', ',
  '{',
  '}',
  '"',
  '\\',
  '#',
  '%',
  '\n',
  '\r\n',
  '\n@book{b,',
  'TY  - JOUR\n',
  'TI  - x\n',
  'ER  - \n',
  '[',
  ']',
  '{ "title": "x" }',
  '"title": ',
  'https://a.org',
  '10.1000/x',
  '😀',
  '漢',
  '\ud83d',
  '\ufeff',
  '=',
)

test('any text is read by every format, at places of the text, in text order', () => {
  holds(
    400,
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      for (const format of formats) {
        const { sources, problems: found } = readSources(format, text, { bibtex: bibtexLibrary })
        for (const { span } of [...sources, ...found])
          expect(
            0 <= span.from && span.from < span.to && span.to <= text.length,
            `${format.id} ${JSON.stringify(text)} ${span.from}-${span.to}`,
          ).toBe(true)
        expect(
          sources.every(({ span }, i) => i === 0 || span.from >= (sources[i - 1]?.span.to ?? 0)),
          `${format.id} ${JSON.stringify(text)}`,
        ).toBe(true)
      }
    }),
  )
})

test.each([
  '@a{',
  '@a{b,{',
  '@a{b,c="',
  '@a{b,c={\n',
  '{"title":{',
  '[{"title":',
  'TY  - \n',
  '@comment{',
  '@a{b,c=d#',
])('%j over and over takes no longer than its length', (unit) => {
  const text = unit.repeat(Math.ceil(200_000 / unit.length))
  const started = performance.now()
  for (const format of formats) for (const found of format.scan(text, {})) void found
  expect(performance.now() - started).toBeLessThan(3000)
})

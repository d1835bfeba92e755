// How long a bibliography of 50,000 entries keeps anybody waiting: `node test/bench/library.mjs [ENTRIES]` prints a Markdown table.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { main } from '../../scripts/host/failure.mjs'
import { randomNumbers } from './generate.mjs'

const count = Number(process.argv[2] ?? 50_000)
const words =
  'scalable autonomous contracts lightning network plasma primer state channels payment routing sidechains verification computation trustless knowledge proofs rollup counterfactual generalised sharding proposal energy storage gravity turbine membrane cavern electrolyte pilot maintenance winter'.split(
    ' ',
  )
const people = [
  'G{\\"o}del, Kurt',
  "Mu{\\~n}oz, Jos{\\'e}",
  'Poon, Joseph',
  'Dryja, Thaddeus',
  'van der Berg, Jan',
  '{World Health Organization}',
  '王, 小明',
  'S{\\o}rensen, Lars',
]

await main(async () => {
  const { createLibrary, bibtex, cslJson, ris, loadBibtex, output } = await load()
  const random = randomNumbers(count)
  // A vocabulary that grows with the list, as names and terms do.
  const word = () =>
    random.below(4) === 0
      ? `${random.of(words).slice(0, 4)}${random.of(words).slice(1, 4)}${random.below(50)}`
      : random.of(words)
  const items = Array.from({ length: count }, (_, i) => ({
    title: `${word()} ${word()} of the ${word()} ${word()}`,
    author: random.of(people),
    other: random.of(people),
    year: 1990 + random.below(36),
    i,
  }))
  const texts = {
    BibTeX: [
      bibtex,
      items
        .map(
          ({ title, author, other, year, i }) =>
            `@article{key${i},\n  title = {The {${title}} in Part ${i}},\n  author = {${author} and ${other}},\n  year = {${year}},\n  journal = {Journal of Things},\n  doi = {10.1000/xyz.${i}},\n  url = {https://example.org/papers/${i}},\n  abstract = {${`${title} `.repeat(8)}}\n}\n`,
        )
        .join('\n'),
    ],
    RIS: [
      ris,
      items
        .map(
          ({ title, author, year, i }) =>
            `TY  - JOUR\nTI  - The ${title} in Part ${i}\nAU  - ${author}\nPY  - ${year}\nUR  - https://example.org/papers/${i}\nER  - \n`,
        )
        .join('\n'),
    ],
    'CSL-JSON': [
      cslJson,
      JSON.stringify(
        items.map(({ title, author, year, i }) => ({
          id: `key${i}`,
          type: 'article',
          title: `The ${title} in Part ${i}`,
          author: [{ family: author.split(',')[0], given: 'A' }],
          issued: { 'date-parts': [[year]] },
          URL: `https://example.org/papers/${i}`,
        })),
        undefined,
        1,
      ),
    ],
  }
  const rows = []
  const first = performance.now()
  const libraries = { bibtex: loadBibtex() }
  const loaded = performance.now() - first
  await rm(output, { recursive: true })
  for (const [name, [format, text]] of Object.entries(texts)) {
    const library = createLibrary(() => performance.now())
    const reading = library.read('file', 'file', format, text, libraries)
    const steps = timesOf(() => reading.step())
    const before = performance.now()
    library.find(`${items[7].title.split(' ')[0]} ${items[7].title.split(' ').at(-1)}`, 20)
    const answer = performance.now() - before
    const slips = items.slice(0, 200).map(({ title }) =>
      title
        .split(' ')
        .filter((each) => each.length > 4)
        .slice(0, 2)
        .map((each) => each.slice(0, 2) + each.slice(3))
        .join(' '),
    )
    const times = slips.map((query) => timeOf(() => library.find(query, 20)))
    const nothing = Array.from({ length: 20 }, () => timeOf(() => library.find('zebra quagga okapi', 20)))
    rows.push(
      [
        name,
        (text.length / 1e6).toFixed(0),
        library.size,
        sum(steps),
        Math.max(...steps),
        answer,
        quantile(times, 0.5),
        quantile(times, 0.95),
        quantile(nothing, 0.5),
      ].map((cell, i) => (i > 2 ? cell.toFixed(1) : cell)),
    )
  }
  console.log(
    table(
      [
        'format',
        'MB',
        'entries',
        'reading ms, in all',
        'longest step ms',
        'first answer ms',
        'answer ms, median',
        '95 %',
        'nothing found',
      ],
      rows,
    ),
  )
  console.log(`\nThe BibTeX library was loaded in ${loaded.toFixed(0)} ms.`)
})

function timesOf(step) {
  const times = []
  for (let done = false; !done;) times.push(timeOf(() => (done = step())))
  return times
}

function timeOf(act) {
  const started = performance.now()
  act()
  return performance.now() - started
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0)
}
function quantile(numbers, share) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]
}
function table(columns, rows) {
  return [columns, columns.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Bundled as the product is: the library by itself. */
async function load() {
  const output = await mkdtemp(join(tmpdir(), 'survey-'))
  try {
    const resolveDir = fileURLToPath(new URL('../../server/src', import.meta.url))
    const options = {
      bundle: true,
      format: 'cjs',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      minify: true,
    }
    const contents = ['library', 'formats/bibtex', 'formats/ris', 'formats/cslJson']
      .map((file) => `export * from './sources/${file}';`)
      .join('\n')
    await build({ ...options, stdin: { contents, resolveDir, loader: 'ts' }, outfile: join(output, 'sources.js') })
    await build({ ...options, entryPoints: [join(resolveDir, 'bibtex.ts')], outfile: join(output, 'bibtex.js') })
    const require = createRequire(import.meta.url)
    const sources = require(join(output, 'sources.js'))
    return { ...sources, loadBibtex: () => require(join(output, 'bibtex.js')).bibtexLibrary, output }
  } catch (error) {
    await rm(output, { recursive: true })
    throw error
  }
}

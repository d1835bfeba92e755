// Which library finds a reference by mistyped words: `node test/bench/matching.mjs [FOLDER]` prints a Markdown table.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fuzzysort from 'fuzzysort'
import MiniSearch from 'minisearch'
import { main } from '../../scripts/host/failure.mjs'
import { generateSurvey, randomNumbers } from './generate.mjs'

/** The titles looked for are those of real surveys where they are here, else of a generated one. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../shared/corpus/layer2', import.meta.url))
const sizes = [100, 1_000, 50_000]
const shown = 5
const rounds = 3

/** Each makes an index of texts, and answers the indexes of those found, the best first. */
const libraries = {
  // With the product's options and its order of what is found: `server/src/core/suggest/match.ts`.
  uFuzzy: (texts, { bestMatches, folded }) => {
    const haystack = texts.map(folded)
    return (query) => bestMatches(haystack, query, 100)
  },
  fuzzysort: (texts) => {
    const prepared = texts.map((text) => fuzzysort.prepare(text))
    const places = new Map(prepared.map((each, i) => [each, i]))
    const options = { limit: 100 }
    return (query) =>
      fuzzysort
        .go(query, prepared, options)
        .map((result) => places.get(result) ?? places.get(result._prepared) ?? texts.indexOf(result.target))
  },
  minisearch: (texts) => {
    const index = new MiniSearch({ fields: ['text'], tokenize: (text) => text.split(/[^\p{L}\p{N}']+/u) })
    index.addAll(texts.map((text, id) => ({ id, text })))
    return (query) => index.search(query, { prefix: true, fuzzy: 0.25, combineWith: 'AND' }).map(({ id }) => id)
  },
  'minisearch (or)': (texts) => {
    const index = new MiniSearch({ fields: ['text'], tokenize: (text) => text.split(/[^\p{L}\p{N}']+/u) })
    index.addAll(texts.map((text, id) => ({ id, text })))
    return (query) => index.search(query, { prefix: true, fuzzy: 0.25 }).map(({ id }) => id)
  },
}

/** How people get words wrong, each with the words that they meant. */
const slips = {
  none: (words) => words,
  deletion: (words, random) => changed(words, random, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  'swapped letters': (words, random) =>
    changed(
      words,
      random,
      (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ),
  'wrong letter': (words, random) =>
    changed(words, random, (word, at) => word.slice(0, at) + 'etaoinshr'.charAt(random.below(9)) + word.slice(at + 1)),
  'doubled letter': (words, random) =>
    changed(words, random, (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at)),
  'first letter wrong': (words, random) =>
    changed(words, random, (word) => 'etaoinshr'.charAt(random.below(9)) + word.slice(1)),
  'a slip in two words': (words, random) => slips.deletion(slips['wrong letter'](words, random), random),
  'word left out': (words) => words.filter((_, i) => i !== 1),
  'half a last word': (words) => [...words.slice(0, -1), (words.at(-1) ?? '').slice(0, 4)],
  'other order': (words) => [...words].reverse(),
  'other order, a slip': (words, random) => slips.deletion([...words].reverse(), random),
  'a word that is not there': (words) => [...words, 'survey'],
}

/** Slips happen in words long enough to be told apart then, and not to their first letter. */
function changed(words, random, change) {
  const long = words.map((word, i) => [word, i]).filter(([word]) => word.length > 4)
  if (long.length === 0) return words
  const [word, index] = random.of(long)
  return words.with(index, change(word, 1 + random.below(word.length - 2)))
}

const average = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const quantile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]
const table = (columns, rows) =>
  [columns, columns.map((_, i) => (i === 1 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

await main(async () => {
  const core = await loadCore()
  const wanted = await titlesOf(core.openDocument)
  const fillers = fillersFrom(wanted)
  console.log(
    `${wanted.length} titles, ${Object.keys(slips).length} slips, ${rounds} rounds; recall is of the ${shown} first.\n`,
  )
  const rows = []
  const details = []
  for (const size of sizes) {
    const texts = [
      ...wanted.slice(0, size),
      ...Array.from({ length: Math.max(0, size - wanted.length) }, (_, i) => fillers(i)),
    ]
    for (const [name, make] of Object.entries(libraries)) {
      const started = performance.now()
      const search = make(texts, core)
      const built = performance.now() - started
      const { recall, times } = measure(search, texts.slice(0, Math.min(size, wanted.length)), size)
      rows.push([
        size,
        name,
        ...[average(Object.values(recall)) * 100, built, quantile(times, 0.5), quantile(times, 0.95)].map((n) =>
          n.toFixed(1),
        ),
      ])
      details.push([size, name, ...Object.values(recall).map((each) => Math.round(each * 100))])
    }
  }
  console.log(table(['titles', 'library', 'recall %', 'index ms', 'median ms', '95 % ms'], rows))
  console.log(`\n${table(['titles', 'library', ...Object.keys(slips)], details)}`)
})

function measure(search, titles, size) {
  const random = randomNumbers(size)
  const times = []
  const recall = {}
  const sample = size > 10_000 ? titles.slice(0, 30) : titles
  for (const [name, slip] of Object.entries(slips)) {
    let found = 0
    let asked = 0
    for (let round = 0; round < (size > 10_000 ? 1 : rounds); round++) {
      for (const [i, title] of sample.entries()) {
        const query = slip(queryFrom(title, random), random).join(' ')
        if (query === '') continue
        const started = performance.now()
        const answer = search(query)
        times.push(performance.now() - started)
        asked++
        if (answer.slice(0, shown).includes(i)) found++
      }
    }
    recall[name] = found / asked
  }
  return { recall, times }
}

/** Two or three words of a title, in its order, as somebody remembers them. */
function queryFrom(title, random) {
  const words = (title.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).filter((word) => word.length > 2)
  const count = Math.min(words.length, 2 + random.below(2))
  const places = new Set()
  while (places.size < count) places.add(random.below(words.length))
  return [...places].sort((a, b) => a - b).map((i) => words[i])
}

async function titlesOf(openDocument) {
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(
    names.filter((name) => /\.md$/iu.test(name)).map((name) => readFile(join(folder, name), 'utf8')),
  )
  if (texts.length === 0) console.error(`There is no corpus at ${folder}, so titles are made up.`)
  const surveys = texts.length > 0 ? texts : [generateSurvey(60_000)]
  const titles = surveys.flatMap((text) =>
    openDocument(text).survey.references.map(({ title }) => title?.text.replace(/\s+/gu, ' ')),
  )
  // The same reference is in many revisions; a title of one word says nothing about orders and gaps.
  return [
    ...new Map(
      titles.filter((title) => title && title.split(' ').length > 2).map((title) => [title.toLowerCase(), title]),
    ).values(),
  ]
}

/** Titles of the same words in other company: what makes a title hard to find is others that resemble it. */
function fillersFrom(titles) {
  const words = titles.flatMap((title) => title.match(/[\p{L}\p{N}']+/gu) ?? [])
  const random = randomNumbers(7)
  return (i) => `${Array.from({ length: 4 + random.below(7) }, () => random.of(words)).join(' ')} ${i}`
}

/** The core is TypeScript, and matching is no part of its public face. */
async function loadCore() {
  const output = await mkdtemp(join(tmpdir(), 'survey-'))
  try {
    const outfile = join(output, 'core.mjs')
    const contents = ['document', 'suggest/match', 'text/fold'].map((file) => `export * from './${file}';`).join('\n')
    await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL('../../server/src/core', import.meta.url)) },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(output, { recursive: true })
  }
}

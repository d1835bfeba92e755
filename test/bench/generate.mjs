// `node test/bench/generate.mjs 1MB > survey.md`: a survey for measuring. The same size is the same text, on every machine.
import { fileURLToPath } from 'node:url'
import { Failure, main } from '../../scripts/host/failure.mjs'
import { bytesOf } from './sizes.mjs'

const sections = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']

const makers = [
  ...[
    'Alder',
    'Bramling',
    'Calder',
    'Dunlin',
    'Eider',
    'Fennec',
    'Grebe',
    'Hawthorn',
    'Ibex',
    'Jackdaw',
    'Kestrel',
    'Linnet',
    'Marten',
    'Næss',
  ],
  ...[
    'Osprey',
    'Plover',
    'Quail',
    'Redstart',
    'Siskin',
    'Tjäder',
    'Umber',
    'Vireo',
    'Whimbrel',
    'Xerus',
    'Yaffle',
    'Zander',
    'Ørsund',
    'Świt',
    '北風',
  ],
]
const places = [
  'North',
  'Harbour',
  'Valley',
  'Plateau',
  'Island',
  'Delta',
  'Ridge',
  'Fjord',
  'Basin',
  'Coast',
  'Steppe',
  'Lagoon',
  'Moor',
]
const methods = [
  'Gravity Shaft',
  'Flow Cell',
  'Brick Heat Store',
  'Air Cavern',
  'Pumped Quarry',
  'Flywheel Hall',
  'Iron Cell',
  'Ice Tank',
  'Hydride Bed',
]

const things = [
  ...[
    'the winch',
    'a membrane',
    'the turbine',
    'each stack of cells',
    'the cavern',
    'a control room',
    'the grid operator',
    'an old mine',
  ],
  ...[
    'the heat exchanger',
    'one container',
    'a rotor of steel',
    'the electrolyte',
    'the lower basin',
    'a village co-operative',
    'the pilot plant',
  ],
]
const deeds = [
  ...[
    'takes up surplus wind power',
    'gives back four fifths of what it stored',
    'needs maintenance every other winter',
    'can be built from local stone',
  ],
  ...[
    'reacts within a few seconds',
    'loses little over a week',
    'has run for a decade without a fault',
    'depends on a rare metal',
    'was designed for mild climates',
  ],
  ...[
    'shifts the noon peak of solar power to the evening',
    'stands idle for most of the year',
    'has to be insured against flooding',
    'costs less with every unit',
  ],
]
const joints = [
  ', and ',
  ', but ',
  ', because ',
  ' while ',
  ', although ',
  '; meanwhile, ',
  ' as soon as ',
  ', so that ',
]
const asides = [
  '*in theory*',
  '(more in `annex B`)',
  'at 40 °C',
  '**on average**',
  '– as of today –',
  'see [the overview](https://example.net/overview)',
  'for ≈ 30 €/kWh',
  '🔋',
]

/** A survey of `size` bytes, up to one initiative more. */
export function generateSurvey(size) {
  const random = randomNumbers(size)
  const opening = `# Grid-Scale Energy Storage\n\n## Introduction\n\n${paragraph(random, 6)}\n\n## Current initiatives\n`
  const initiatives = []
  const references = ['\n## References\n']
  let bytes = Buffer.byteLength(opening)
  while (bytes < size) {
    const made = initiative(random, initiatives.length, references.length)
    initiatives.push(made.text)
    references.push(...made.references)
    bytes += [made.text, ...made.references].reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0)
  }
  return [opening, ...initiatives, ...references, ''].join('\n')
}

/** Cited in the order of the list for the most part, and now and then a source from before. */
function initiative(random, index, firstReference) {
  const count = 5 + random.below(4)
  let cited = 0
  const cite = () => {
    // Now and then one is left out, or cited again later.
    if (cited < count && random.below(10) < 9) cited += random.below(30) === 0 ? 2 : 1
    const newest = firstReference + Math.max(0, Math.min(cited, count) - 1)
    if (random.below(8) === 0) return ` [${newest}], [${1 + random.below(firstReference)}]`
    return ` [${random.below(10) < 8 ? newest : 1 + random.below(firstReference)}]`
  }
  const lines = [`### #${index + 1} ${title(index)}`, '']
  for (const section of sections) {
    if (random.below(200) === 0) continue
    lines.push(`#### ${section}`, '', body(random, cite), '')
  }
  return {
    text: lines.join('\n'),
    references: Array.from({ length: count }, (_, i) => reference(random, firstReference + i)),
  }
}

/** No two alike. */
function title(index) {
  const parts = [makers, places, methods].map((names, i, lists) => {
    const before = lists.slice(0, i).reduce((product, { length }) => product * length, 1)
    return names[Math.floor(index / before) % names.length]
  })
  const round = Math.floor(index / (makers.length * places.length * methods.length))
  return `${parts.join(' ')}${round > 0 ? ` ${round + 1}` : ''}`
}

function body(random, cite) {
  const kind = random.below(40)
  if (kind === 0) return '???'
  if (kind === 1) return 'None.'
  if (kind === 2) return `${paragraph(random, 2, cite)}\n\nStill to be found out: ???.`
  if (kind < 18) return list(random, 3 + random.below(4), cite)
  if (kind === 18) return table(random, cite)
  return Array.from({ length: 1 + random.below(3) }, () => paragraph(random, 2 + random.below(4), cite)).join('\n\n')
}

const list = (random, length, cite) =>
  Array.from({ length }, () => `- ${paragraph(random, 1 + random.below(2), cite).replaceAll('\n', '\n  ')}`).join('\n')

function table(random, cite) {
  const rows = Array.from(
    { length: 4 },
    (_, i) => `| ${2019 + i} | ${10 + random.below(90)} MWh | ${random.of(deeds)}${cite()} |`,
  )
  return ['| Year | Capacity | Remark |', '| ---- | -------: | ------ |', ...rows].join('\n')
}

const paragraph = (random, sentences, cite) =>
  wrapped(Array.from({ length: sentences }, () => sentence(random, cite)).join(' '))

function sentence(random, cite) {
  const clause = () => `${random.of(things)} ${random.of(deeds)}`
  const words = `${clause()}${random.below(3) === 0 ? '' : random.of(joints) + clause()}${random.below(7) === 0 ? ` ${random.of(asides)}` : ''}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${cite && random.below(3) === 0 ? cite() : ''}.`
}

/** Lines of at most 112 characters, as authors keep them for the sake of their diffs. */
const wrapped = (text) => text.replace(/(?=.{113})(.{1,112}) /gu, '$1\n')

function reference(random, number) {
  const words = `${random.of(things)} that ${random.of(deeds)}, part ${number}`
  const page = `https://${random.of(['energy', 'storage', 'grid'])}.example.org/${random.of(['reports', 'papers', 'news'])}/${number}`
  const accessed =
    random.below(80) === 0
      ? ''
      : `, Date accessed: ${[2018 + random.below(8), 1 + random.below(12), 1 + random.below(28)].map((part) => String(part).padStart(2, '0')).join('-')}`
  return `[${number}] ${words.charAt(0).toUpperCase()}${words.slice(1)}, ${page}${accessed}.\n`
}

/** Numbers that only look like chance (a linear congruential generator, whose low bits are the weak ones). */
export function randomNumbers(seed) {
  let state = seed | 0
  const below = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return Math.floor(((state >>> 8) / 2 ** 24) * limit)
  }
  return { below, of: (items) => items[below(items.length)] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const [size, ...rest] = process.argv.slice(2)
    if (size === undefined || rest.length > 0)
      throw new Failure('Usage: node test/bench/generate.mjs SIZE > FILE, where SIZE is 100kB, 1MB …')
    process.stdout.write(generateSurvey(bytesOf(size)))
  })
}

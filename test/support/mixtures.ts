import fc from 'fast-check'

/**
 * Surveys whose prose cites in every mixture of single numbers, addresses behind them, ranges and groups; and a reader of them that shares
 * nothing with the product. For properties about what becomes of citations when numbers change.
 */
const DASHES = ['–', '–', '-', '—', ' – ', ' to ', '…', '---', '&ndash;', '–\n', '\n–']
const JOINTS = [', ', ', ', ' ', '', ' and ', '; ', ',', '.', ' (', ') ', ' words ']
const COMMAS = [', ', ', ', ',', '; ', ' , ', ',  ', ',\n']
const AROUND: readonly (readonly [before: string, after: string])[] = [
  [' ', ''],
  [' ', ''],
  [' (', ')'],
  ['', ''],
  [' **', '**'],
  [' “', '”'],
]
const BLOCKS = ['', '', '', '- ', '> ', '1. ', '- > ', '###### ', '| a | ']

const MANNERS = ['plain', 'plain', 'double', 'linked', 'linked', 'linked', 'page', 'titled', 'angled', 'named'] as const
type Manner = (typeof MANNERS)[number]

/** Where a citation stands, by the place of its source in the list. */
const single = fc.record({ at: fc.nat(9), manner: fc.constantFrom(...MANNERS) })
const range = fc.record({
  ends: fc.array(single, { minLength: 2, maxLength: 3 }),
  dash: fc.constantFrom(...DASHES),
  rising: fc.boolean(),
})
const group = fc.record({
  parts: fc.array(fc.oneof(fc.nat(9), fc.tuple(fc.nat(9), fc.nat(9))), { minLength: 1, maxLength: 4 }),
  comma: fc.constantFrom(...COMMAS),
  dash: fc.constantFrom('-', '–', ' – '),
})
const piece = fc.oneof(
  single.map((one) => ({ kind: 'single' as const, ...one })),
  { weight: 2, arbitrary: range.map((one) => ({ kind: 'range' as const, ...one })) },
  group.map((one) => ({ kind: 'group' as const, ...one })),
)
const line = fc.record({
  block: fc.constantFrom(...BLOCKS),
  around: fc.constantFrom(...AROUND),
  pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
  joints: fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...JOINTS) }, fc.constant('–')), {
    minLength: 3,
    maxLength: 3,
  }),
})

/**
 * Surveys whose prose cites in every mixture of single numbers, addresses behind them, ranges and groups. What a line says stands between
 * `L0:` and `;;`, as `readMixture` wants it.
 */
export const anyMixture: fc.Arbitrary<string> = fc
  .record({
    numbers: fc.oneof(
      fc.integer({ min: 2, max: 7 }).map((length) => Array.from({ length }, (_, i) => i + 1)),
      fc.integer({ min: 2, max: 7 }).chain((length) =>
        fc.shuffledSubarray(
          Array.from({ length }, (_, i) => i + 1),
          { minLength: length },
        ),
      ),
      fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 2, maxLength: 7 }),
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    copies: fc.constantFrom(0, 0, 1, 2),
    label: fc.constantFrom('[N]', '[[N]]', '[[N]](URL)', 'N.', '- [N]', '[^N]:', '[^N]:'),
    footnotes: fc.constantFrom('listed', 'last', 'among'),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
    head: fc.constantFrom('', '', '\ufeff'),
    end: fc.constantFrom('\n', ''),
  })
  .map(({ numbers, lines, copies, label, footnotes, lineBreak, head, end }) => {
    const isFootnoted = label === '[^N]:'
    const addresses = numbers.map((_, i) => ADDRESSES[i < copies * 2 ? i - (i % 2) : i] ?? '')
    const entries = numbers.map((number, i) => {
      const address = addresses[i] ?? ''
      return `${label.replace('N', String(number)).replace('URL', address)} Source ${'abcdefg'[i]}, ${address}, Date accessed: 2018-06-07.`
    })
    const listed = (at: number): number => at % numbers.length
    const cite = ({ at, manner }: { at: number; manner: Manner }): string =>
      FORMS[isFootnoted ? 'footnote' : manner](String(numbers[listed(at)]), addresses[listed(at)] ?? '')
    const byNumber = (ats: readonly number[], rising = true): readonly number[] =>
      rising ? [...ats].sort((a, b) => (numbers[listed(a)] ?? 0) - (numbers[listed(b)] ?? 0)) : ats
    const written = (each: (typeof lines)[number]['pieces'][number]): string => {
      if (each.kind === 'single') return cite(each)
      if (each.kind === 'group' && isFootnoted)
        return each.parts
          .flat()
          .map((at) => cite({ at, manner: 'plain' }))
          .join('')
      if (each.kind === 'group')
        return `[${each.parts
          .map((part) =>
            typeof part === 'number'
              ? String(numbers[listed(part)])
              : byNumber(part)
                  .map((at) => numbers[listed(at)])
                  .join(each.dash),
          )
          .join(each.comma)}]`
      const ats = byNumber(
        each.ends.map(({ at }) => at),
        each.rising,
      )
      return each.ends.map(({ manner }, i) => cite({ at: ats[i] ?? 0, manner })).join(each.dash)
    }
    const prose = lines.map(({ block, around: [before, after], pieces, joints }, i) => {
      const words = pieces.map((each, k) => (k === 0 ? '' : (joints[k - 1] ?? '')) + written(each)).join('')
      const line = `L${i}:word${before}${words}${after};;`
      return block + (/[|#]/u.test(block) ? line.replaceAll('\n', '') : line)
    })
    const gap = label === 'N.' || label === '- [N]' || isFootnoted ? '\n' : '\n\n'
    const isAmong = isFootnoted && footnotes === 'among'
    const blocks = isAmong
      ? Array.from({ length: Math.max(prose.length, entries.length) }, (_, i) =>
          [prose[i], entries[i] === undefined ? undefined : `${entries[i]}${i % 3 === 0 ? '\n\n    Indented.' : ''}`]
            .filter((block) => block !== undefined)
            .join('\n\n'),
        )
      : [...prose, ...(isFootnoted && footnotes === 'last' ? [] : ['## References']), entries.join(gap)]
    const text = `---\nsurvey: true\n---\n\n${blocks.join('\n\n')}${end}`
    return head + text.replaceAll('\n', lineBreak)
  })

const ADDRESSES = [
  'https://a.org/x',
  'https://b.org/x_(y)',
  'https://c.org/?q=1&r=2',
  'http://d.org',
  'https://e.org/x,y',
  'https://f.org/-/x',
  'https://g.org/[1]/z',
]

const FORMS: Readonly<Record<Manner | 'footnote', (number: string, address: string) => string>> = {
  plain: (number) => `[${number}]`,
  double: (number) => `[[${number}]]`,
  linked: (number, address) => `[[${number}]](${address})`,
  page: (number, address) => `[[${number}]](${address}#page=7)`,
  titled: (number, address) => `[[${number}]](${address} "Source")`,
  angled: (number, address) => `[[${number}]](<${address}>)`,
  named: (number) => `[[${number}]][${number}]`,
  footnote: (number) => `[^${number}]`,
}

export interface MixtureRead {
  /** The source that has each number. */
  readonly list: ReadonlyMap<number, MixtureSource>
  readonly lines: readonly MixtureLine[]
}

interface MixtureSource {
  /** Its letter; its address where that tells sources apart. */
  readonly name: string
  readonly address: string
}

export interface MixtureLine {
  /** The names of the sources that it cites, each once and in order; `?` for what is in no list. */
  readonly cited: readonly string[]
  /** What stands behind numbers, with the source of that number. */
  readonly addresses: readonly { readonly source: MixtureSource; readonly address: string }[]
  /** The letters outside citations. */
  readonly words: string
}

const ENTRY = /^(?:- )?\[*\^?(\d+)[\].]+:?(?:\(\S*\))? Source ([a-g]), (\S+), Date/gmu
const CITATION = /\[\[(\d+)\]\](?:\[\1\])?(\((?:<[^<>]*>|[^()\s]|\([^()]*\)| "[^"]*")*\))?|\[\^?(\d[\d\s,;>–-]*)\]/gu
const DASH = /^[\s>]*(?:-{1,3}|[–—…]|&ndash;|\bto\b)[\s>]*$/u

/** What a mixture says, found out in the plainest way, and with nothing of the product's. */
export function readMixture(text: string, { byAddress = false } = {}): MixtureRead {
  const list = new Map<number, MixtureSource>()
  for (const [, number, letter = '', address = ''] of text.matchAll(ENTRY))
    list.set(Number(number), { name: byAddress ? address : letter, address })
  const sourceOf = (number: number): MixtureSource => list.get(number) ?? { name: '?', address: '?' }
  const lines = [...text.matchAll(/L\d+:(.*?);;/gsu)].map(([, line = '']): MixtureLine => {
    const cited = new Set<string>()
    const addresses: { source: MixtureSource; address: string }[] = []
    const range = (from: number, to: number): void => {
      for (let number = from + 1; number < to; number++) if (list.has(number)) cited.add(sourceOf(number).name)
    }
    let end = 0
    let last: number | undefined
    let words = ''
    for (const match of line.matchAll(CITATION)) {
      const between = line.slice(end, match.index)
      const numbers = (match[1] ?? match[3] ?? '').split(/[,;]/u).flatMap((part) => {
        const [from = 0, to = from] = part.split(/[–-]/u).map((each) => Number(each.replace(/[\s>]/gu, '')))
        range(from, to)
        return from === to ? [from] : [from, to]
      })
      if (last !== undefined && DASH.test(between)) range(last, numbers[0] ?? 0)
      else words += between
      for (const number of numbers) cited.add(sourceOf(number).name)
      if (match[2]) addresses.push({ source: sourceOf(numbers[0] ?? 0), address: match[2] })
      last = numbers.at(-1)
      end = match.index + match[0].length
    }
    return {
      cited: [...cited].sort(),
      addresses,
      words: (words + line.slice(end)).replace(/\band\b|[^\p{L}“”*]/gu, ''),
    }
  })
  return { list, lines }
}

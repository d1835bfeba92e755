import { describe, expect, test } from 'vitest'
import { openDocument, suggestCitations } from '../../server/src/core'
import { fixture } from '../support/fixture'

const LIST = [
  '[1] Counterfactual: Generalized State Channels, J. Coleman, https://l4.ventures/papers/statechannels.pdf, Date accessed: 2018-06-07.',
  '[2] Plasma: Scalable Autonomous Smart Contracts, J. Poon and V. Buterin, https://plasma.io/plasma.pdf, 2017, Date accessed: 2018-06-07.',
  '[3] The Bitcoin Lightning Network, J. Poon and T. Dryja, https://lightning.network/paper.pdf, 2016, Date accessed: 2019-01-02.',
  '[4] Über Gödels Sätze, K. Gödel, https://example.org/goedel, Date accessed: 2018-06-07.',
  '[5] 状态通道与等离子体, 王小明, https://example.cn/a, Date accessed: 2018-06-07.',
  '[6] Scaling Ethereum with Rollups, B. Whitehat, https://github.com/barryWhiteHat/roll_up, Date accessed: 2018-06-07.',
]

const survey = (prose: string): string => `---
survey: true
---
# Scaling

## Current initiatives

### #1 Sidechains

${prose}

## References

${LIST.join('\n\n')}
`

function offered(prose: string, lineBreak = '\n'): readonly number[] | undefined {
  const { text, cursor = 0 } = fixture(survey(prose), lineBreak)
  return suggestCitations(openDocument(text), cursor)?.items.map(({ reference }) => reference.number)
}

describe('what is typed finds a source by anything one remembers of it', () => {
  test.each<[typed: string, numbers: readonly number[]]>([
    ['lightning', [3]],
    ['lightnig', [3]],
    ['ligthning', [3]],
    ['lihgtning network', [3]],
    ['network lightning', [3]],
    ['kightning', [3]],
    ['poon', [2, 3]],
    ['poon 2016', [3]],
    ['2016', [3]],
    ['dryja bitcoin', [3]],
    ['github', [6]],
    ['l4.ventures', [1]],
    ['plasma.io', [2]],
    ['godel', [4]],
    ['gödel', [4]],
    ['GÖDELS SÄTZE', [4]],
    ['uber satze', [4]],
    ['等离子', [5]],
    ['状态通道', [5]],
    ['generalised channels', [1]],
    ['channels wrongword', [1]],
    ['rollup', [6]],
    ['3', [3]],
    ['zebra', []],
    ['-', []],
    ['"poon', [2, 3]],
  ])('[%s', (typed, numbers) => {
    expect(offered(`See [${typed}$0`)).toEqual(numbers)
  })

  test('the year a source was read counts as well, after its number', () => {
    expect(offered('See [2019$0')).toEqual([3])
    expect(offered('See [2$0')).toEqual([2])
  })
})

describe.each(['\n', '\r\n'])('with nothing typed (%j)', (lineBreak) => {
  test('the order is that of the list', () => {
    expect(offered('😀 See [$0', lineBreak)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('what is written around the cursor comes first', () => {
    expect(offered('Some say that payments over the Lightning Network are cheap [$0].', lineBreak)?.[0]).toBe(3)
    expect(offered('Rollups, says Whitehat, [$0] scale.', lineBreak)?.[0]).toBe(6)
    expect(offered('漢字 等离子体 [$0', lineBreak)?.[0]).toBe(1)
    expect(offered('状态通道与等离子体 [$0', lineBreak)?.[0]).toBe(5)
  })

  test('what was cited a moment ago comes before what was cited earlier, then what is cited often', () => {
    expect(offered('A [6]. B [4]. C [$0].\n\nD [2]. E [2]. F [5].', lineBreak)).toEqual([4, 6, 2, 5, 1, 3])
  })

  test('the rest of a group does not offer itself again', () => {
    expect(offered('A [6]. B ([4], [5], [$0]).', lineBreak)?.[0]).toBe(6)
  })

  test('what is cited behind the cursor is not recent', () => {
    expect(offered('A [4]. B [$0]. C [6].', lineBreak)?.slice(0, 2)).toEqual([4, 6])
  })
})

test('between equal matches, what was cited a moment ago comes first', () => {
  expect(offered('A [poon$0')).toEqual([2, 3])
  expect(offered('A [3]. B [poon$0')).toEqual([3, 2])
})

test('inside a whole citation every other one may take its place', () => {
  expect(offered('A [3$0] b')).toEqual([3, 1, 2, 4, 5, 6])
  const { text, cursor = 0 } = fixture(survey('A [3$0] b'))
  const { replace } = suggestCitations(openDocument(text), cursor) ?? { replace: { from: 0, to: 0 } }
  expect(text.slice(replace.from, replace.to)).toBe('[3]')
})

test('each of several cursors has edits of its own line', () => {
  const { text } = fixture(survey('A [\nB [\nC [pl'))
  const document = openDocument(text)
  const edits = [...text.matchAll(/^([ABC]) \[(?:pl)?$/gmu)].map(
    ({ index, 0: line }) => suggestCitations(document, index + line.length)?.replace,
  )
  expect(edits.map((span) => span && text.slice(span.from, span.to))).toEqual(['[', '[', '[pl'])
})

// An editor closes its list when there is nothing in it, and what is typed on does not open it again.
describe('letter by letter, what is typed never loses the source that it is of', () => {
  const MORE = [
    '[10] Node.js in practice, A. Writer, https://medium.com/@writer/node-js, Date accessed: 2018-06-07.',
    '[11] Anonymous multi-hop locks, G. Malavolta and P. Moreno-Sánchez, https://eprint.iacr.org/2018/472.pdf, Date accessed: 2018-06-07.',
    '[12] RSK, a 2-way peg, S. Lerner, https://www.rsk.co/whitepaper, Date accessed: 2018-06-07.',
    '[13] Payment channels, https://en.bitcoin.it/wiki/Payment_channels, Date accessed: 2018-06-07.',
    '[14] Contracts, https://en.bitcoin.it/wiki/Contract#Trading, Date accessed: 2018-06-07.',
    "[15] A reader’s guide to Layer&nbsp;2: what works & what doesn't, https://example.org/a?b=c&d=~e, Date accessed: 2018-06-07.",
    '[16] Two&#8209;phase commit (revisited), J. Gray, https://example.org/gray/, Date accessed: 2018-06-07.',
    '[17] On Bitcoin and 51% attacks, http://www.medium.com/51, Date accessed: 2018-06-07.',
    '[18] C++ and C# at scale, https://example.org/cpp_cs/2-3.html, Date accessed: 2018-06-07.',
  ]
  const INTRO = /^(?:ht{0,2}|https?:{0,1}\/{0,2}|(?:https?:\/\/)?w{1,3})$/iu
  const offeredOf = (typed: string): readonly number[] => {
    const { text, cursor = 0 } = fixture(
      survey(`See [${typed}$0]`).replace(LIST.at(-1) ?? '', `$&\n\n${MORE.join('\n\n')}`),
    )
    return suggestCitations(openDocument(text), cursor)?.items.map(({ reference }) => reference.number) ?? []
  }
  test.each<[typed: string, first: number]>([
    ['medium.com/@writer', 10],
    ['https://medium.com/@writer/node-js', 10],
    ['www.medium.com/51', 17],
    ['http://www.medium.com/51', 17],
    ['medium.com/51', 17],
    ['node.js', 10],
    ['anonymous multi-hop', 11],
    ['anonymous multi-hop locks', 11],
    ['moreno-sanchez', 11],
    ['Moreno-Sánchez', 11],
    ['iacr.org/2018/472', 11],
    ['www.rsk.co', 12],
    ['https://rsk.co/whitepaper', 12],
    ['HTTPS://WWW.RSK.CO/', 12],
    ['rsk.co', 12],
    ['2-way', 12],
    ['2-way peg', 12],
    ['a 2-way', 12],
    ['en.bitcoin.it/wiki/Pay', 13],
    ['https://en.bitcoin.it/wiki/Contract#', 14],
    ['bitcoin.it/wiki/contract', 14],
    ["reader's guide", 15],
    ['reader’s guide to layer 2: what works', 15],
    ["what doesn't", 15],
    ['example.org/a?b=c&d=~', 15],
    ['two-phase commit (rev', 16],
    ['51% attacks', 17],
    ['C++ and C# at', 18],
    ['example.org/cpp_cs/2-3', 18],
  ])('%s', (typed, first) => {
    const isLost = (begun: string): boolean =>
      // What every address begins with narrows nothing, and a number alone is a number.
      INTRO.test(begun) || /^\d+$/u.test(begun) ? offeredOf(begun).length === 0 : !offeredOf(begun).includes(first)
    const lost = Array.from({ length: typed.length }, (_, i) => typed.slice(0, i + 1)).filter(isLost)
    expect(lost).toEqual([])
    expect(offeredOf(typed)[0]).toBe(first)
  })

  test('numbers that are a range, or are to be one, find what is called so, and nothing else', () => {
    expect(offeredOf('2-')).toEqual([12])
    expect(offeredOf('2–')).toEqual([12])
    expect(offeredOf('12-')).toEqual([])
    expect(offeredOf('2-5')).toEqual([])
    expect(offeredOf('1 - 5')).toEqual([])
  })
})

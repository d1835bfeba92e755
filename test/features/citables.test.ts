import { expect, test } from 'vitest'
import { citables } from '../../server/src/features/citables'
import { ask, check } from '../support/check'
import { inEmphasis, inHeadings } from '../support/sample'

const PLASMA = '[7] Plasma: a primer (J. Poon and V. Buterin, plasma.io, 2018-06-07)'
const ROOTSTOCK = '[12] Rootstock (rsk.co, 2018-06-08)'

test.each([
  ['', [PLASMA, ROOTSTOCK]],
  ['rsk', [ROOTSTOCK]],
  ['plamsa', [PLASMA]],
  ['12', [ROOTSTOCK]],
  ['poon 2018', [PLASMA]],
  ['zebra', []],
])('what was typed (%j) finds, wherever the cursor is in prose', async (typed, rows) => {
  for (const prose of ['See $0.', 'See [$0].', 'See [7$0].'])
    expect([...(await check(citables, inHeadings(prose), { params: { typed } }))].sort()).toEqual([...rows].sort())
})

test.each([
  ['one word', 'x'.repeat(100_000), []],
  ['words', `plasma ${'primer '.repeat(20_000)}`, [PLASMA]],
  ['letters beyond 16 bits', '𝒳'.repeat(50_000), []],
  ['half a letter', '\ud800', []],
  ['brackets', '['.repeat(100_000), []],
  ['a word that goes on', `rootstock${'x'.repeat(10_000)}`, []],
])('what was pasted into the box: %s, in no time', async (_, typed, rows) => {
  const start = performance.now()
  expect(await check(citables, inHeadings('See $0.'), { params: { typed } })).toEqual(rows)
  expect(performance.now() - start).toBeLessThan(1000)
})

test('the best for the words around comes first', async () => {
  expect(await check(citables, inHeadings('Rootstock is a sidechain $0.').replace('#1 Plasma', '#1 Other'))).toEqual([
    ROOTSTOCK,
    PLASMA,
  ])
  expect(await check(citables, inHeadings('Plasma is no sidechain $0.'))).toEqual([PLASMA, ROOTSTOCK])
})

test('an entry that nothing can be told of is shown as it is written', async () => {
  expect(
    await check(
      citables,
      inHeadings('x $0').replace('Rootstock, https://rsk.co/about, Date accessed: 2018-06-08.', '???'),
    ),
  ).toContain('[12] ??? ()')
})

test('a survey without references has none, and is no place refused', async () => {
  expect(await check(citables, inHeadings('x $0').replace(/^\[\d.*$/gmu, ''))).toEqual([])
})

test('refused where nothing can be cited', async () => {
  expect(await check(citables, inHeadings('`co$0de`'))).toEqual([expect.stringContaining('into prose')])
  expect(await check(citables, inEmphasis('x').replace('[12]: h', '[12$0]: h'))).toEqual([
    expect.stringContaining('reference list'),
  ])
})

test('nothing for another version, or in a file that is no survey', async () => {
  expect((await ask(citables, inHeadings('See $0.'), { params: { version: 8 } })).answer).toBeNull()
  expect((await ask(citables, '# Read me\n\nSee $0.')).answer).toBeNull()
})

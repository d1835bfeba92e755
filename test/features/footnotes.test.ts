import { describe, expect, test } from 'vitest'
import { cite } from '../../server/src/features/cite'
import { completion } from '../../server/src/features/completion'
import { definition } from '../../server/src/features/definition'
import { hover } from '../../server/src/features/hover'
import { references } from '../../server/src/features/references'
import { rename } from '../../server/src/features/rename'
import { citableId } from '../../server/src/features/shared/citableId'
import { check } from '../support/check'

const inFootnotes = (prose: string): string => `---
survey: true
---

${prose}

[^7]: Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
[^12]: Rootstock, https://rsk.co, Date accessed: 2018-06-14.
`

describe('completion', () => {
  test.each([
    ['See [$0', 'See [^7]$0'],
    ['See [^$0', 'See [^7]$0'],
    ['See [^$0]', 'See [^7]$0'],
    ['See[^$0].', 'See[^7]$0.'],
    ['See [^7][^$0]', 'See [^7][^7]$0'],
    ['See [^pri$0', 'See [^7]$0'],
    ['See [^7$0]', 'See [^7]$0'],
    ['- [^$0', '- [^7]$0'],
  ])('%s', async (prose, written) => {
    expect(await check(completion, inFootnotes(prose))).toContain(`[7] Plasma: a primer → ${written}`)
  })

  test.each(['![^$0', '\\[^$0', '`[^$0', '- [$0', '[text][^$0', 'x', '2^$0'])('nothing: %s', async (prose) => {
    expect(await check(completion, inFootnotes(prose))).toEqual([])
  })

  test('nothing in a footnote, nor where the list has its numbers in brackets', async () => {
    expect(await check(completion, inFootnotes('x').replace('Rootstock', 'Rootstock [^$0'))).toEqual([])
    expect(await check(completion, inFootnotes('x [^$0').replaceAll('[^7]:', '## References\n\n[7]'))).toEqual([])
  })
})

test('to the footnote and back', async () => {
  expect(await check(definition, inFootnotes('See[^$07].'))).toEqual(['7:1 “[^7]”'])
  expect(await check(definition, inFootnotes('See[^7], [^7].').replace('[^7]: P', '[^$07]: P'))).toEqual([
    '5:6 “7”',
    '5:12 “7”',
  ])
  expect(await check(references, inFootnotes('See[^7]$0.'))).toEqual(['5:6 “7”', '7:3 “7”'])
})

test('what a footnote says', async () => {
  expect(await check(hover, inFootnotes('See[^$07].'))).toEqual([
    '5:4 “[^7]”',
    expect.stringContaining('Plasma: a primer'),
  ])
})

test('what is chosen is cited, a new source becomes a footnote', async () => {
  const source = { title: 'Truebit', url: 'https://truebit.io' }
  const written = await check(cite, inFootnotes('See this$0.'), {
    params: { ids: [citableId(7), citableId(source)] },
  })
  expect(written.join('\n')).toContain('See this[^7][^13].')
  expect(written.join('\n')).toContain('[^13]: Truebit, https://truebit.io')
})

test('another number', async () => {
  const [renamed] = await check(rename, inFootnotes('See[^$07], [^12].'), { params: { newName: '12' } })
  expect(renamed).toContain('See[^12], [^7].')
  expect(renamed).toContain('[^7]: Rootstock')
})

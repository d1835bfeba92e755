import { describe, expect, test } from 'vitest'
import { openDocument, type Reference } from '../../server/src/core'
import { isoDate } from '../../server/src/core/references/dates'

const referencesIn = (list: string): readonly Reference[] =>
  openDocument(`---\nsurvey: true\n---\nSaid [1].\n\n## References\n\n${list}\n`).survey.references

/** An entry, and what is found in it: style, title, authors, address, access date. */
const ENTRIES: readonly (readonly [
  entry: string,
  style: string,
  title: string | undefined,
  authors: string | undefined,
  url: string | undefined,
  accessed: string | undefined,
])[] = [
  [
    '[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.',
    'plain',
    'Plasma: a primer',
    undefined,
    'https://plasma.io/primer',
    '2018-06-07',
  ],
  [
    '[1] Plasma, in short, J. Poon and V. Buterin, http://plasma.io/plasma.pdf , Date accessed: 2018-06-14.',
    'plain',
    'Plasma, in short',
    'J. Poon and V. Buterin',
    'http://plasma.io/plasma.pdf',
    '2018-06-14',
  ],
  [
    '[1] Plasma, Poon J and Buterin V, http://plasma.io, Date accessed: 2018-06-14.',
    'plain',
    'Plasma',
    'Poon J and Buterin V',
    'http://plasma.io',
    '2018-06-14',
  ],
  [
    '[1] Plasma, Poon J et. al., http://plasma.io, Date accessed+: 2018-06-14',
    'plain',
    'Plasma',
    'Poon J et. al.',
    'http://plasma.io',
    '2018-06-14',
  ],
  ['[1] Plasma, Part I, https://plasma.io', 'plain', 'Plasma, Part I', undefined, 'https://plasma.io', undefined],
  [
    '[1] State Channels, Plasma, and Truebit, https://a.org',
    'plain',
    'State Channels, Plasma, and Truebit',
    undefined,
    'https://a.org',
    undefined,
  ],
  [
    '[1] J. Poon and V. Buterin, Plasma: Scalable, https://plasma.io, Date accessed: ????-??-??',
    'plain',
    'Plasma: Scalable',
    'J. Poon and V. Buterin',
    'https://plasma.io',
    '????-??-??',
  ],
  [
    '[1] Poon, J. & Buterin, V. (2017). Plasma: Scalable. https://plasma.io',
    'plain',
    'Plasma: Scalable.',
    'Poon, J. & Buterin, V.',
    'https://plasma.io',
    undefined,
  ],
  [
    '[1] The "new" thing, https://a.org, accessed 07 June 2018',
    'plain',
    'The "new" thing',
    undefined,
    'https://a.org',
    '07 June 2018',
  ],
  [
    '[1] The most accessed sites: a list, https://a.org, Date accessed: 2018/06/07',
    'plain',
    'The most accessed sites: a list',
    undefined,
    'https://a.org',
    '2018/06/07',
  ],
  [
    '[1] Plasma. URL: https://a.org/x_(y) (visited on 2018-06-07)',
    'plain',
    'Plasma',
    undefined,
    'https://a.org/x_(y)',
    '2018-06-07',
  ],
  ['[1] [Title](https://a.org)', 'plain', 'Title', undefined, 'https://a.org', undefined],
  [
    '[1] [Plasma](https://a.org/x_(y)), J. Poon, Date accessed: 2018-06-07.',
    'plain',
    'Plasma',
    'J. Poon',
    'https://a.org/x_(y)',
    '2018-06-07',
  ],
  ['[1] Title, [link](https://a.org)', 'plain', 'Title', undefined, 'https://a.org', undefined],
  ['[1] *Plasma*, J. Poon, <https://a.org>', 'plain', 'Plasma', 'J. Poon', 'https://a.org', undefined],
  ['[1] , , Date accessed: 2018-06-??.', 'plain', undefined, undefined, undefined, '2018-06-??'],
  ['[1] title, www.????.???, Date accessed: 2018-mm-dd.', 'plain', 'title', undefined, 'www.????.???', '2018-mm-dd'],
  [
    '[[1]] J. Poon and V. Buterin, "Plasma" [online]. Available: <https://plasma.io>. Date accessed: 2018&#8209;06&#8209;07.',
    'ieee',
    'Plasma',
    'J. Poon and V. Buterin',
    'https://plasma.io',
    '2018&#8209;06&#8209;07',
  ],
  [
    '[[1]] "Plasma" [Online.] Available at: https://plasma.io. Date accessed: 2018-06-07.',
    'ieee',
    'Plasma',
    undefined,
    'https://plasma.io',
    '2018-06-07',
  ],
  [
    '[[1]] “Plasma” (online). Available:\n<https://plasma.io>.\nDate accessed:\n2018‑06‑07.',
    'ieee',
    'Plasma',
    undefined,
    'https://plasma.io',
    '2018‑06‑07',
  ],
  [
    '[1] J. Poon, "Plasma," 2017. [Online]. Available: https://plasma.io. [Accessed: 7-Jun-2018].',
    'ieee',
    'Plasma',
    'J. Poon',
    'https://plasma.io',
    '7-Jun-2018',
  ],
  [
    '[[1]]: A. B, "The "new" thing" [online]. Available: <https://a.org>. Date accessed: June 7, 2018.',
    'ieee',
    'The "new" thing',
    'A. B',
    'https://a.org',
    'June 7, 2018',
  ],
  [
    '[1] A. Poelstra, 4 March 2017, "Scripts" [online]. Available: <https://a.org>.',
    'ieee',
    'Scripts',
    'A. Poelstra',
    'https://a.org',
    undefined,
  ],
  [
    '[1] NANO: "Currency for all" [online]. Available: <https://nano.org>.',
    'ieee',
    'Currency for all',
    'NANO',
    'https://nano.org',
    undefined,
  ],
  [
    '[1] "Braiding", in Conference: _Hong Kong_ [online]. Available: 7&nbsp;Dec&nbsp;2015, <https://a.org>. Date&nbsp;accessed: 2018-07-27.',
    'ieee',
    'Braiding',
    undefined,
    'https://a.org',
    '2018-07-27',
  ],
  [
    '[1] M. Other, Hivemind Website [online]. Available: <http://b.com>.',
    'ieee',
    'Hivemind Website',
    'M. Other',
    'http://b.com',
    undefined,
  ],
]

describe('what is read of an entry', () => {
  test.each(ENTRIES)('%s', (entry, ...found) => {
    const [{ style, title, authors, url, accessed } = { style: 'none' } as Reference, ...others] = referencesIn(entry)
    expect(others).toEqual([])
    expect([style, title?.text, authors?.text, url?.text, accessed?.text]).toEqual(found)
  })
})

test.each<[text: string, day: string | undefined]>([
  ['2018-06-07', '2018-06-07'],
  ['2018/6/7', '2018-06-07'],
  ['2018&#8209;06&#8209;07', '2018-06-07'],
  ['2018‑06‑07', '2018-06-07'],
  ['07 June 2018', '2018-06-07'],
  ['June 7th, 2018', '2018-06-07'],
  ['7-Jun-2018', '2018-06-07'],
  ['7&nbsp;Sept.&nbsp;2018', '2018-09-07'],
  ['2016-02-29', '2016-02-29'],
  ['2018-02-29', undefined],
  ['2018-13-01', undefined],
  ['0018-06-07', undefined],
  ['2018-06-??', undefined],
  ['June 2018', undefined],
  ['2018', undefined],
  ['7 Juni 2018', undefined],
  ['07/06/2018', undefined],
  ['7 7 2018', undefined],
])('the day of %s is %s', (text, day) => {
  expect(isoDate(text)).toBe(day)
})

test('an ordered list is a list of references, counted as Markdown counts it', () => {
  expect(
    referencesIn('1. One, https://a.org\n2) Two,\n   https://b.org\n\n   More about it.\n3. [7] Three').map(
      ({ number, title, url }) => [number, title?.text, url?.text],
    ),
  ).toEqual([
    [1, 'One', 'https://a.org'],
    [2, 'Two', 'https://b.org'],
    [7, 'Three', undefined],
  ])
  expect(referencesIn('1. One\n1. Two\n1. Three').map(({ number }) => number)).toEqual([1, 2, 3])
  expect(referencesIn('- One\n- Two\n\n0. Three')).toEqual([])
})

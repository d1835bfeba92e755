import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arxivIn, doiIn, normalAddress } from '../../server/src/core/references/address'
import { holds } from '../support/property'

describe('one source has one address', () => {
  test.each<readonly string[]>([
    [
      'https://plasma.io/primer',
      'http://www.plasma.io/primer/',
      'HTTPS://PLASMA.IO/primer',
      '<https://plasma.io/primer>',
      'https://plasma.io/primer.',
      'https://plasma.io/primer?utm_source=x&utm_medium=mail',
      'https://plasma.io/primer/?fbclid=a1',
      'https://plasma.io/primer?gclid=1#:~:text=plasma',
    ],
    [
      'https://a.org/p?id=7',
      'https://a.org/p?utm_source=x&id=7',
      'a.org/p?id=7&mc_cid=1&mc_eid=2',
      'https://a.org/p?id=7&amp;utm_term=x',
    ],
    [
      'https://doi.org/10.1000/xyz',
      'http://dx.doi.org/10.1000/XYZ',
      'doi:10.1000/xyz',
      'DOI: 10.1000/xyz',
      '10.1000/xyz',
      'https://www.doi.org/10.1000/xyz.',
      'https://doi.org/10.1000%2Fxyz',
      'https://doi.org/10.1000/xyz?utm_source=a',
    ],
    [
      'https://doi.org/10.1145/3.4',
      'https://dl.acm.org/doi/10.1145/3.4',
      'https://dl.acm.org/doi/abs/10.1145/3.4',
      'dl.acm.org/doi/pdf/10.1145/3.4?download=true',
      'https://www.science.org/doi/full/10.1145/3.4#abstract',
      'https://onlinelibrary.wiley.com/doi/10.1145/3.4/abstract',
      'https://dl.acm.org/doi/10.1145%2F3.4/',
    ],
    [
      'https://arxiv.org/abs/1601.12345',
      'arXiv:1601.12345',
      'arxiv.org/abs/1601.12345v2',
      'https://arxiv.org/pdf/1601.12345',
      'http://export.arxiv.org/pdf/1601.12345v1.pdf',
      'https://arxiv.org/html/1601.12345v3',
      'https://doi.org/10.48550/arXiv.1601.12345',
      '10.48550/arXiv.1601.12345v2',
    ],
    [
      'https://arxiv.org/abs/cs/0112017',
      'arXiv:cs/0112017v1',
      'https://arxiv.org/pdf/cs/0112017.pdf',
      'arXiv:CS/0112017',
    ],
  ])('%s', (first, ...others) => {
    expect(normalAddress(first)).toBeDefined()
    expect(others.map(normalAddress)).toEqual(others.map(() => normalAddress(first)))
  })

  test.each([
    ['https://a.org/p?id=7', 'https://a.org/p?id=8'],
    ['https://a.org/p?ref=1', 'https://a.org/p'],
    ['https://a.org/p#one', 'https://a.org/p#two'],
    ['https://a.org/P', 'https://a.org/p'],
    ['https://arxiv.org/abs/1601.12345', 'https://arxiv.org/abs/1601.12346'],
    ['https://arxiv.org/list/cs', 'https://arxiv.org/list/math'],
    ['https://doi.org/10.1000/a', 'https://doi.org/10.1000/b'],
    ['https://notdoi.org/10.1000/a', 'https://doi.org/10.1000/a'],
    ['https://dl.acm.org/doi/10.1145/3', 'https://dl.acm.org/doi/10.1145/4'],
    ['https://a.org/x/doi/10.1145/3', 'https://doi.org/10.1145/3'],
    ['https://a.org/doi/proceedings/10.1145/3', 'https://doi.org/10.1145/3'],
  ])('%s is not %s', (one, other) => {
    expect(normalAddress(one)).not.toBe(normalAddress(other))
  })
})

test.each(['', 'https:/????', 'a title', 'doi:', 'arXiv:x', '10.1000', 'www.????.???', '\ud83d'])(
  '%j is no address',
  (text) => {
    expect(normalAddress(text)).toBeUndefined()
  },
)

test('identifiers by themselves', () => {
  expect([doiIn('https://doi.org/10.1000/A(b)c'), doiIn('https://a.org/10.1000/x'), doiIn('see 10.1000/x')]).toEqual([
    '10.1000/a(b)c',
    undefined,
    undefined,
  ])
  expect([
    arxivIn('1601.12345'),
    arxivIn('arxiv: 1601.12345'),
    arxivIn('https://arxiv.org/abs/math.GT/0309136'),
  ]).toEqual([undefined, '1601.12345', 'math.gt/0309136'])
})

test('what a reader came by changes nothing', () => {
  const part = fc.constantFrom(
    '/x',
    '/',
    '-y',
    '%2F',
    '%20',
    '%',
    '漢',
    '\ud83d',
    '(z)',
    '.pdf',
    '~',
    '/abs/1601.12345',
    '/10.1000/x',
  )
  const host = fc.constantFrom('a.org', 'www.a.org', 'doi.org', 'arxiv.org', 'LOCALHOST:8080')
  holds(
    300,
    fc.property(host, fc.array(part, { maxLength: 6 }), (where, parts) => {
      const address = `${where}/p${parts.join('')}`
      expect(normalAddress(`https://${address}?utm_source=x&fbclid=1#:~:text=y`)).toBe(
        normalAddress(`http://${address}`),
      )
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDocument, folded, openDocument, suggestCitations } from '../../server/src/core'
import { indexesByWeight } from '../../server/src/core/suggest/indexesByWeight'
import { createWordIndex } from '../../server/src/core/suggest/wordIndex'
import { anySurvey } from '../support/dialects'
import { plainlyCited } from '../support/plainlyCited'
import { share } from '../support/edits'
import { holds } from '../support/property'

const typed = fc.constantFrom(
  '[',
  '[',
  '[1',
  '[2',
  '[[',
  '[one',
  '[plasma pri',
  '[tw',
  '[org',
  '[a.or',
  '[www.',
  '[https://b.org/',
  '/',
  '.',
  '-',
  ', [',
  '[1]',
  ' [2]',
  '[x]',
  'Plasma one ',
  'x',
  ' ',
  '\n',
  '\n\n',
  '### B\n',
  '1',
  '?',
  '## References\n\n[3] Three of Plasma, https://c.org\n',
  '😀',
  '',
)

test('whatever was typed before, and remembered meanwhile, what is offered is what the plainest way finds', () => {
  let offered = 0
  holds(
    400,
    fc.property(
      anySurvey,
      fc.array(fc.record({ at: share, typed, erased: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      (start, keys) => {
        let document = openDocument(start)
        for (const key of keys) {
          const from = Math.floor(key.at * document.buffer.length)
          const to = Math.min(document.buffer.length, from + key.erased)
          document = changeDocument(document, document.buffer.replace(from, to, key.typed), {
            from,
            to,
            inserted: key.typed.length,
          })
          const offset = from + key.typed.length
          const suggestions = suggestCitations(document, offset)
          if (!suggestions) continue
          offered++
          const fresh = openDocument(document.text)
          const form = fresh.survey.dialect.citation === 'double' ? ['[[', ']]'] : ['[', ']']
          const leads = (at: number): boolean => /^\(https?:/u.test(fresh.text.slice(at))
          const linked =
            fresh.survey.citations.filter(({ span }) => leads(span.to)).length * 2 > fresh.survey.citations.length ||
            fresh.text.slice(suggestions.replace.from, suggestions.replace.to).endsWith(')')
          const found = suggestions.items.map(({ reference, insert }) => {
            const written = (reference.url?.text ?? reference.definition?.url.text ?? '').replace(/^<|>$/gu, '')
            const url = written.replace(/^www\.(?!\?)/iu, 'https://www.')
            const address =
              linked && form[0] === '[[' && /^https?:\/\/[^?]/u.test(url)
                ? `(${url.replaceAll('(', '%28').replaceAll(')', '%29')})`
                : ''
            expect(insert.slice(insert.length - address.length)).toBe(address)
            return [`${reference.number} at ${reference.span.from}`, insert.slice(0, insert.length - address.length)]
          })
          expect(found).toEqual(
            plainlyCited(fresh, offset, suggestions.typed.replace(/^\[{1,2}/u, ''), suggestions.replace).map((each) => [
              each,
              `${form[0]}${each.split(' ')[0]}${form[1]}`,
            ]),
          )
        }
      },
    ),
  )
  expect(offered).toBeGreaterThan(50)
})

test('the heaviest come first, of equals the first', () => {
  holds(
    500,
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (weights, few) => {
        expect([...indexesByWeight(Float64Array.from(weights), few)]).toEqual(
          [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b),
        )
      },
    ),
  )
})

test('words are found by how they begin, as looking through all texts finds them', () => {
  const word = fc.constantFrom(
    'plasma',
    'plas',
    'pla',
    'lasma',
    'gödel',
    'x1',
    '漢字',
    '字',
    '😀',
    '𝒳yz',
    'yz',
    "it's",
    'a-b',
    '2018',
  )
  holds(
    500,
    fc.property(
      fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom('pla', 'plasma', 'lasm', 'godel', 'yz', '漢', '字', 'x', '201', 'zebra', 's'),
      (lists, asked) => {
        const texts = lists.map((words) => folded(words.join(' ')))
        const plain = [...texts.keys()].filter((i) =>
          [...(texts[i] ?? '').matchAll(new RegExp(asked, 'gu'))].some(
            ({ index }) => index === 0 || !/[\p{L}\p{N}]/u.test((texts[i] ?? '').charAt(index - 1)),
          ),
        )
        expect([...createWordIndex(texts).beginningWith(asked)].sort((a, b) => a - b)).toEqual(plain)
      },
    ),
  )
})

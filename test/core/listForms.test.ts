import { describe, expect, test } from 'vitest'
import { openDocument, type Survey } from '../../server/src/core'
import { findingsIn } from '../support/findings'

const HEAD = '---\nsurvey: true\n---\n'

const surveyOf = (text: string): Survey => openDocument(HEAD + text).survey

/** What the list has, and what the prose cites: numbers, each in text order. */
const read = (text: string): readonly [references: readonly number[], citations: readonly number[]] => {
  const { references, citations } = surveyOf(text)
  return [references.map(({ number }) => number), citations.map(({ number }) => number)]
}

/** The words of each entry. */
const bodies = (text: string): readonly string[] =>
  surveyOf(text).references.map(({ body }) => (HEAD + text).slice(body.from, body.to))

describe('the heading of the list', () => {
  test.each([
    '## References',
    '## 7. Bibliography',
    '# VII. Works Cited',
    '## 5. Citations:',
    '### 📚 Sources',
    '## A. Literature',
    '## Appendix B: References',
    '## References (accessed in 2025)',
    '## **Literaturverzeichnis**',
    '## 6.2 Quellen',
    '## Références bibliographiques',
    '## Referencias',
    '## Bibliografía',
    '## Riferimenti',
    '## Referências',
    '## Referenties',
    '## Källor',
    '## 8. Список литературы',
    '## Посилання',
    '## 第七章 参考文献',
    '## 七、参考资料',
    '## 參考文獻',
    '## 참고문헌',
    'References\n==========',
    '**Works cited:**',
  ])('%s', (heading) => {
    expect(read(`Plasma [2], [1].\n\n${heading}\n\n1. Source a\n2. Source b\n`)).toEqual([
      [1, 2],
      [2, 1],
    ])
  })

  test.each([
    '## Executive Summary',
    '## Recommendations',
    '## Table of Contents',
    '## Reference architecture',
    '## Resources',
  ])('an ordered list below %s is none', (heading) => {
    expect(read(`Plasma [2].\n\n${heading}\n\n1. Source a\n2. Source b\n`)).toEqual([[], [2]])
  })

  test('what the profile calls so goes first', () => {
    expect(surveyOf('## Sources\n\n1. a\n').sections.map(({ kind }) => kind)).toEqual(['references'])
  })
})

describe('footnotes', () => {
  test('are the list wherever they stand, an address alone as well as words, below one another and among prose', () => {
    const text = `A cat[^2] and a dog[^1][^3].

[^1]: https://a.org
[^2]: Some words.
  And more, https://b.org
[^note]: No number.
[^3]: [Title](https://c.org)

More of it[^1].
[^4]: Directly below.

> [^5]: Quoted
`
    expect(read(text)).toEqual([
      [1, 2, 3, 4, 5],
      [2, 1, 3, 1],
    ])
    expect(bodies(text)).toEqual([
      'https://a.org',
      'Some words.\n  And more, https://b.org',
      '[Title](https://c.org)',
      'Directly below.',
      'Quoted',
    ])
  })

  test('cite nothing where they are inside of a footnote, code or a link', () => {
    expect(read('A `[^1]`, \\[^1], [x[^1]](https://a.org).\n\n[^1]: See [^1], [^2].\n')).toEqual([[1], []])
  })

  test('in brackets without ^ there is no citation then, nor is there an entry', () => {
    expect(read('A[^1], x[2], [1, 2], [3].\n\n[1]: https://a.org\n\n[^1]: Source\n')).toEqual([[1], [1]])
    expect(surveyOf('A[^1] [1, 2].\n\n[^1]: Source\n[^2]: Other\n').groups).toEqual([])
  })

  test('are notes where the file has a numbered list', () => {
    expect(read('A[^1] [2].\n\n[^1]: A note.\n\n## References\n\n[2] Source\n')).toEqual([[2], [2]])
    expect(read('A[^1] [2].\n\n[^1]: A note.\n\n## References\n\n[2]: https://a.org\n')[1]).toEqual([2])
  })

  test('have nothing wrong with them', () => {
    expect(
      findingsIn(
        openDocument(
          `${HEAD}A[^1] and b[^2].\n\n## References\n\n[^1]: Chris Richardson. "Pattern: API Gateway." https://microservices.io/\n[^2]: Kong, https://konghq.com\n`,
        ),
      ).map(({ message }) => message),
    ).toEqual([])
  })
})

test('a list of addresses alone lacks no titles', () => {
  const list = ['a', 'b', 'c', 'd'].map((letter, i) => `[${i + 1}] https://${letter}.org`).join('\n')
  const found = findingsIn(openDocument(`${HEAD}A [1]–[4].\n\n## Citations\n\n${list}\n`))
  expect(found.map(({ message }) => message)).toEqual([])
})

describe('a number with the name of its link definition behind it', () => {
  test.each([
    ['[[1]][1]', [1]],
    ['[1][1]', [1, 1]],
    ['[[1]][2]', [1, 2]],
    ['[[1]][1], [[2]][2]', [1, 2]],
    ['[[1]][1]–[[2]][2]', [1, 2]],
    ['[[1]][1](https://a.org)', [1]],
  ])('%s', (words, cited) => {
    const text = `A ${words}.\n\n## References\n\n[1] a\n\n[2] b\n\n[1]: https://a.org\n[2]: https://b.org\n`
    expect(read(text)).toEqual([[1, 2], cited])
  })

  test('is one citation, its place the whole of it', () => {
    const [citation] = surveyOf('A [[1]][1].').citations
    expect((HEAD + 'A [[1]][1].').slice(citation?.span.from, citation?.span.to)).toBe('[[1]][1]')
  })
})

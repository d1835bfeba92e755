import { describe, expect, test } from 'vitest'
import { changeDocument, openDocument, rules } from '../../server/src/core'
import type { Aspect } from '../../server/src/core/survey/aspects'
import { findingsIn } from '../support/findings'

const SURVEY = `## Current initiatives
### Plasma
#### What is it?
A side chain [1] of side chains [2].
#### Who does it?
Two companies.
#### Strengths
It is fast.
#### Weaknesses
#### Opportunities
Cheap payments: ???
#### Threats
None.
#### Threats
???

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.

[4] Truebit, https://truebit.io, Date accessed: 2018-06-07.

[1]: https://plasma.io/primer

[2]: https://loomx.io

[4]: https://truebit.io
`

/** An edit that changes what a rule finds, by changing nothing else of what it reads. */
type Case = readonly [rule: string, reads: Aspect | 'text', words: string, become: string, survey?: string]

const CASES: readonly Case[] = [
  ['empty-section', 'weights', '#### Weaknesses\n', '#### Weaknesses\nIt is young.\n'],
  ['placeholder-text', 'weights', 'Cheap payments: ???', ' ???'],
  ['placeholder-text', 'placeholders', 'payments: ???', 'payments: ???and'],
  [
    'placeholder-text',
    'numbers',
    '[1] Plasma',
    '[5] Plasma',
    SURVEY.replace(/\[[24]\] .*\n\n/gu, '')
      .replace(/\n\[\d\]: .*\n/gu, '')
      .replace('It is fast.\n', 'It is fast.\n[1]: https://???\n'),
  ],
  [
    'placeholder-text',
    'definitions',
    '[4]: https://???',
    '(4): https://???',
    SURVEY.replace('It is fast.\n', 'It is fast.\n[4]: https://???\n'),
  ],
  ['duplicate-section', 'weights', '#### Threats\n???', '#### Threats\n???\nNow.'],
  ['duplicate-section', 'text', '#### Threats\n???', '#### Threats\n???x'],
  ['undefined-citation', 'citations', 'chains [2]', 'chains [7]'],
  ['undefined-citation', 'entries', '[2] Loom', '[9] Loom'],
  [
    'undefined-citation',
    'entries',
    'https://eight.org',
    'eight.org',
    SURVEY.replace('## References', '## Further reading\n\n[8] Eight, https://eight.org\n\n## References'),
  ],
  ['undefined-citation', 'definitions', '[2]: https', '[9]: https', SURVEY.replace(/\[\d\] [A-Z].*\n\n/gu, '')],
  ['uncited-reference', 'citations', 'chains [2]', 'chains 2'],
  ['uncited-reference', 'numbers', '[4] Truebit', '[5] Truebit'],
  ['citation-order', 'citations', '[1] of side chains [2]', '[2] of side chains [1]'],
  [
    'citation-order',
    'numbers',
    '[2] Loom',
    '[9] Loom',
    SURVEY.replace('[1] of side chains [2]', '[2] of side chains [1]'),
  ],
  ['duplicate-reference', 'numbers', '[2] Loom', '[1] Loom'],
  [
    'duplicate-reference',
    'text',
    'Loom Network, https://loomx.io',
    'Plasma: a primer, https://plasma.io/primer',
    SURVEY.replace('[2] Loom', '[1] Loom'),
  ],
  ['duplicate-source', 'entries', 'https://loomx.io, Date', 'https://plasma.io/primer, Date'],
  [
    'duplicate-source',
    'definitions',
    '[1]: https',
    '(1): https',
    SURVEY.replace('https://loomx.io, Date', 'https://plasma.io/primer, Date'),
  ],
  ['reference-gap', 'citations', 'chains [2]', 'chains [3]'],
  ['reference-gap', 'numbers', '[4] Truebit', '[3] Truebit'],
  ['malformed-reference', 'entries', 'Loom Network, https://loomx.io', 'Loom Network'],
  ['malformed-reference', 'placeholders', 'Network, h', 'Network ???, h'],
  ['access-date', 'entries', 'loomx.io, Date accessed: 2018-06-07', 'loomx.io, Date accessed: 2018-06-31'],
  ['link-definition', 'entries', 'https://loomx.io, Date', 'https://loomx.org, Date'],
  ['link-definition', 'definitions', '[2]: https://loomx.io', '[2]: https://loomx.org'],
  [
    'contents',
    'contents',
    '](#plasma)',
    '](#plasmas)',
    `- [About](#about)\n- [Plasma](#plasma)\n- [References](#references)\n\n## About\n\n${SURVEY}`,
  ],
  ['link-definition', 'citations', 'side chain [1]', '[side chain][8]', `${SURVEY}\n[8]: https://side.example\n`],
]

describe('an edit of what a rule reads makes it look again', () => {
  test.each(CASES.map((each) => ({ name: `${each[0]}: ${each[1]}`, each })))(
    '$name',
    ({ each: [code, , words, become, survey = SURVEY] }) => {
      const before = openDocument(survey)
      const said = saysOf(before, code)
      const at = survey.indexOf(words)
      expect(at).toBeGreaterThan(0)
      // As small as a typist's: an edit that touches more than what is read proves nothing.
      let same = 0
      while (same < words.length && words[same] === become[same]) same++
      const rest = words.length <= same || !become.endsWith(words.slice(same)) ? words.slice(same) : ''
      const insert = become.slice(same, become.length - (words.length - same - rest.length))
      const from = at + same
      const after = changeDocument(before, before.buffer.replace(from, from + rest.length, insert), {
        from,
        to: from + rest.length,
        inserted: insert.length,
      })
      expect(after.text).toBe(survey.replace(words, become))
      expect(saysOf(after, code)).toEqual(saysOf(openDocument(after.text), code))
      expect(saysOf(after, code)).not.toEqual(said)
    },
  )

  test('each thing that a rule says it reads is tried', () => {
    const tried = new Set(CASES.map(([code, aspect]) => `${code} ${aspect}`))
    expect(
      rules
        .flatMap(({ code, reads, quotes }) =>
          [...(reads ?? []), ...(quotes ? ['text'] : [])].map((aspect) => `${code} ${aspect}`),
        )
        .filter((each) => !tried.has(each)),
    ).toEqual([])
  })
})

/** Messages, whether there is a fix, and the operations that are offered. */
const saysOf = (document: ReturnType<typeof openDocument>, code: string): readonly string[] =>
  findingsIn(document)
    .filter(({ rule }) => rule.code === code)
    .map(
      ({ message, fix, operations = [] }) =>
        `${message} ${fix ? '(fix)' : ''} ${operations.map(({ title }) => title).join(', ')}`,
    )

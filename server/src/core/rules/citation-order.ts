import type { Notation } from '../references/forms/form'
import type { Citation, NumberGroup } from '../references/model'
import type { Span } from '../text/span'
import { bracketsOf } from '../survey/names'
import type { Rule } from './rule'

/** One finding for a survey: what comes after the first number out of order is out of order because of it. */
export const citationOrder: Rule = {
  code: 'citation-order',
  severity: 'hint',
  summary: 'The text does not cite the references in the order of their numbers.',
  rationale:
    'In a numbered list readers expect [1] to be what is cited first. While a survey is being written this does not matter yet.',
  reads: ['citations', 'numbers'],
  example: {
    bad: `---
survey: true
---
Plasma [2] is young [1].
       ^^^ citation-order: [2] is cited before [1]. Number the references in the order of their first citation.

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
`,
    good: `---
survey: true
---
Plasma [1] is young [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
`,
  },

  *check({ lookup, survey: { notation } }) {
    const cited = [...lookup.citations.keys()].filter((number) => lookup.entries.has(number))
    const expected = Uint32Array.from(cited).sort()
    const at = cited.findIndex((number, i) => number !== expected[i])
    const number = cited[at] ?? 0
    const citation = lookup.citations.get(number)
    if (citation === undefined) return
    const earlier = lookup.citations.get(expected[at] ?? 0)
    yield {
      span: placeOf(citation, notation),
      message: `[${number}] is cited before [${expected[at]}]. Number the references in the order of their first citation.`,
      operations: [
        {
          id: 'renumber',
          choices: { what: 'references', by: 'citation' },
          title: 'Number the references in the order of their first citation',
        },
      ],
      ...(earlier && {
        related: [{ span: placeOf(earlier, notation), message: `[${expected[at]}] is cited here for the first time.` }],
      }),
    }
  },
}

const placeOf = (at: Citation | NumberGroup, notation: Notation): Span =>
  'numberSpan' in at ? bracketsOf(at, notation) : at.span

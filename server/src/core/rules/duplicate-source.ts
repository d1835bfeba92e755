import { repeated } from './shared/duplicates'
import type { Rule } from './rule'

/** Two entries with one number are left to `duplicate-reference`. */
export const duplicateSource: Rule = {
  code: 'duplicate-source',
  severity: 'hint',
  summary: 'Two references have the same address.',
  rationale: 'A reader takes two numbers for two sources, and corrections to one of them miss the other.',
  reads: ['entries'],
  example: {
    bad: `---
survey: true
---
Plasma is young [1] and fast [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] The primer on Plasma, http://www.plasma.io/primer/, Date accessed: 2018-06-07.
 ^ duplicate-source: [2] has the address of [1]. Cite [1] instead, or correct the address.
`,
    good: `---
survey: true
---
Plasma is young [1] and fast [1].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
  },

  *check({ lookup }) {
    for (const [{ number, numberSpan }, first] of repeated([...lookup.entries.values()], ({ source }) => source)) {
      yield {
        span: numberSpan,
        message: `[${number}] has the address of [${first.number}]. Cite [${first.number}] instead, or correct the address.`,
        related: [{ span: first.numberSpan, message: `[${first.number}] is here.` }],
        operation: {
          id: 'merge-references',
          choices: { keep: String(first.number), drop: String(number) },
          title: `Merge [${number}] into [${first.number}]`,
        },
      }
    }
  },
}

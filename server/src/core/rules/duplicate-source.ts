import { repeated } from './shared/duplicates'
import type { Reference } from '../references/model'
import { entryFacts } from '../survey/entryFacts'
import type { OperationToOffer, Rule } from './rule'

/** Two entries with one number are left to `duplicate-reference`. */
export const duplicateSource: Rule = {
  code: 'duplicate-source',
  severity: 'hint',
  summary: 'Two references have the same address.',
  rationale: 'A reader takes two numbers for two sources, and corrections to one of them miss the other.',
  reads: ['entries', 'definitions'],
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

  *check({ lookup, survey: { profile } }) {
    const saidBy = ({ title, authors, url, accessedOn, definition }: Reference): number =>
      entryFacts(
        { title: title?.text, authors: authors?.text, url: url?.text, accessedOn, isDefined: definition !== undefined },
        profile,
      ).length
    for (const [reference, first] of repeated([...lookup.entries.values()], ({ source }) => source)) {
      const { number, numberSpan } = reference
      const ways = [merging(number, first.number), merging(first.number, number)]
      yield {
        span: numberSpan,
        message: `[${number}] has the address of [${first.number}]. Cite [${first.number}] instead, or correct the address.`,
        related: [{ span: first.numberSpan, message: `[${first.number}] is here.` }],
        operations: saidBy(reference) > saidBy(first) ? ways.reverse() : ways,
      }
    }
  },
}

const merging = (drop: number, keep: number): OperationToOffer => ({
  id: 'merge-references',
  choices: { keep: String(keep), drop: String(drop) },
  title: `Merge [${drop}] into [${keep}]`,
})

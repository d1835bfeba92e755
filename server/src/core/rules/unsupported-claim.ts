import { quoted, sectionName } from '../survey/names'
import { onFirstLine } from './shared/onFirstLine'
import type { Rule } from './rule'

/** Looks again at every change, as every word may make a claim of a note. */
export const unsupportedClaim: Rule = {
  code: 'unsupported-claim',
  severity: 'hint',
  isOff: true,
  summary: 'A sentence of a section that judges (Strengths, Threats, Pros …) has no citation.',
  rationale:
    'A judgement without a source is an opinion. Cite one, or write [own] into the sentence where the opinion is yours: it is then counted apart.',
  example: {
    bad: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
It settles in one second. [1] It needs no changes to Bitcoin.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-claim: “Strengths” of #1 Plasma claims this without a citation. Cite a source, or write “[own]” if it is your opinion.
#### Weaknesses
- Nobody has audited its exits yet.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-claim: “Weaknesses” of #1 Plasma claims
- Its operators may leave, which we think unlikely [own].
#### Opportunities
Cheap payments [1].
#### Threats
None.

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
    good: `## Current initiatives
### #1 Plasma
#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
It settles in one second. [1] It needs no changes to Bitcoin [1].
#### Weaknesses
- Nobody has audited its exits yet [1].
- Its operators may leave, which we think unlikely [own].
#### Opportunities
Cheap payments [1].
#### Threats
None.

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
  },

  *check({ text, survey, claims }) {
    const [own] = survey.profile.own
    const otherwise = own === undefined ? '' : `, or write ${quoted(own)} if it is your opinion`
    for (const { span, section, initiative, support } of claims) {
      if (support !== 'none') continue
      yield {
        span: onFirstLine(span, text),
        message: `${sectionName(section, initiative)} claims this without a citation. Cite a source${otherwise}.`,
      }
    }
  },
}

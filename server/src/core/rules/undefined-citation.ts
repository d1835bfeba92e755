import type { Rule } from './rule'
import { undefinedCitations } from '../survey/query'
import { newReference } from './shared/newReference'
import { bracketed } from './shared/names'

export const undefinedCitation: Rule = {
  code: 'undefined-citation',
  severity: 'error',
  summary: 'A citation whose number no reference has.',
  rationale: 'The reader finds nothing behind the number. Usually the reference was removed, or its number mistyped.',
  reads: ['citations', 'numbers', 'definitions'],
  example: {
    bad: `---
survey: true
---
Plasma [1] is young [2].
                    ^^^ undefined-citation: No reference has the number 2. Add it to the list, or correct the number.

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
    good: `---
survey: true
---
Plasma [1] is young [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Plasma after a year, https://plasma.io/year, Date accessed: 2018-06-14.
`,
  },

  *check({ text, survey, today }) {
    for (const { number, numberSpan } of undefinedCitations(survey)) {
      yield {
        span: bracketed(numberSpan),
        message: `No reference has the number ${number}. Add it to the list, or correct the number.`,
        fix: () => ({ title: `Add reference [${number}] to the list`, edits: newReference(number, survey, text.toString(), today) }),
      }
    }
  },
}

import type { Fix, Rule } from './rule'
import { listedNumbers } from '../survey/citing'
import { undefinedCitations } from '../survey/query'
import { newReference } from '../writing/newReference'
import { bracketsOf, listed } from '../survey/names'

export const undefinedCitation: Rule = {
  code: 'undefined-citation',
  severity: 'error',
  summary: 'A citation whose number no reference has.',
  rationale: 'The reader finds nothing behind the number. Usually the reference was removed, or its number mistyped.',
  reads: ['citations', 'entries', 'definitions'],
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
    const addition = (number: number): Fix => ({
      title: `Add reference [${number}] to the list`,
      edits: () => newReference(number, survey, text.toString(), today),
    })
    const parts = new Map<object, number[]>()
    const found = undefinedCitations(survey)
    const [first] = found
    if (first && listedNumbers(survey).size === 0) {
      const others = new Set(found.map(({ number }) => number)).size - 1
      yield {
        span: bracketsOf(first, survey.notation),
        severity: 'information',
        message: `[${first.number}]${others > 0 ? ` and ${others} more ${others > 1 ? 'numbers are' : 'number are'}` : ' is'} cited, but this file has no numbered list of references. Number the entries of its list, or add one.`,
        fix: addition(first.number),
      }
      return
    }
    for (const { number, part } of found) {
      const others = part && parts.get(part)
      if (others) others.push(number)
      else if (part) parts.set(part, [number])
    }
    for (const { number, numberSpan, part } of found) {
      const numbers = part ? (parts.get(part) ?? []) : [number]
      // One finding for all that a range means.
      if (numbers[0] !== number) continue
      yield {
        span: part ? numberSpan : bracketsOf({ numberSpan }, survey.notation),
        message:
          numbers.length === 1
            ? `No reference has the number ${number}. Add it to the list, or correct the number.`
            : `No reference has ${numbers.length > 3 ? `${numbers.length} of the numbers in this range` : `the numbers ${listed(numbers.map(String), 'and')}`}. Add them to the list, or correct the range.`,
        ...(numbers.length === 1 && {
          fix: addition(number),
        }),
      }
    }
  },
}

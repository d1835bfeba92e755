import { byEntry } from '../references/byEntry'
import type { Rule } from './rule'

/** A date with unknown parts (`2018-06-??`) is still to be written, which `malformed-reference` says. */
export const accessDate: Rule = {
  code: 'access-date',
  severity: 'warning',
  summary: 'The access date of a reference is not a calendar day, or lies in the future.',
  rationale: 'Pages change, and the date tells which version was read. A typo makes it worthless.',
  reads: ['entries'],
  example: {
    bad: `---
survey: true
---
Plasma is young [1] and fast [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-02-30.
                                                               ^^^^^^^^^^ access-date: 2018-02-30 is not a calendar day. Write the day on which you read [1].

[2] Loom Network, https://loomx.io, Date accessed: 2081-06-07.
                                                   ^^^^^^^^^^ access-date: 2081-06-07 is in the future. Write the day on which you read [2].
`,
    good: `---
survey: true
---
Plasma is young [1] and fast [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-02-28.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
`,
  },

  *check({ survey, today }) {
    for (const reference of survey.references) {
      const { text, on, isNumeric } = dateOf(reference)
      const problem = on === undefined ? isNumeric && 'is not a calendar day' : on > today && 'is in the future'
      if (problem && reference.accessed)
        yield {
          span: reference.accessed.span,
          message: `${text} ${problem}. Write the day on which you read [${reference.number}].`,
        }
    }
  },
}

const dateOf = byEntry(({ accessed, accessedOn }) => {
  const text = plain(accessed?.text ?? '')
  return { text, on: accessedOn, isNumeric: isNumeric(text) }
})

/** Year, month and day in digits. Dates in words, and those without a day, are the author's choice. */
const isNumeric = (date: string): boolean => /^\d{4}\D\d{1,2}\D\d{1,2}$/u.test(date)

/** With hyphens for the entities that keep a date from breaking. */
const plain = (date: string): string => date.replace(/&#?\w{1,8};/gu, '-')

import type { Reference } from '../references/model'
import { removalOf } from '../text/lines'
import { isListItem } from '../survey/referenceBlock'
import type { Text } from '../text/text'
import type { Rule } from './rule'

/** Its fix takes away only an entry that says nothing, or what the first says. Which of two different ones is meant, the author knows. */
export const duplicateReference: Rule = {
  code: 'duplicate-reference',
  severity: 'warning',
  summary: 'Two references have the same number.',
  rationale: 'Nobody can tell which of the two a citation means.',
  reads: ['numbers'],
  quotes: true,
  example: {
    bad: `---
survey: true
---
Plasma is young [1].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
 ^ duplicate-reference: [1] is listed twice with the same text. Remove one of the two.
`,
    good: `---
survey: true
---
Plasma is young [1].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
  },

  *check({ text, lookup }) {
    for (const [reference, first] of lookup.repeated) {
      const { number, numberSpan, span } = reference
      const isCopy = wordsOf(reference, text) === wordsOf(first, text)
      const saysNothing = reference.title === undefined && reference.url === undefined
      yield {
        span: numberSpan,
        message: isCopy
          ? `[${number}] is listed twice with the same text. Remove one of the two.`
          : `[${number}] is already taken. Give this entry a number of its own, or remove it.`,
        related: [{ span: first.numberSpan, message: 'The first one is here.' }],
        ...((isCopy || saysNothing) &&
          !isListItem(reference) && {
            fix: {
              title: isCopy ? `Remove the second [${number}]` : `Remove this empty [${number}]`,
              edits: () => [removalOf(text.toString(), span)],
            },
          }),
      }
    }
  },
}

const wordsOf = ({ body }: Reference, text: Text): string => text.slice(body.from, body.to).replace(/\s+/gu, ' ')

import type { Reference } from '../references/model'
import type { Survey } from '../survey/model'
import { united, type Edit } from '../text/edit'
import { removalOf } from '../text/lines'
import { overlaps } from '../text/span'
import { blockEnd, definitionSpan, isListItem } from '../survey/referenceBlock'
import type { Rule } from './rule'

/**
 * Only the number is marked, as whole entries that fade are hard to read. Its fix renumbers nothing, so it may leave a gap.
 * Where the number stands twice, which of the two goes is for `duplicate-reference`. Not `safe`: the source may be what the author is about to cite.
 */
export const uncitedReference: Rule = {
  code: 'uncited-reference',
  severity: 'information',
  summary: 'A reference that no citation points to.',
  rationale: 'Either a statement lost its source while the text was edited, or the list carries what nobody used.',
  reads: ['citations', 'numbers'],
  example: {
    bad: `---
survey: true
---
Plasma is young [1].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
 ^ uncited-reference: Nothing cites [2]. Cite it where it is used, or remove it.
`,
    good: `---
survey: true
---
Plasma is young [1].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.
`,
  },
  unnecessary: true,

  *check({ text, survey, lookup }) {
    // A list of sources that nothing cites by their numbers is a list for reading on.
    const isForReading = lookup.citations.size === 0 && survey.references.every(isListItem)
    if (isForReading) return
    const twice = new Set([...lookup.repeated.keys()].map(({ number }) => number))
    for (const reference of lookup.entries.values()) {
      const { number } = reference
      if (lookup.citations.has(number) || lookup.doubted.has(number)) continue
      yield {
        span: reference.numberSpan,
        operations: [
          {
            id: 'remove-reference',
            choices: { number: String(number) },
            title: `Remove reference [${number}] and close the gap`,
          },
        ],
        message: `Nothing cites [${number}]. Cite it where it is used, or remove it.`,
        ...(!twice.has(number) &&
          !isListItem(reference) && {
            fix: {
              title: `Remove reference [${number}]`,
              edits: () => removal(reference, survey, text.toString()),
            },
          }),
      }
    }
  },
}

/** The entry and every link definition of its number. */
function removal(reference: Reference, { definitions }: Survey, text: string): readonly Edit[] {
  const { number, span } = reference
  const entry = { from: span.from, to: blockEnd(reference, text) }
  const others = definitions.filter((definition) => definition.number === number && !overlaps(definition.span, entry))
  return united(
    [entry, ...others.map((definition) => definitionSpan(definition, text))].map((part) => removalOf(text, part)),
  )
}

import type { LinkDefinition, Reference } from '../references/model'
import type { Survey } from '../survey/model'
import { definitionText } from '../writing/skeleton'
import { holdsPlaceholder } from '../survey/placeholders'
import { insertion, replacement, type Edit } from '../text/edit'
import { removalOf } from '../text/lines'
import { definitionGap, definitionSpan, titlesDefinitions } from '../survey/referenceBlock'
import type { Text } from '../text/text'
import type { Finding, Rule } from './rule'

/**
 * Only where most references have a definition. Not `safe`: where an entry and its definition disagree, either may be right.
 * A definition whose number is cited, but not listed, is left to `undefined-citation`; an entry without URL to `malformed-reference`.
 */
export const linkDefinition: Rule = {
  code: 'link-definition',
  severity: 'warning',
  summary: 'The link definition of a reference is missing, points elsewhere, or belongs to no reference.',
  rationale:
    'Where citations are links, the definition is what a reader follows: `[7]: https://…` must lead where the entry says.',
  reads: ['entries', 'definitions', 'citations'],
  example: {
    bad: `---
survey: true
---
Plasma is young [[1]], fast [[2]] and cheap [[3]].

## References

[[1]] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[1]: https://plasma.io/primer

[[2]] Loom Network, https://loomx.io, Date accessed: 2018-06-07.

[2]: https://plasma.io/primer
 ^ link-definition: The link definition of [2] points to https://plasma.io/primer, its entry to https://loomx.io. Make them agree.

[[3]] TrueBit, https://truebit.io, Date accessed: 2018-06-07.
  ^ link-definition: [3] has no link definition, unlike the others. Add one, so that citations of it lead somewhere.

[4]: https://masternodes.online
 ^ link-definition: This link definition belongs to no reference: there is no [4]. Remove it, or add the reference.
`,
    good: `---
survey: true
---
Plasma is young [[1]], fast [[2]] and cheap [[3]].

## References

[[1]] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[1]: https://plasma.io/primer

[[2]] Loom Network, https://loomx.io, Date accessed: 2018-06-07.

[2]: https://loomx.io

[[3]] TrueBit, https://truebit.io, Date accessed: 2018-06-07.

[3]: https://truebit.io
`,
  },

  *check({ text, survey, lookup }) {
    if (!survey.dialect.definitions) return
    yield* missing(lookup.entries.values(), survey, text)
    const used = usedNumbers(survey)
    for (const definition of survey.definitions) {
      const entry = lookup.entries.get(definition.number)
      const finding = entry ? astray(definition, entry, survey) : orphaned(definition, used, text)
      if (finding) yield finding
    }
  },
}

/** Of entries with one number, the first is what a definition belongs to. */
function* missing(entries: Iterable<Reference>, survey: Survey, text: Text): Iterable<Finding> {
  for (const reference of entries) {
    const { number, numberSpan, definition, url } = reference
    if (definition || !url) continue
    yield {
      span: numberSpan,
      message: `[${number}] has no link definition, unlike the others. Add one, so that citations of it lead somewhere.`,
      fix: {
        title: `Add the link definition of [${number}]`,
        edits: () => [added(reference, url.text, survey, text.toString())],
      },
    }
  }
}

function added({ number, span, title }: Reference, url: string, survey: Survey, text: string): Edit {
  const words = titlesDefinitions(survey) ? title?.text.replace(/\s+/gu, ' ') : undefined
  return insertion(span.to, definitionGap(survey, text) + definitionText(number, url, words))
}

function astray(
  { number, url, source, numberSpan }: LinkDefinition,
  entry: Reference,
  { profile }: Survey,
): Finding | undefined {
  const intended = entry.url?.text
  if (intended === undefined || entry.source === undefined || entry.source === source) return undefined
  return {
    span: numberSpan,
    message: holdsPlaceholder(url.text, profile)
      ? `The link definition of [${number}] is not written yet. Point it to ${intended}, as its entry does.`
      : `The link definition of [${number}] points to ${url.text}, its entry to ${intended}. Make them agree.`,
    related: [{ span: entry.numberSpan, message: `The entry of [${number}] is here.` }],
    fix: { title: `Point the link definition to ${intended}`, edits: () => [replacement(url.span, intended)] },
  }
}

function orphaned(definition: LinkDefinition, used: ReadonlySet<number>, text: Text): Finding | undefined {
  const { number, numberSpan } = definition
  if (used.has(number)) return undefined
  return {
    span: numberSpan,
    message: `This link definition belongs to no reference: there is no [${number}]. Remove it, or add the reference.`,
    fix: {
      title: `Remove the link definition of [${number}]`,
      edits: () => [removalOf(text.toString(), definitionSpan(definition, text))],
    },
  }
}

/** Numbers that citations use, or links such as `[text][7]`. */
const usedNumbers = ({ citations, linksByNumber }: Survey): ReadonlySet<number> =>
  new Set([...citations, ...linksByNumber].map(({ number }) => number))

import type { Profile } from '../survey/profile'
import { INFERRED } from '../survey/structure/inferred'
import { byEntry } from '../references/byEntry'
import { listed, quoted } from '../survey/names'
import { isPlaceholder, placeholdersByEntry } from '../survey/placeholders'
import type { Text } from '../text/text'
import type { Rule } from './rule'

/**
 * A source in print needs no address: it is told by its year, ISBN or DOI. An access date is asked for unless most
 * of a list does without. Placeholders in an entry are reported here and nowhere else; an entry whose number is
 * taken gets its number first, from `duplicate-reference`.
 */
export const malformedReference: Rule = {
  code: 'malformed-reference',
  severity: 'information',
  summary: 'A reference lacks its title, URL or access date.',
  rationale: 'A source that cannot be found again, or whose content has changed since, supports nothing.',
  reads: ['entries', 'placeholders'],
  example: {
    bad: `---
survey: true
---
Plasma is young [1], fast [2] and cheap [3].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] , , Date accessed: 2018-06-??.
 ^ malformed-reference: [2] has no title, URL or full access date. Fill them in.

[3] Loom Network, https://loomx.io
 ^ malformed-reference: [3] has no access date. Fill it in.
`,
    good: `---
survey: true
---
Plasma is young [1], fast [2] and cheap [3].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Plasma Cash, https://plasma.io/cash, Date accessed: 2018-06-08.

[3] Loom Network, https://loomx.io, Date accessed: 2018-06-08.
`,
  },

  *check({ text, survey, lookup }) {
    const verdicts = survey.references.map((reference) => verdictOf(reference, text, survey.profile))
    const online = verdicts.filter(({ isOnline }) => isOnline)
    // Who has a structure of their own has habits of their own.
    const isOurs = survey.profile.name !== INFERRED && survey.references.some(({ form }) => form === 'bracketed')
    const dated = isHabit(online, ({ isDated }) => isDated, isOurs)
    const titled = isHabit(verdicts, ({ isBare }) => !isBare, isOurs)
    const placeholders = placeholdersByEntry(survey)
    for (const [i, reference] of survey.references.entries()) {
      const { isEmpty = false, lacking: all = [], lacksDate = false, isBare = false } = verdicts[i] ?? {}
      const lacking = isBare && !titled ? all.filter((part) => part !== 'title') : all
      const placeholder = placeholders.get(reference)
      if (!isEmpty && lacking.length === 0 && !(lacksDate && dated) && !placeholder) continue
      if (lookup.repeated.has(reference)) continue
      const { number } = reference
      if (isEmpty) {
        yield {
          span: reference.numberSpan,
          message: `[${number}] is empty. Write its title, URL and access date, or remove it.`,
        }
        continue
      }
      const parts = lacksDate && dated ? [...lacking, 'access date'] : lacking
      if (parts.length > 0) {
        yield {
          span: reference.numberSpan,
          message: `[${number}] has no ${listed(parts, 'or')}. Fill ${parts.length === 1 ? 'it' : 'them'} in.`,
        }
        continue
      }
      if (placeholder) {
        yield {
          span: reference.numberSpan,
          message: `[${number}] still has a ${quoted(text.slice(placeholder.from, placeholder.to))} in it. Write what belongs there.`,
        }
      }
    }
  },
}

/** What an entry's own words tell. */
interface Verdict {
  readonly isEmpty: boolean
  readonly lacking: readonly string[]
  /** Whether it has no access date, and is one that may be wanted to have one. */
  readonly lacksDate: boolean
  readonly isOnline: boolean
  readonly isDated: boolean
  /** Whether it is an address alone. */
  readonly isBare: boolean
}

const verdictOf = byEntry((reference, text: Text, profile: Profile): Verdict => {
  const { title, url, source, accessed, body } = reference
  const lacking: string[] = []
  if (!title || isPlaceholder(title.text, profile)) lacking.push('title')
  const needsUrl = source === undefined && (accessed !== undefined || !isPrinted(text.slice(body.from, body.to)))
  if (needsUrl) lacking.push('URL')
  if (
    accessed &&
    (/\?|\b(?:yyyy|mm|dd)\b/iu.test(accessed.text) || /[-\w]/u.test(text.slice(accessed.span.to, accessed.span.to + 1)))
  )
    lacking.push('full access date')
  return {
    isEmpty: body.from === body.to,
    lacking,
    lacksDate: !accessed && (source !== undefined || needsUrl),
    isOnline: url !== undefined,
    isDated: accessed !== undefined,
    isBare: !title && url !== undefined,
  }
})

/** Few entries do not make a habit. */
const ENTRIES_OF_A_HABIT = 4

/** Whether at least half of some entries are so; or, of few, one, or none in a list whose form is that of `[7] Title, URL, Date accessed`. */
function isHabit(verdicts: readonly Verdict[], isSo: (verdict: Verdict) => boolean, isOurs: boolean): boolean {
  const count = verdicts.filter(isSo).length
  return verdicts.length < ENTRIES_OF_A_HABIT ? isOurs || count > 0 : count * 2 >= verdicts.length
}

const isPrinted = (entry: string): boolean =>
  /\b(?:ISBN|ISSN|DOI|arXiv|RFC)\b|\b10\.\d{4,9}\/|\]\(|\b(?:1[89]|20)\d\d\b/iu.test(entry)

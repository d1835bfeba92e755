import type { Reference } from '../references/model'
import type { Survey } from '../survey/model'
import { listed, quoted } from './shared/names'
import { isPlaceholder, placeholderIn } from './shared/placeholders'
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
    const dated = wantsDates(survey)
    for (const reference of lookup.entries.values()) {
      const { number, numberSpan, body } = reference
      if (body.from === body.to) {
        yield { span: numberSpan, message: `[${number}] is empty. Write its title, URL and access date, or remove it.` }
        continue
      }
      const lacking = lackingParts(reference, text, survey, dated)
      const placeholder = placeholderIn(survey, reference.span)
      if (lacking.length > 0) {
        yield { span: numberSpan, message: `[${number}] has no ${listed(lacking, 'or')}. Fill ${lacking.length === 1 ? 'it' : 'them'} in.` }
      } else if (placeholder) {
        yield { span: numberSpan, message: `[${number}] still has a ${quoted(text.slice(placeholder.from, placeholder.to))} in it. Write what belongs there.` }
      }
    }
  },
}

/** Few entries do not make a habit. */
const HABIT = 4

function wantsDates({ references }: Survey): boolean {
  const online = references.filter(({ url }) => url)
  const undated = online.filter(({ accessed }) => !accessed).length
  return undated * 2 <= online.length || online.length < HABIT
}

function lackingParts({ title, source, accessed, body }: Reference, text: string, { profile }: Survey, dated: boolean): readonly string[] {
  const lacking: string[] = []
  if (!title || isPlaceholder(title.text, profile)) lacking.push('title')
  const isOnline = source !== undefined
  const needsUrl = !isOnline && (accessed !== undefined || !isPrinted(text.slice(body.from, body.to)))
  if (needsUrl) lacking.push('URL')
  if (accessed && (/\?|\b(?:yyyy|mm|dd)\b/iu.test(accessed.text) || /[-\w]/u.test(text.charAt(accessed.span.to)))) lacking.push('full access date')
  else if (!accessed && dated && (isOnline || needsUrl)) lacking.push('access date')
  return lacking
}

const isPrinted = (entry: string): boolean =>
  /\b(?:ISBN|ISSN|DOI|arXiv|RFC)\b|\b10\.\d{4,9}\/|\]\(|\b(?:1[89]|20)\d\d\b/iu.test(entry)

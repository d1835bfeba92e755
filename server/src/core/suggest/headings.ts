import type { Document } from '../document'
import { firstInitiativeParts, nextNumber } from '../writing/newInitiative'
import type { Survey } from '../survey/model'
import { initiativeAt } from '../survey/query'
import { initiativeParts, sectionParts, sectionTitle, surveySectionParts, type Part } from '../writing/skeleton'
import type { Edit } from '../text/edit'
import type { Span } from '../text/span'
import { isProse, placeInMarkdown } from '../markdown/prose'

/** What can be begun where a line begins with `#`. */
export interface HeadingSuggestions {
  /** The whole line. */
  readonly replace: Span
  /** The marks that were typed. */
  readonly marks: string
  readonly items: readonly HeadingSuggestion[]
}

export interface HeadingSuggestion {
  readonly title: string
  readonly hint: string
  readonly parts: readonly Part[]
  /** What else has to change: the numbers of later initiatives. */
  readonly edits: readonly Edit[]
}

const HEADING = /^ {0,3}(#{1,6}(?!#)[ \t]*)(?:[^\n\r]*)$/u

/** The missing sections of the initiative at `offset` and the next initiative; outside initiatives, the survey's missing sections. */
export function suggestHeadings(document: Document, offset: number): HeadingSuggestions | undefined {
  const { text } = document
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = offset + (/^[ \t]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0)
  const marks = HEADING.exec(text.slice(from, offset))?.[1]
  if (marks === undefined || !/^(?:\r?\n|$)/u.test(text.slice(to, to + 2)) || !isFree(document, offset))
    return undefined
  const items = itemsAt(document, from, offset)
  const spaced = items.map((item) => ({
    ...item,
    parts: [...before(document, from), ...item.parts, ...after(document, to)],
  }))
  return items.length === 0 ? undefined : { replace: { from, to }, marks, items: spaced }
}

/** Not in code, comments, HTML or front matter, nor behind a title that stands there already. */
function isFree({ markdown }: Document, offset: number): boolean {
  const block = placeInMarkdown(markdown, offset)?.block
  return block === undefined || isProse(block)
}

function itemsAt({ survey }: Document, line: number, offset: number): readonly HeadingSuggestion[] {
  const { profile, dialect, initiativesSpan, sections } = survey
  if (!initiativesSpan || offset < initiativesSpan.from || offset > initiativesSpan.to) {
    const kinds = new Set(sections.map(({ kind }) => kind))
    const missing = profile.survey.filter(({ kind }) => !kinds.has(kind))
    const first = {
      title: profile.initiatives.title,
      hint: 'The first initiative with all its sections.',
      parts: firstInitiativeParts(survey),
      edits: [],
    }
    return [
      ...(initiativesSpan ? [] : [first]),
      ...missing.map((template) => ({
        title: template.title,
        hint: template.hint,
        parts: surveySectionParts(template, dialect),
        edits: [],
      })),
    ]
  }
  const { initiative, missing, others } = initiativeAround(survey, line, offset)
  const { number, edits } = nextNumber(dialect, others, initiative)
  return [
    ...missing.map((template) => ({
      title: sectionTitle(template, dialect),
      hint: template.hint,
      parts: sectionParts(template, dialect),
      edits: [],
    })),
    {
      title: number === undefined ? 'New initiative' : `#${number} New initiative`,
      hint: 'An initiative with all its sections.',
      parts: initiativeParts(profile, dialect, number),
      edits,
    },
  ]
}

/**
 * The initiative that a line is in. A heading on the line itself is one that is being typed: it is no initiative yet, and what
 * stands below it belongs to the one above.
 */
function initiativeAround(survey: Survey, line: number, offset: number) {
  const { initiatives } = survey
  const here = initiativeAt(survey, offset)
  if (!here || here.label.span.from < line)
    return { initiative: here, missing: here?.missing ?? [], others: initiatives }
  const above = initiatives[initiatives.indexOf(here) - 1]
  const missing = above?.missing.filter((template) => here.missing.includes(template)) ?? []
  return { initiative: above, missing, others: initiatives.filter((each) => each !== here) }
}

/** An emphasised label must not stick to the paragraph above it. */
const before = ({ text, survey: { dialect } }: Document, from: number): readonly Part[] =>
  dialect.section.form === 'emphasis' && from > 0 && !/\n[ \t]*\r?\n$/u.test(text.slice(Math.max(0, from - 200), from))
    ? [dialect.lineBreak]
    : []

const after = ({ text, survey: { dialect } }: Document, to: number): readonly Part[] =>
  /^(?:\r?\n)[ \t]*(?:\r?\n|$)|^$/u.test(text.slice(to, to + 200)) ? [] : [dialect.lineBreak]

import type { Document } from '../document'
import { nextNumber } from '../operations/newInitiative'
import { initiativeAt } from '../survey/query'
import { initiativeParts, sectionParts, sectionTitle, surveySectionParts, type Part } from '../survey/skeleton'
import type { Edit } from '../text/edit'
import type { Span } from '../text/span'
import { placeAt } from './place'

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

const HEADING = /^ {0,3}(#{1,6}[ \t]*)(?:[^\n\r]*)$/u

/** The missing sections of the initiative at `offset` and the next initiative; outside initiatives, the survey's missing sections. */
export function suggestHeadings(document: Document, offset: number): HeadingSuggestions | undefined {
  const { text } = document
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = offset + (/^[ \t]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0)
  const marks = HEADING.exec(text.slice(from, offset))?.[1]
  if (marks === undefined || !/^(?:\r?\n|$)/u.test(text.slice(to, to + 2)) || !isFree(document, offset)) return undefined
  const items = itemsAt(document, offset)
  const spaced = items.map((item) => ({ ...item, parts: [...before(document, from), ...item.parts, ...after(document, to)] }))
  return items.length === 0 ? undefined : { replace: { from, to }, marks, items: spaced }
}

/** Not in code, comments, HTML or front matter, nor behind a title that stands there already. */
function isFree({ markdown }: Document, offset: number): boolean {
  const type = placeAt(markdown, offset)?.block.type
  return type === undefined || type === 'heading' || type === 'prose'
}

function itemsAt({ survey }: Document, offset: number): readonly HeadingSuggestion[] {
  const { profile, dialect, initiativesSpan, sections } = survey
  if (!initiativesSpan || offset < initiativesSpan.from || offset > initiativesSpan.to) {
    const kinds = new Set(sections.map(({ kind }) => kind))
    return profile.survey
      .filter(({ kind }) => !kinds.has(kind))
      .map((template) => ({ title: template.title, hint: template.hint, parts: surveySectionParts(template, dialect), edits: [] }))
  }
  const initiative = initiativeAt(survey, offset)
  const { number, edits } = nextNumber(survey, initiative)
  return [
    ...(initiative?.missing ?? []).map((template) => ({
      title: sectionTitle(template, dialect), hint: template.hint, parts: sectionParts(template, dialect), edits: [],
    })),
    { title: number === undefined ? 'New initiative' : `#${number} New initiative`, hint: 'An initiative with all its sections.', parts: initiativeParts(profile, dialect, number), edits },
  ]
}

/** An emphasised label must not stick to the paragraph above it. */
const before = ({ text, survey: { dialect } }: Document, from: number): readonly Part[] =>
  dialect.section.form === 'emphasis' && from > 0 && !/\n[ \t]*\r?\n$/u.test(text.slice(Math.max(0, from - 200), from)) ? [dialect.lineBreak] : []

const after = ({ text, survey: { dialect } }: Document, to: number): readonly Part[] =>
  /^(?:\r?\n)[ \t]*(?:\r?\n|$)|^$/u.test(text.slice(to, to + 200)) ? [] : [dialect.lineBreak]

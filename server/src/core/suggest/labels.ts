import type { Document } from '../document'
import { firstInitiativeParts, nextNumber } from '../writing/newInitiative'
import { writtenLabel } from '../survey/labels'
import { labelWords } from '../survey/labels/name'
import type { Dialect, Survey } from '../survey/model'
import { initiativeAt } from '../survey/query'
import {
  betweenSections,
  initiativeParts,
  sectionParts,
  sectionTitle,
  surveySectionParts,
  type Part,
} from '../writing/skeleton'
import type { Edit } from '../text/edit'
import type { Span } from '../text/span'
import { isProse, placeInMarkdown } from '../markdown/prose'

/** What can be begun where a line begins with `#`, or as the labels of the file do. */
export interface LabelSuggestions {
  /** The whole line. */
  readonly replace: Span
  /** The marks that were typed. */
  readonly marks: string
  readonly items: readonly LabelSuggestion[]
}

export interface LabelSuggestion {
  readonly title: string
  readonly hint: string
  readonly parts: readonly Part[]
  /** What else has to change: the numbers of later initiatives. */
  readonly edits: readonly Edit[]
}

const HEADING = /^ {0,3}(#{1,6}(?!#)[ \t]*)(?:[^\n\r]*)$/u

/**
 * Behind `#`, the missing sections of the initiative at `offset` and the next initiative, and outside initiatives the survey's missing
 * sections; where a line begins as the labels of the file's sections do, `**` or `- `, the missing sections.
 */
export function suggestLabels(document: Document, offset: number): LabelSuggestions | undefined {
  const { text } = document
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = offset + (/^[ \t]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0)
  if (!/^(?:\r?\n|$)/u.test(text.slice(to, to + 2))) return undefined
  const line = text.slice(from, offset)
  const marks = HEADING.exec(line)?.[1]
  const opened = marks ?? openedLike(line, document.survey)
  if (opened === undefined || !isFree(document, offset)) return undefined
  const items = marks === undefined ? sectionsAt(document, from, offset) : itemsAt(document, from, offset)
  const spaced = items.map((item) => ({
    ...item,
    parts: [...before(document, from), ...item.parts, ...after(document, to)],
  }))
  return items.length === 0 ? undefined : { replace: { from, to }, marks: opened, items: spaced }
}

/** What a line begins with, where that is what labels of sections begin with. */
function openedLike(line: string, { dialect: { section, lineBreak } }: Survey): string | undefined {
  const open = writtenLabel(section, lineBreak).open.trimStart()
  const typed = line.trimStart()
  // Behind the mark of a list its emphasis may follow.
  const least = section.form === 'item' ? /^\S+ /u.exec(open)?.[0] : open.trimEnd()
  if (section.form === 'heading' || !least || !typed.startsWith(least)) return undefined
  return typed.startsWith(open) ? open : least
}

/** Not in code, comments, HTML or front matter, nor behind a title that stands there already. */
function isFree({ markdown }: Document, offset: number): boolean {
  const block = placeInMarkdown(markdown, offset)?.block
  return block === undefined || isProse(block)
}

function itemsAt(document: Document, line: number, offset: number): readonly LabelSuggestion[] {
  const { survey } = document
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
  const { initiative, others } = initiativeAround(survey, line, offset)
  const { number, edits } = nextNumber(dialect, others, initiative)
  return [
    ...sectionsAt(document, line, offset),
    {
      title: number === undefined ? 'New initiative' : `#${number} New initiative`,
      hint: 'An initiative with all its sections.',
      parts: initiativeParts(profile, dialect, number),
      edits,
    },
  ]
}

/** The sections that the initiative there has not. */
function sectionsAt({ survey }: Document, line: number, offset: number): readonly LabelSuggestion[] {
  const { dialect, initiativesSpan } = survey
  if (!initiativesSpan || offset < initiativesSpan.from || offset > initiativesSpan.to) return []
  return initiativeAround(survey, line, offset).missing.map((template) => ({
    title: labelWords(sectionTitle(template, dialect)),
    hint: template.hint,
    parts: sectionParts(template, dialect),
    edits: [],
  }))
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

/** A label that blank lines part from others must not stick to the paragraph above it. */
const before = ({ text, survey: { dialect } }: Document, from: number): readonly Part[] =>
  isParted(dialect) &&
  dialect.section.form !== 'heading' &&
  from > 0 &&
  !/(?:^|\n)(?:[ \t]*|#[^\n]*)\r?\n$/u.test(text.slice(Math.max(0, from - 200), from))
    ? [dialect.lineBreak]
    : []

const after = ({ text, survey: { dialect } }: Document, to: number): readonly Part[] =>
  !isParted(dialect) || /^(?:\r?\n)[ \t]*(?:\r?\n|$)|^$/u.test(text.slice(to, to + 200)) ? [] : [dialect.lineBreak]

const isParted = (dialect: Dialect): boolean => betweenSections(dialect).length > dialect.lineBreak.length

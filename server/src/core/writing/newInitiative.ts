import type { Dialect, Initiative, Survey } from '../survey/model'
import { initiativeAt } from '../survey/query'
import { heading, initiativeParts, type Part } from './skeleton'
import { replacement, type Edit } from '../text/edit'
import { writtenEnd } from '../text/lines'

/** Something new to write: where it goes, what it is, and what else has to change so that it fits. */
export interface NewText {
  /** A UTF-16 offset. */
  readonly at: number
  readonly parts: readonly Part[]
  readonly edits: readonly Edit[]
}

/**
 * The next initiative: behind the one at `offset`, else behind the last, else below the heading for initiatives and what
 * introduces them. Without such a heading it gets one, before the survey's own sections.
 */
export function newInitiativeText(survey: Survey, text: string, offset: number): NewText {
  const { dialect, profile, initiatives, initiativesSpan, sections } = survey
  const before = initiativeAt(survey, offset) ?? initiatives.at(-1)
  const { number, edits } = nextNumber(dialect, initiatives, before)
  const blank = dialect.lineBreak.repeat(2)
  const above = before?.span ?? initiativesSpan
  if (above) return { at: writtenEnd(text, above), parts: [blank, ...initiativeParts(profile, dialect, number)], edits }
  const next = sections.find(({ kind }) => kind !== undefined)?.label.span.from
  const at = writtenEnd(text, { from: 0, to: next ?? text.length })
  return { at, parts: [at > 0 ? blank : '', ...firstInitiativeParts(survey), at === next ? blank : ''], edits }
}

/** The first initiative, below a heading for initiatives. */
export function firstInitiativeParts({ dialect, profile }: Survey): readonly Part[] {
  const title = heading(Math.max(1, dialect.initiativeLevel - 1), profile.initiatives.title)
  return [title, dialect.lineBreak.repeat(2), ...initiativeParts(profile, dialect, dialect.numbered ? 1 : undefined)]
}

/** The number of an initiative that is put behind `before`, and the later numbers that have to move up for it. */
export function nextNumber(
  { numbered }: Dialect,
  initiatives: readonly Initiative[],
  before: Initiative | undefined,
): { readonly number: number | undefined; readonly edits: readonly Edit[] } {
  if (!numbered) return { number: undefined, edits: [] }
  const index = before ? initiatives.indexOf(before) : -1
  const number =
    1 + initiatives.slice(0, index + 1).reduce((most, initiative) => Math.max(most, numberOf(initiative)), 0)
  const edits: Edit[] = []
  let taken = number
  for (const initiative of initiatives.slice(index + 1)) {
    if (numberOf(initiative) !== taken || !initiative.numberSpan) continue
    taken++
    edits.push(replacement(initiative.numberSpan, String(taken)))
  }
  return { number, edits }
}

const numberOf = ({ number }: Initiative): number =>
  number !== undefined && /^\d+$/u.test(number) ? Number(number) : 0

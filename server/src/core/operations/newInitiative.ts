import type { Document } from '../document'
import type { Initiative, Survey } from '../survey/model'
import { initiativeAt } from '../survey/query'
import { initiativeParts, type Part } from '../survey/skeleton'
import { replacement, type Edit } from '../text/edit'
import { trimmedEnd, writtenEnd } from '../text/lines'

/** Something new to write: where it goes, what it is, and what else has to change so that it fits. */
export interface NewText {
  /** A UTF-16 offset. */
  readonly at: number
  readonly parts: readonly Part[]
  readonly edits: readonly Edit[]
}

/** The next initiative: behind the one at `offset`, else behind the last, else below the heading for initiatives. */
export function newInitiative({ survey, text }: Document, offset: number): NewText {
  const { dialect, profile, initiatives, initiativesHeading } = survey
  const before = initiativeAt(survey, offset) ?? initiatives.at(-1)
  const { number, edits } = nextNumber(survey, before)
  const blank = dialect.lineBreak.repeat(2)
  const parts = initiativeParts(profile, dialect, number)
  if (before) return { at: writtenEnd(text, before.span), parts: [blank, ...parts], edits }
  if (initiativesHeading) return { at: initiativesHeading.span.to, parts: [blank, ...parts], edits }
  const end = trimmedEnd(text, { from: 0, to: text.length })
  const heading = `${'#'.repeat(Math.max(1, dialect.initiativeLevel - 1))} ${profile.initiatives.title}`
  return { at: end, parts: [end > 0 ? blank : '', heading, blank, ...parts], edits }
}

/** The number of an initiative that is put behind `before`, and the later numbers that have to move up for it. */
export function nextNumber({ dialect, initiatives }: Survey, before: Initiative | undefined): { readonly number: number | undefined; readonly edits: readonly Edit[] } {
  if (!dialect.numbered) return { number: undefined, edits: [] }
  const index = before ? initiatives.indexOf(before) : -1
  const number = 1 + Math.max(0, ...initiatives.slice(0, index + 1).map(numberOf))
  const edits: Edit[] = []
  let taken = number
  for (const initiative of initiatives.slice(index + 1)) {
    if (numberOf(initiative) !== taken || !initiative.numberSpan) continue
    taken++
    edits.push(replacement(initiative.numberSpan, String(taken)))
  }
  return { number, edits }
}

const numberOf = ({ number }: Initiative): number => (number !== undefined && /^\d+$/u.test(number) ? Number(number) : 0)

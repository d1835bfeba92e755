import { openDocument, type Document } from '../document'
import { isRefusal } from '../refusal'
import { countedInitiatives } from '../rules/shared/countedInitiatives'
import type { Initiative } from '../survey/model'
import { initiativeName } from '../survey/names'
import { applyEdits, replacement, type Edit } from '../text/edit'
import { shift, type Span } from '../text/span'
import { operation } from './choices'
import { anchorsOf } from './headingAnchors'
import { countsOf } from './initiatives/counts'
import { withNumbers } from './initiatives/renumberInitiatives'
import { initiativeTexts, type InitiativeText } from './initiatives/texts'
import type { Operation } from './operation'

/**
 * The text of each initiative stays as it is, to the byte; what stands between two, blank lines and headings of groups, stays where it
 * is. Numbers stay where they are, too, and mentions and links follow.
 */
export const moveInitiative: Operation = operation({
  id: 'move-initiative',
  title: 'Move Initiative',
  summary: 'Move an initiative to another place. Numbers follow the places; mentions, links and citations follow.',
  options: [
    { name: 'from', summary: 'Which one, counted from 1 as they stand', required: true },
    { name: 'to', summary: 'At which place it is to stand', required: true },
  ],

  plan(document, { numbers: { from = 0, to = 0 } }) {
    const units = initiativeTexts(document)
    const count = units.length === 1 ? 'is 1 initiative' : `are ${units.length} initiatives`
    for (const place of [from, to])
      if (place > units.length) return { refused: `There ${count}, so there is no place ${place}.` }
    const moving = units[from - 1]
    if (!moving || from === to) return { edits: [], changes: [], losses: [] }
    const order = units.map((_, i) => i)
    order.splice(to - 1, 0, ...order.splice(from - 1, 1))
    const range = {
      from: units[Math.min(from, to) - 1]?.span.from ?? 0,
      to: units[Math.max(from, to) - 1]?.span.to ?? 0,
    }
    const moved = arranged(document, units, order, range)
    const after = openDocument(
      document.text.slice(0, range.from) + moved.text + document.text.slice(range.to),
      document.hints,
    )
    const name = initiativeName(moving.initiative)
    if (!isSame(document, after, order))
      return {
        refused: `${name} cannot be moved: its text, or that of another, would be read in another way there. Look for a code block or comment that is not closed.`,
        span: moving.initiative.label.content,
      }
    const slugs = new Map(anchorsOf(document).map(({ from: at, slug }) => [moved.placeOf(at), slug]))
    const before = anchorsOf(after).map(({ from: at, slug }) => slugs.get(at) ?? slug)
    const renumbered = withNumbers(
      after,
      numbersByPlace(document, after),
      before,
      countsByPlace(document, after, order),
    )
    if (isRefusal(renumbered)) return renumbered
    const { edits, changes, notes } = renumbered
    const isInside = ({ span }: Edit): boolean => span.from >= range.from && span.to <= range.to
    const inside = edits.filter(isInside).map(({ span, insert }) => replacement(shift(span, -range.from), insert))
    return {
      edits: [...edits.filter((edit) => !isInside(edit)), replacement(range, applyEdits(moved.text, inside))].sort(
        (a, b) => a.span.from - b.span.from,
      ),
      changes: [
        {
          subject: moving.initiative.title || name,
          before: `place ${from}`,
          after: `place ${to}`,
          span: moving.initiative.label.content,
        },
        ...changes.map((change) => ({ ...change, span: moved.spanBefore(change.span) })),
      ],
      losses: [],
      ...(notes && { notes }),
    }
  },
})

/** The text of a range with its initiatives in another order, and where in the whole text each offset comes to be, and came from. */
function arranged({ text }: Document, units: readonly InitiativeText[], order: readonly number[], range: Span) {
  const pieces: { readonly span: Span; readonly at: number }[] = []
  let written = ''
  const add = (span: Span): void => {
    pieces.push({ span, at: range.from + written.length })
    written += text.slice(span.from, span.to)
  }
  const inside = units.flatMap(({ span }, place) => (span.from >= range.from && span.to <= range.to ? [place] : []))
  for (const [i, place] of inside.entries()) {
    const unit = units[order[place] ?? place]
    const [here, next] = [units[place], units[inside[i + 1] ?? -1]]
    if (unit) add(unit.span)
    if (here && next) add({ from: here.span.to, to: next.span.from })
  }
  return {
    text: written,
    placeOf(offset: number): number {
      const piece = pieces.find(({ span }) => span.from <= offset && offset < span.to)
      return piece ? piece.at + offset - piece.span.from : offset
    },
    spanBefore(place: Span): Span {
      const piece = pieces.find(({ at, span }) => at <= place.from && place.from < at + span.to - span.from)
      return shift(place, piece ? piece.span.from - piece.at : 0)
    },
  }
}

/** Whether a text says the same after its initiatives changed places. */
function isSame(before: Document, after: Document, order: readonly number[]): boolean {
  const [old, fresh] = [initiativeTexts(before), initiativeTexts(after)]
  return (
    old.length === fresh.length &&
    before.recognition.survey === after.recognition.survey &&
    before.survey.references.length === after.survey.references.length &&
    before.survey.citations.length === after.survey.citations.length &&
    fresh.every((unit, place) => {
      const own = old[order[place] ?? -1]
      return own !== undefined && content(own, before) === content(unit, after)
    })
  )
}

/** What an initiative says: its text, and how that is read. */
const content = ({ span, initiative: { title, sections } }: InitiativeText, { text }: Document): string =>
  JSON.stringify([
    text.slice(span.from, span.to),
    title,
    sections.map(({ kind, state, label }) => [kind, state, label.content.from - span.from]),
  ])

/** Each place keeps its number. */
function numbersByPlace(before: Document, after: Document): ReadonlyMap<Initiative, number> {
  if (!before.survey.dialect.numbered) return new Map()
  const numbered = ({ survey }: Document): readonly Initiative[] =>
    countedInitiatives(survey).filter(({ number }) => number !== undefined)
  const numbers = numbered(before).map(({ number }) => Number(number))
  // `#007` is a name that its author chose.
  if (numbered(before).some(({ number }, i) => number !== String(numbers[i]))) return new Map()
  return new Map(numbered(after).map((initiative, i) => [initiative, numbers[i] ?? 0]))
}

/** Each place keeps what counts it, where that is one, two, three. */
function countsByPlace(before: Document, after: Document, order: readonly number[]): readonly Edit[] {
  const counts = countsOf(before)
  if (!counts || before.survey.dialect.numbered) return []
  const [old, fresh] = [initiativeTexts(before), initiativeTexts(after)]
  return fresh.flatMap(({ span }, place) => {
    const moved = order[place] ?? place
    const [own, here] = [counts[moved], counts[place]]
    if (!own || !here || own.written === here.written) return []
    const from = span.from + own.span.from - (old[moved]?.span.from ?? 0)
    return [replacement({ from, to: from + own.written.length }, here.written)]
  })
}

import { openDocument, type Document } from '../document'
import { isRefusal } from '../refusal'
import { countedInitiatives } from '../rules/shared/countedInitiatives'
import type { Initiative } from '../survey/model'
import { initiativeName } from '../survey/names'
import { replacement, type Edit } from '../text/edit'
import { operation } from './choices'
import { anchorsOf } from './headingAnchors'
import { initiativeContent } from './initiatives/content'
import { contentsSlots, countsKept } from './initiatives/contentsSlots'
import { countsOf } from './initiatives/counts'
import { rearranged, reordered } from './initiatives/rearranged'
import { withNumbers } from './initiatives/renumberInitiatives'
import { initiativeTexts, type InitiativeText } from './initiatives/texts'
import type { Operation, PlannedChange } from './operation'

/**
 * The text of each initiative stays as it is, to the byte; what stands between two, blank lines and headings of groups, stays where it
 * is. Numbers stay where they are, too, and mentions and links follow.
 */
export const moveInitiative: Operation = operation({
  id: 'move-initiative',
  title: 'Move Initiative',
  summary:
    'Move initiatives to another place. Numbers follow the places; mentions, links and the table of contents follow.',
  options: [
    { name: 'from', form: 'numbers', summary: 'Which ones, counted from 1 as they stand', required: true },
    { name: 'to', summary: 'At which place the first of them is to stand', required: true },
  ],

  plan(document, { words: { from = '' }, numbers: { to = 0 } }) {
    const units = initiativeTexts(document)
    const moving = [...new Set(from.split(',').map((place) => Number(place) - 1))].sort((a, b) => a - b)
    const count = units.length === 1 ? 'is 1 initiative' : `are ${units.length} initiatives`
    const absent = [...moving.map((place) => place + 1), to + moving.length - 1].find((place) => place > units.length)
    if (absent !== undefined) return { refused: `There ${count}, so there is no place ${absent}.` }
    const order = reordered(units.length, moving, to - 1)
    if (order.every((place, i) => place === i)) return { edits: [], changes: [], losses: [] }
    const { contents } = document.survey
    const lines = contentsSlots(contents, units, order)
    const moved = rearranged(document.text, [
      ...(lines ? [lines] : []),
      { spans: units.map(({ span }) => span), order },
    ])
    const after = openDocument(moved.text, document.hints)
    const fresh = initiativeTexts(after)
    const misread = isSame(document, after) ? firstMisread(document, after, units, fresh, order) : units[moving[0] ?? 0]
    if (misread)
      return {
        refused: `${initiativeName(misread.initiative)} cannot be moved: its text, or that of another, would be read in another way there. Look for a code block or comment that is not closed.`,
        span: misread.initiative.label.content,
      }
    const slugs = new Map(anchorsOf(document).map(({ from: at, slug }) => [moved.placeOf(at), slug]))
    const before = anchorsOf(after).map(({ from: at, slug }) => slugs.get(at) ?? slug)
    const renumbered = withNumbers(after, numbersByPlace(document, after), before, [
      ...countsByPlace(document, units, fresh, order),
      ...(lines ? countsKept(contents, units, lines, moved) : []),
    ])
    if (isRefusal(renumbered)) return renumbered
    const { edits, changes, notes } = renumbered
    return {
      edits: moved.editsWith(edits),
      changes: [
        ...moving.flatMap((place) => movedTo(units[place], place, order.indexOf(place))),
        ...changes.map((change) => ({ ...change, span: moved.spanBefore(change.span) })),
      ],
      losses: [],
      ...(notes && { notes }),
    }
  },
})

function movedTo(unit: InitiativeText | undefined, from: number, to: number): readonly PlannedChange[] {
  if (!unit) return []
  const { title, label } = unit.initiative
  return [
    {
      subject: title || initiativeName(unit.initiative),
      before: `place ${from + 1}`,
      after: `place ${to + 1}`,
      span: label.content,
    },
  ]
}

/** Whether a text lists and cites as much after its initiatives changed places. */
const isSame = (before: Document, after: Document): boolean =>
  before.survey.initiatives.length === after.survey.initiatives.length &&
  before.recognition.survey === after.recognition.survey &&
  before.survey.references.length === after.survey.references.length &&
  before.survey.citations.length === after.survey.citations.length

/** The first initiative that would be read in another way than before. */
const firstMisread = (
  before: Document,
  after: Document,
  old: readonly InitiativeText[],
  fresh: readonly InitiativeText[],
  order: readonly number[],
): InitiativeText | undefined =>
  old.find((own, place) => {
    const unit = fresh[order.indexOf(place)]
    return !unit || initiativeContent(own, before) !== initiativeContent(unit, after)
  })

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
function countsByPlace(
  before: Document,
  old: readonly InitiativeText[],
  fresh: readonly InitiativeText[],
  order: readonly number[],
): readonly Edit[] {
  const counts = countsOf(before)
  if (!counts || before.survey.dialect.numbered) return []
  return fresh.flatMap(({ span }, place) => {
    const moved = order[place] ?? place
    const [own, here] = [counts[moved], counts[place]]
    if (!own || !here || own.written === here.written) return []
    const from = span.from + own.span.from - (old[moved]?.span.from ?? 0)
    return [replacement({ from, to: from + own.written.length }, here.written)]
  })
}

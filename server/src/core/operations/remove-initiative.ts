import { openDocument, type Document } from '../document'
import { isRefusal, type Refusal } from '../refusal'
import { countedInitiatives } from '../rules/shared/countedInitiatives'
import { parseBlocks } from '../markdown/parse'
import { citationCounts, eachCiting } from '../survey/citing'
import type { Initiative } from '../survey/model'
import { initiativeName, listed } from '../survey/names'
import type { ContentsEntry } from '../survey/contents/model'
import { edited, type Edited } from '../text/composeEdits'
import { replacement, type Edit } from '../text/edit'
import { removalOf } from '../text/lines'
import { contains, type Span } from '../text/span'
import { entriesRemoved } from '../writing/contentsEntries'
import { operation } from './choices'
import { anchorsOf } from './headingAnchors'
import { linksToHeadings } from './headingLinks'
import { listedInitiatives } from './initiatives/contentsSlots'
import { countsOf, writtenCounts } from './initiatives/counts'
import { initiativeContent } from './initiatives/content'
import { mentionsOf, withNumbers } from './initiatives/renumberInitiatives'
import { initiativeTexts, type InitiativeText } from './initiatives/texts'
import { lossOf } from './numbers/losses'
import { planRenumbering } from './numbers/numbering'
import { numbersOf } from './numbers/numbers'
import { namedNumbers, times } from './numbers/words'
import { without } from './numbers/without'
import type { Choices, Operation, Outcome, Plan } from './operation'

/** Its text goes with its lines in the table of contents; what stands between it and others, blank lines and headings of groups, stays. */
export const removeInitiative: Operation = operation({
  id: 'remove-initiative',
  title: 'Remove Initiative',
  summary: 'Remove an initiative. Numbers behind it move down; mentions, links and the table of contents follow.',
  options: [
    { name: 'initiative', summary: 'Which one, counted from 1 as they stand', required: true },
    {
      name: 'numbers',
      summary: 'What becomes of the numbers behind it',
      values: [
        { value: 'close', summary: 'they move down by one' },
        { value: 'keep', summary: 'they stay, and leave a gap' },
      ],
    },
    {
      name: 'references',
      summary: 'What becomes of the references that nothing cites then',
      values: [
        { value: 'keep', summary: 'they stay' },
        { value: 'remove', summary: 'they are removed, too' },
      ],
    },
  ],

  plan(document, { words, numbers: { initiative: place = 0 } }) {
    const units = initiativeTexts(document)
    const unit = units[place - 1]
    if (!unit) {
      const count = units.length === 1 ? 'is 1 initiative' : `are ${units.length} initiatives`
      return { refused: `There ${count}, so there is none at place ${place}.` }
    }
    const own: Removing = { document, units, unit, choices: { ...words, initiative: String(place) } }
    const pointed = pointersTo(own)
    if (isRefusal(pointed)) return pointed
    if (words['numbers'] === 'close' && pointed.length > 0) return asking(own, pointed)
    const removed = removedFrom(own)
    if (isRefusal(removed)) return removed
    return words['references'] === 'remove' ? withoutOrphans(own, removed) : withOrphans(own, removed)
  },
})

interface Removing {
  readonly document: Document
  readonly units: readonly InitiativeText[]
  readonly unit: InitiativeText
  readonly choices: Choices
}

interface Removed extends Plan {
  readonly done: Edited
  /** The numbers of the references that nothing cites then, ascending. */
  readonly orphans: readonly number[]
}

/** The text without it, with the numbers that the others get. */
function removedFrom(own: Removing): Removed | Refusal {
  const { document, unit, choices } = own
  const entries = listedInitiatives(document.survey.contents, [unit]).flatMap((each) => each.entries)
  const removed = edited(document.text, [
    removalOf(document.buffer, unit.span),
    ...entriesRemoved(document.survey.contents, entries),
  ])
  const after = openDocument(removed.text, document.hints)
  const misread = whyMisread(own, after)
  if (misread !== undefined) return { refused: misread, span: unit.initiative.label.content }
  const slugs = anchorsOf(document).flatMap(({ from, slug }) => (isIn(unit, from) ? [] : [slug]))
  const closes = choices['numbers'] === 'close'
  const renumbered = withNumbers(
    after,
    closes ? closedNumbers(unit, after) : new Map(),
    slugs,
    closes ? closedCounts(document, after) : [],
  )
  if (isRefusal(renumbered)) return renumbered
  const [before, left] = [citationCounts(document.survey), citationCounts(after.survey)]
  const orphans = after.survey.references.flatMap(({ number }) =>
    before.has(number) && !left.has(number) ? [number] : [],
  )
  const { edits, changes, notes = [] } = renumbered
  const done = removed.and(edits)
  return {
    edits: done.edits,
    changes: [
      {
        subject: unit.initiative.title || initiativeName(unit.initiative),
        before: `place ${choices['initiative']}`,
        after: 'removed',
        span: unit.initiative.label.content,
      },
      ...changes.map((change) => ({ ...change, span: removed.spanBefore(change.span) })),
    ],
    losses: [...goesWith(own), ...linksInto(own, entries)],
    notes,
    done,
    orphans: [...new Set(orphans)].sort((a, b) => a - b),
  }
}

/** The references that nothing cites then stay. */
function withOrphans({ choices }: Removing, { done: _, orphans, ...plan }: Removed): Plan {
  if (orphans.length === 0) return plan
  const names = namedNumbers(orphans)
  return {
    ...plan,
    losses: [
      ...plan.losses,
      `Nothing cites ${names} then. ${orphans.length === 1 ? 'It stays' : 'They stay'} in the list.`,
    ],
    alternatives: [
      {
        title: `Remove ${names}, too`,
        detail: `nothing cites ${orphans.length === 1 ? 'it' : 'them'} then`,
        choices: { ...choices, references: 'remove' },
      },
    ],
  }
}

/** The references that nothing cites then go, too. */
function withoutOrphans({ document, choices }: Removing, { done, orphans, ...plan }: Removed): Outcome {
  if (orphans.length === 0) return plan
  const after = openDocument(done.text, document.hints)
  const numbers = numbersOf(after)
  const gone = new Set(orphans)
  const renumbered = planRenumbering(numbers, without(numbers, gone))
  if (isRefusal(renumbered))
    return { ...renumbered, ...(renumbered.span && { span: done.spanBefore(renumbered.span) }) }
  return {
    edits: done.and(renumbered.edits).edits,
    changes: [
      ...plan.changes,
      ...renumbered.changes.map((change) => ({ ...change, span: done.spanBefore(change.span) })),
    ],
    losses: [
      ...plan.losses,
      ...numbers.list.items.filter(({ number }) => gone.has(number)).flatMap((item) => lossOf(item, after.text)),
    ],
    notes: [...(plan.notes ?? []), ...(renumbered.notes ?? [])],
    alternatives: [
      {
        title: `Keep ${namedNumbers(orphans)}`,
        detail: `${orphans.length === 1 ? 'it stays' : 'they stay'} in the list, uncited`,
        choices: { ...choices, references: 'keep' },
      },
    ],
  }
}

const isIn = ({ span }: InitiativeText, offset: number): boolean => offset >= span.from && offset < span.to

/** Where the rest of the text names it by its number. */
function pointersTo({ document, unit: { initiative, span } }: Removing): readonly Span[] | Refusal {
  if (!document.survey.dialect.numbered || initiative.number === undefined) return []
  const found = mentionsOf(document, initiative)
  return isRefusal(found) ? found : found.filter((mention) => !contains(span, mention))
}

/** A number that is closed up would come to name another. */
function asking({ unit, choices }: Removing, places: readonly Span[]): Refusal {
  const name = initiativeName(unit.initiative)
  return {
    refused: `${name} is named ${times(places.length)} by its number, which would come to mean another one. Change ${places.length === 1 ? 'that place' : 'those places'} first, or choose “numbers” keep.`,
    ...(places[0] && { span: places[0] }),
    places,
    question: {
      text: `${name} is named ${times(places.length)} by its number`,
      no: `Keep ${name}`,
      alternatives: [
        {
          title: 'Remove it, and keep the numbers of the others',
          detail: 'leaves a gap; what names it stays',
          choices: { ...choices, numbers: 'keep' },
        },
      ],
    },
  }
}

/** Why the rest would not be read as it is; undefined where it would be. */
function whyMisread({ document: before, units, unit: gone }: Removing, after: Document): string | undefined {
  const name = initiativeName(gone.initiative)
  if (units.length === 1) return `${name} is the only initiative of this survey. Write another one first.`
  if (parseBlocks(`${before.text.slice(gone.span.from, gone.span.to)}\n\n`).open)
    return `${name} opens code or a comment and does not close it, so nobody can tell where it ends. Close it first.`
  const own = before.survey.references.filter(({ span }) => contains(gone.span, span))
  const left = citationCounts(after.survey)
  const used = own.find(({ number }) => left.has(number))
  if (used) return `${name} holds the reference [${used.number}], which is cited elsewhere. Move that reference first.`
  const kept = units.filter((unit) => unit !== gone)
  const fresh = initiativeTexts(after)
  const isRead =
    before.recognition.survey === after.recognition.survey &&
    before.survey.references.length - own.length === after.survey.references.length &&
    kept.length === fresh.length &&
    kept.every((unit, i) => {
      const same = fresh[i]
      return same && initiativeContent(unit, before) === initiativeContent(same, after)
    })
  return isRead
    ? undefined
    : `${name} cannot be removed: what is left would be read in another way. Look for a code block or comment that is not closed, or remove it by hand.`
}

/** Those behind a number move down by one. */
function closedNumbers({ initiative }: InitiativeText, after: Document): ReadonlyMap<Initiative, number> {
  const gone = Number(initiative.number)
  if (!after.survey.dialect.numbered || initiative.number === undefined || initiative.number !== String(gone))
    return new Map()
  const counted = countedInitiatives(after.survey).filter(({ number }) => number !== undefined)
  // `#007` is a name that its author chose; a number that another has as well leaves no gap.
  if (counted.some(({ number }) => number !== String(Number(number)) || Number(number) === gone)) return new Map()
  return new Map(
    counted.map((each) => [each, Number(each.number) > gone ? Number(each.number) - 1 : Number(each.number)]),
  )
}

/** Each place keeps what counts it, where that is one, two, three. Edits of the text without it. */
function closedCounts(before: Document, after: Document): readonly Edit[] {
  const counts = countsOf(before)
  if (!counts || before.survey.dialect.numbered) return []
  return writtenCounts(after).flatMap((own, i) => {
    const here = counts[i]
    return !here || here.written === own.written ? [] : [replacement(own.span, here.written)]
  })
}

/** What is lost with its text, in a sentence. */
function goesWith({ document, unit }: Removing): readonly string[] {
  const { sections } = unit.initiative
  const cited = new Set<number>()
  eachCiting(document.survey, (number, { span }) => {
    if (isIn(unit, span.from)) cited.add(number)
  })
  const parts = [
    ...(sections.length > 0 ? [sections.length === 1 ? '1 section' : `${sections.length} sections`] : []),
    ...(cited.size > 0 ? [`the citations of ${namedNumbers([...cited].sort((a, b) => a - b))}`] : []),
  ]
  return parts.length === 0 ? [] : [`Goes with it: ${listed(parts, 'and')}.`]
}

/** Links that will lead nowhere, in a sentence. */
function linksInto({ document, unit }: Removing, entries: readonly ContentsEntry[]): readonly string[] {
  const own = new Set(anchorsOf(document).flatMap(({ from, slug }) => (isIn(unit, from) ? [slug] : [])))
  const links = linksToHeadings(document).filter(
    ({ path, slug, anchor }) =>
      path === '' &&
      own.has(slug) &&
      !contains(unit.span, anchor) &&
      !entries.some(({ span }) => contains(span, anchor)),
  )
  const [first] = links
  if (!first) return []
  const line = document.text.slice(0, first.anchor.from).split('\n').length
  return [
    links.length === 1
      ? `A link in line ${line} leads to it, and will lead nowhere.`
      : `${links.length} links lead to it, the first in line ${line}, and will lead nowhere.`,
  ]
}

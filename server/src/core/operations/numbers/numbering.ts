import { parseBlocks } from '../../markdown/parse'
import { definitionSpan } from '../../survey/referenceBlock'
import { quoted } from '../../survey/names'
import { united, type Edit } from '../../text/edit'
import { startingBy } from '../../text/search'
import { oneLine } from '../../text/oneLine'
import { lineStart, nextText, removalOf } from '../../text/lines'
import { contains, type Span } from '../../text/span'
import type { Outcome, PlannedChange } from '../operation'
import { composed, type Move } from './compose'
import { paragraphEnd } from './entryBlocks'
import { unclearUse } from './unclearUse'
import { writtenTo, type Item, type ReferenceList } from './item'
import type { Numbers } from './numbers'
import { rewriteUses } from './rewrite/rewriteUses'
import { renumbered, type Mapping } from './rewrite/writer'
import type { Uses } from './uses'

/** What is to become of them. */
export interface Renumbering {
  /** The number of an entry; undefined where the entry goes away. */
  numberOf(item: Item): number | undefined
  /** The new number of what an entry becomes part of that goes away; undefined where it leaves nothing. */
  mergedInto?(item: Item): number | undefined
  /** What a number that the text uses becomes. Where the number of an entry is used, that entry's. */
  readonly mapping: Mapping
  /** Whether entries move, so that their numbers rise. `order` is for another order. */
  readonly sorted: boolean
  order?(a: Item, b: Item): number
  /** Numbers that the list gets besides. */
  readonly added?: readonly number[]
  readonly notes?: readonly string[]
}

/** The plan of a renumbering: entries, definitions, citations, and what moves. */
export function planRenumbering(numbers: Numbers, renumbering: Renumbering): Outcome {
  const {
    document: { text },
    list,
    uses,
  } = numbers
  const { numberOf, mapping } = renumbering
  const kept = list.items.filter((item) => numberOf(item) !== undefined)
  const stretches = list.stretches.map((stretch) =>
    stretch.filter((item) => kept.length === list.items.length || numberOf(item) !== undefined),
  )
  const ordered = stretches.map((stretch) => inOrder(stretch, renumbering))
  const taken = new Set([...kept.flatMap((item) => numberOf(item) ?? []), ...(renumbering.added ?? [])])
  const padded = list.items.find(({ numberSpan: { from } }) => text[from] === '0')
  if (padded && list.items.some((item) => numberOf(item) !== item.number)) {
    const written = text.slice(padded.numberSpan.from, padded.numberSpan.to)
    return {
      refused: `The list writes its numbers with a 0 in front, such as ${written}. Text that cites them so, [${written}], would not follow. Write them without the 0 first, in the list and in the text.`,
      span: padded.label,
    }
  }
  const unclear = unclearUse(numbers, mapping, taken)
  if (unclear) return unclear
  const miscounted = miscount(ordered, renumbering)
  if (miscounted) {
    return {
      refused: `Markdown counts the list, as its items are all written “1.”, so ${quoted(miscounted.name)} cannot be given a number. Write the numbers first: 1. 2. 3.`,
      span: miscounted.label,
    }
  }
  const misplaced = list.stretches
    .map((stretch, i) => (isCountedRight(stretch) ? outOfPlace(ordered[i] ?? [], renumbering) : undefined))
    .find((found) => found !== undefined)
  if (misplaced) {
    return {
      refused: `Markdown counts the items of this list, so ${quoted(misplaced.item.name)} would be shown as ${misplaced.shown}, not ${misplaced.number}. Leave no gaps in its numbers.`,
      span: misplaced.item.label,
    }
  }
  const moving = stretches.flatMap((stretch, i) => stretch.filter((item, k) => ordered[i]?.[k] !== item))
  const begun = moving.find(({ block }) => BEGUN.test(text.slice(block.from, block.to)))
  if (begun)
    return {
      refused: `The link definition below [${begun.number}] has no address yet, so the entry cannot be moved. Finish it first.`,
      span: begun.label,
    }
  const unfinished = moving.find((item) => isOpen(item, text))
  if (unfinished) {
    return {
      refused: `What is written below [${unfinished.number}] opens code or a comment and does not close it, so the entry cannot be moved. Close it first.`,
      span: unfinished.label,
    }
  }
  const removed = united(
    list.items.filter((item) => numberOf(item) === undefined).flatMap((item) => removalsOf(item, text)),
  )
  const edits: readonly Edit[] = [
    ...rewriteUses(uses, mapping, list.items, taken, text),
    ...kept.flatMap((item) => [
      ...(item.counted || item.isDefinition ? [] : renumbered(item.numberSpan, item.number, numberOf(item))),
      ...item.definitions.flatMap(({ numberSpan, number }) => renumbered(numberSpan, number, numberOf(item))),
    ]),
    ...list.strays.flatMap(({ numberSpan, number }) => renumbered(numberSpan, number, mapping(number))),
  ]
  const moves = renumbering.sorted
    ? [
        ...stretches.flatMap((stretch, i) => movesOf(stretch, ordered[i] ?? [])),
        ...definitionMoves(list, numberOf, text),
      ]
    : []
  return {
    edits: composed(text, [...removed, ...outside(edits, removed)], moves),
    changes: [...changesOf(list.items, renumbering), ...movedOnly(stretches, ordered, renumbering)].sort(
      (a, b) => a.span.from - b.span.from,
    ),
    losses: [],
    notes: [...(renumbering.notes ?? []), ...unclearNote(uses, text)],
  }
}

function unclearNote({ unclear }: Uses, text: string): readonly string[] {
  const [first, ...others] = unclear.filter(({ mayCite }) => mayCite)
  if (!first) return []
  const words = quoted(oneLine(text.slice(first.span.from, first.span.to)))
  return [
    others.length === 0
      ? `${words} stays as it is, as the list does not have all of its numbers.`
      : `${words} and ${others.length} more like it stay as they are, as the list does not have all of their numbers.`,
  ]
}

function inOrder(stretch: readonly Item[], { sorted, numberOf, order }: Renumbering): readonly Item[] {
  return sorted ? [...stretch].sort(order ?? ((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0))) : stretch
}

/** A link definition of which nothing but the number is typed: with an entry moved below it, Markdown would take that for its address. */
const BEGUN = /(?:^|\n)[ \t]*\[{1,2}\d{1,6}\]{1,2}:[ \t]*$/u

/** Whether what is below an entry would swallow what it is put in front of. */
function isOpen(item: Item, text: string): boolean {
  const { block } = item
  const end = writtenTo(item)
  return end < block.to && parseBlocks(`${text.slice(end, block.to).trimStart()}\n\n`).open
}

/** An item that Markdown would count otherwise: of a list of nothing but ones, it counts the items. */
function miscount(ordered: readonly (readonly Item[])[], { numberOf, added = [] }: Renumbering): Item | undefined {
  let counting: number | undefined
  for (const stretch of ordered) {
    if (!stretch[0]?.counted || stretch[0].number === 1) counting = undefined
    for (const item of stretch) {
      const number = numberOf(item)
      if (counting !== undefined && added.includes(counting + 1)) counting++
      const isOne = item.label.from === item.numberSpan.from && (item.counted || number === 1)
      counting = isOne ? (counting ?? 0) + 1 : undefined
      if (isOne && number !== counting) return item
    }
  }
  return undefined
}

/** Whether a list shows the numbers that are written: those of its places, from the first one on. */
const isCountedRight = (stretch: readonly Item[]): boolean =>
  stretch.every(
    (item, i) =>
      item.label.from === item.numberSpan.from && !item.counted && item.number === (stretch[0]?.number ?? 0) + i,
  )

/** The first item of such a list that would be shown by another number than it gets. */
function outOfPlace(
  ordered: readonly Item[],
  { numberOf, added = [] }: Renumbering,
): { readonly item: Item; readonly number: number; readonly shown: number } | undefined {
  let shown: number | undefined
  for (const item of ordered) {
    const number = numberOf(item) ?? 0
    shown = shown === undefined ? number : shown + 1
    if (number !== shown && added.includes(shown)) shown++
    if (number !== shown) return { item, number, shown }
  }
  return undefined
}

const movesOf = (slots: readonly Item[], ordered: readonly Item[]): readonly Move[] =>
  slots.flatMap((slot, i) =>
    ordered[i] === undefined || ordered[i] === slot ? [] : [{ to: slot.block, from: ordered[i].block }],
  )

interface Definition {
  readonly number: number
  readonly old: number
  readonly span: Span
}

/** Link definitions that stand together and apart from their entries, where their numbers rose. */
function definitionMoves(
  { items, strays }: ReferenceList,
  numberOf: Renumbering['numberOf'],
  text: string,
): readonly Move[] {
  const apart = items.flatMap((item) =>
    item.definitions
      .filter(({ span }) => !contains(item.block, span))
      .map((definition) => ({ definition, number: numberOf(item) ?? 0 })),
  )
  const all = [...apart, ...strays.map((definition) => ({ definition, number: definition.number }))].sort(
    (a, b) => a.definition.span.from - b.definition.span.from,
  )
  const runs: Definition[][] = []
  let end = -1
  for (const { definition, number } of all) {
    const whole = definitionSpan(definition, text)
    const span = { from: lineStart(text, whole.from), to: whole.to }
    if (runs.length === 0 || lineStart(text, nextText(text, end)) !== span.from) runs.push([])
    runs.at(-1)?.push({ number, old: definition.number, span })
    end = whole.to
  }
  return runs
    .map((run) =>
      run.map((each, i) =>
        i === run.length - 1 ? { ...each, span: { from: each.span.from, to: paragraphEnd(text, each.span.to) } } : each,
      ),
    )
    .filter((run) => run.every(({ old }, i) => i === 0 || (run[i - 1]?.old ?? 0) <= old))
    .flatMap((run) => {
      const ordered = [...run].sort((a, b) => a.number - b.number)
      return run.flatMap(({ span }, i) =>
        ordered[i] === undefined || ordered[i].span.from === span.from ? [] : [{ to: span, from: ordered[i].span }],
      )
    })
}

/** An entry, and its definitions elsewhere. */
function removalsOf(item: Item, text: string): readonly Edit[] {
  const others = item.definitions.filter(({ span }) => !contains(item.block, span))
  return [removalOf(text, item.block), ...others.map((definition) => removalOf(text, definitionSpan(definition, text)))]
}

/** The edits that do not fall into what goes away. */
const outside = (edits: readonly Edit[], removed: readonly Edit[]): readonly Edit[] =>
  edits.filter(({ span }) => (startingBy(removed, span.from)?.span.to ?? 0) <= span.from)

const changesOf = (items: readonly Item[], { numberOf, mergedInto }: Renumbering): readonly PlannedChange[] =>
  items.flatMap((item) => {
    const number = numberOf(item)
    if (number === item.number) return []
    const into = mergedInto?.(item)
    return [
      {
        subject: item.name,
        before: `[${item.number}]`,
        after: number !== undefined ? `[${number}]` : into === undefined ? 'removed' : `merged into [${into}]`,
        span: item.label,
      },
    ]
  })

/** What keeps its number, but not its place among entries that all keep theirs. */
const movedOnly = (
  stretches: readonly (readonly Item[])[],
  ordered: readonly (readonly Item[])[],
  { numberOf }: Renumbering,
): readonly PlannedChange[] =>
  stretches.flatMap((stretch, k) => {
    const places = new Map(ordered[k]?.map((item, i) => [item, i]))
    if (stretch.some((item) => numberOf(item) !== item.number)) return []
    return stretch.flatMap((item, i) =>
      places.get(item) === i
        ? []
        : [
            {
              subject: item.name,
              before: `place ${i + 1}`,
              after: `place ${(places.get(item) ?? 0) + 1}`,
              span: item.label,
            },
          ],
    )
  })

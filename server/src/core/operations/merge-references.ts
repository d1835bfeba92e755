import { quoted } from '../survey/names'
import { lastAtMost } from '../text/search'
import { operation } from './choices'
import { lossOf } from './numbers/losses'
import { planRenumbering } from './numbers/numbering'
import { type Operation, type Outcome } from './operation'
import { ambiguity, findItem } from './numbers/citedNumbers'
import { sameSource, type Item } from './numbers/item'
import { numbersOf, type Numbers } from './numbers/numbers'
import { shifted } from './numbers/assign'
import { isRefusal, type Refusal } from '../refusal'

export const mergeReferences: Operation = operation({
  id: 'merge-references',
  title: 'Merge References',
  summary:
    'Make one reference of those that are the same source: two that are named, or all with the same address. Citations follow to the one that stays.',
  options: [
    { name: 'keep', summary: 'The number of the reference that stays; without it, all duplicates are merged' },
    { name: 'drop', summary: 'The number of the reference that becomes part of it' },
    {
      name: 'gap',
      summary: 'What becomes of the numbers above the one that goes',
      values: [
        { value: 'close', summary: 'they move down' },
        { value: 'leave', summary: 'they stay' },
      ],
    },
  ],

  plan(document, { numbers: { keep, drop }, words: { gap } }) {
    const numbers = numbersOf(document)
    const merged = keep === undefined && drop === undefined ? duplicates(numbers) : pair(numbers, keep, drop)
    if ('refused' in merged) return merged
    const involved = new Set([...merged].flat().map(({ number }) => number))
    return ambiguity(numbers, involved) ?? brokenLink(numbers, merged) ?? planMerge(numbers, merged, gap === 'close')
  },
})

/** Each entry that goes, and the one that it becomes part of. */
type Merged = ReadonlyMap<Item, Item>

/** The first in the list stays. An entry without address is a copy of one with the same number and words. */
function duplicates({ list: { items } }: Numbers): Merged {
  const firsts = new Map<string, Item>()
  const merged = new Map<Item, Item>()
  for (const item of items) {
    const key = item.source === undefined ? `[${item.number}] ${item.words}` : item.source
    const first = firsts.get(key)
    if (first) merged.set(item, first)
    else firsts.set(key, item)
  }
  return merged
}

function pair(numbers: Numbers, keep: number | undefined, drop: number | undefined): Merged | Refusal {
  if (keep === undefined || drop === undefined)
    return { refused: 'Name both: the reference that stays (“keep”) and the one that goes (“drop”).', isChoice: true }
  if (keep === drop) return { refused: `[${keep}] cannot be merged with itself.`, isChoice: true }
  const [kept, dropped] = [findItem(numbers, keep), findItem(numbers, drop)]
  if ('refused' in kept) return kept
  if ('refused' in dropped) return dropped
  if (!mayBeSame(kept, dropped)) {
    return {
      refused: `[${keep}] and [${drop}] do not have the same ${kept.source !== undefined && dropped.source !== undefined ? 'address' : 'address or title'}: ${quoted(kept.name)} and ${quoted(dropped.name)}. If they are one source, correct one of them first.`,
      span: dropped.label,
    }
  }
  return new Map(numbers.list.items.filter((item) => item.number === drop).map((item) => [item, kept]))
}

const mayBeSame = (a: Item, b: Item): boolean =>
  sameSource(a, b) ||
  ((a.source === undefined || b.source === undefined) &&
    (a.title === undefined || b.title === undefined || plain(a.title) === plain(b.title)))

const plain = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** A link to a definition that goes away, where the entry that stays has none. */
function brokenLink({ uses }: Numbers, merged: Merged): Refusal | undefined {
  const lost = new Set(
    [...merged]
      .filter(([item, first]) => item.number !== first.number && first.definitions.length === 0)
      .map(([{ number }]) => number),
  )
  const link = uses.links.find(({ number }) => lost.has(number))
  return (
    link && {
      refused: `A link in the text leads to the definition of [${link.number}], and the reference that stays has none. Add one first.`,
      span: link.span,
    }
  )
}

function planMerge(numbers: Numbers, merged: Merged, closes: boolean): Outcome {
  const { items } = numbers.list
  const staying = new Set(items.filter((item) => !merged.has(item)).map(({ number }) => number))
  const gone = closes
    ? [...new Set([...merged.keys()].map(({ number }) => number))]
        .filter((number) => !staying.has(number))
        .sort((a, b) => a - b)
    : []
  const lowered = lowering(gone)
  const shift = shifted(numbers, lowered)
  const into = new Map<number, number>()
  for (const [item, first] of merged) if (!staying.has(item.number)) into.set(item.number, first.number)
  const undefinedNow = new Set(
    [...merged]
      .filter(([item, first]) => first.definitions.length === 0 && item.definitions.length > 0)
      .map(([item]) => item),
  )
  const byLabel = new Map([...merged].map(([item, first]) => [item.label, first]))
  const plan = planRenumbering(numbers, {
    sorted: false,
    numberOf: (item) => (merged.has(item) ? undefined : shift.numberOf(item)),
    mapping: (number) => shift.mapping(into.get(number) ?? number),
  })
  if (isRefusal(plan)) return plan
  return {
    ...plan,
    changes: plan.changes.map((change) => {
      const first = byLabel.get(change.span)
      // Of two with one number nothing changes but that one goes.
      return first && change.before !== `[${first.number}]`
        ? { ...change, after: `[${lowered(first.number)}]` }
        : change
    }),
    losses: [...merged].flatMap(([item, first]) => [
      ...(item.words === first.words
        ? []
        : [
            `The entry of [${item.number}], ${quoted(item.name)}, goes; that of [${first.number}], ${quoted(first.name)}, stays.`,
          ]),
      ...(undefinedNow.has(item)
        ? [`The link definition of [${item.number}] goes, and [${first.number}] has none.`]
        : []),
      ...lossOf(item, numbers.document.text),
    ]),
  }
}

/** How numbers move down when some go away. */
const lowering =
  (gone: readonly number[]) =>
  (number: number): number =>
    number - 1 - lastAtMost(gone, number - 1, (each) => each)

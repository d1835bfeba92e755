import type { Document } from '../document'
import { listed, quoted } from '../survey/names'
import { lastAtMost } from '../text/search'
import { operation } from './choices'
import { fullest } from './merge/fullest'
import { lostFacts } from './merge/lostFacts'
import { planRenumbering } from './numbers/numbering'
import { type Choices, type Operation, type Outcome } from './operation'
import { ambiguity, findItem } from './numbers/citedNumbers'
import { sameSource, type Item } from './numbers/item'
import { numbersOf, type Numbers } from './numbers/numbers'
import { shifted } from './numbers/assign'
import { isRefusal, type Alternative, type Refusal } from '../refusal'

export const mergeReferences: Operation = operation({
  id: 'merge-references',
  title: 'Merge References',
  summary:
    'Merge references to the same source: two that you name, or all with the same address. The fuller entry stays, and citations follow it.',
  options: [
    {
      name: 'keep',
      form: 'numbers',
      summary: 'The references that stay, such as 3,7; of other duplicates the fuller entry does',
    },
    { name: 'drop', summary: 'The reference that becomes part of the one to keep; no others are merged' },
    {
      name: 'gap',
      summary: 'What becomes of the numbers above one that goes',
      values: [
        { value: 'close', summary: 'they move down' },
        { value: 'leave', summary: 'they stay' },
      ],
    },
  ],

  plan(document, { numbers: { drop }, words: { keep = '', gap = '' } }) {
    const numbers = numbersOf(document)
    const kept = new Set(keep.split(',').filter(Boolean).map(Number))
    const groups = drop === undefined ? duplicates(numbers, kept) : pair(numbers, kept, drop)
    if ('refused' in groups) return groups
    const merged: Merged = new Map(groups.flatMap(({ stays, go }) => go.map((item) => [item, stays])))
    const involved = new Set([...merged].flat().map(({ number }) => number))
    const refused = ambiguity(numbers, involved) ?? brokenLink(numbers, merged)
    return (
      refused ??
      planMerge(
        numbers,
        merged,
        gap === 'close',
        alternativesTo(groups, document, (item, stays) =>
          drop === undefined
            ? { keep: [...[...kept].filter((number) => number !== stays.number), item.number].join(','), gap }
            : { keep: String(item.number), drop: String(stays.number), gap },
        ),
      )
    )
  },
})

/** Entries of one source. */
interface Group {
  readonly stays: Item
  readonly go: readonly Item[]
}

/** Each entry that goes, and the one that it becomes part of. */
type Merged = ReadonlyMap<Item, Item>

/** An entry without address is a copy of one with the same number and words. */
function duplicates({ list: { items }, document }: Numbers, kept: ReadonlySet<number>): readonly Group[] | Refusal {
  const bySource = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const key = item.source === undefined ? `[${item.number}] ${item.words}` : item.source
    const group = bySource.get(key)
    if (group) group.push(item)
    else bySource.set(key, [item])
  }
  const groups = [...bySource.values()].filter((group) => group.length > 1)
  const alone = [...kept].find((number) => !groups.some((group) => group.some((item) => item.number === number)))
  if (alone !== undefined)
    return {
      refused: items.some(({ number }) => number === alone)
        ? `[${alone}] has no duplicate. Name the one to merge into it, too (“drop”).`
        : `The list has no [${alone}].`,
    }
  const twice = groups.find((group) => group.filter(({ number }) => kept.has(number)).length > 1)
  if (twice) {
    const [one, other] = twice.map(({ number }) => number).filter((number) => kept.has(number))
    return {
      refused:
        one === other
          ? `[${one}] is in the list twice. Merge the two first.`
          : `[${one}] and [${other}] are one source. Keep one of them.`,
    }
  }
  return groups.map((group) => {
    const stays = group.find(({ number }) => kept.has(number)) ?? fullest(group, document)
    return { stays, go: group.filter((item) => item !== stays) }
  })
}

function pair(numbers: Numbers, kept: ReadonlySet<number>, drop: number): readonly Group[] | Refusal {
  const [keep, ...others] = [...kept]
  if (keep === undefined || others.length > 0)
    return { refused: 'Name both: the reference that stays (“keep”) and the one that goes (“drop”).', isChoice: true }
  if (keep === drop) return { refused: `[${keep}] cannot be merged with itself.`, isChoice: true }
  const [stays, dropped] = [findItem(numbers, keep), findItem(numbers, drop)]
  if ('refused' in stays) return stays
  if ('refused' in dropped) return dropped
  if (!mayBeSame(stays, dropped)) {
    return {
      refused: `[${keep}] and [${drop}] do not have the same ${stays.source !== undefined && dropped.source !== undefined ? 'address' : 'address or title'}: ${quoted(stays.name)} and ${quoted(dropped.name)}. If they are one source, correct one of them first.`,
      span: dropped.label,
    }
  }
  return [{ stays, go: numbers.list.items.filter((item) => item.number === drop) }]
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
      .filter(([item, stays]) => item.number !== stays.number && stays.definitions.length === 0)
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

function planMerge(numbers: Numbers, merged: Merged, closes: boolean, alternatives: readonly Alternative[]): Outcome {
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
  for (const [item, stays] of merged) if (!staying.has(item.number)) into.set(item.number, stays.number)
  const plan = planRenumbering(numbers, {
    sorted: false,
    numberOf: (item) => (merged.has(item) ? undefined : shift.numberOf(item)),
    mergedInto: (item) => {
      const stays = merged.get(item)
      // Of two with one number nothing changes but that one goes.
      return stays && stays.number !== item.number ? lowered(stays.number) : undefined
    },
    mapping: (number) => shift.mapping(into.get(number) ?? number),
  })
  if (isRefusal(plan)) return plan
  const fates = [...merged].map(([item, stays]) => fateOf(item, stays, lowered(stays.number), numbers.document))
  return {
    ...plan,
    losses: fates.flatMap(({ loss }) => loss ?? []),
    notes: [...fates.flatMap(({ note }) => note ?? []), ...(plan.notes ?? [])],
    alternatives,
  }
}

/** What is to be said of an entry that goes: a loss where it says something of its own, nothing where it is a copy. */
function fateOf(
  item: Item,
  stays: Item,
  number: number,
  document: Document,
): { readonly loss?: string; readonly note?: string } {
  const lost = lostFacts(item, stays, document)
  const fate = `[${item.number}] is removed; [${stays.number}] stays${number === stays.number ? '' : ` and becomes [${number}]`}.`
  if (lost.length > 0) return { loss: `${fate} Lost: ${listed(lost, 'and')}.` }
  return item.words === stays.words ? {} : { note: fate }
}

/** Each entry that goes could stay instead, if it has a number of its own to be called by. */
function alternativesTo(
  groups: readonly Group[],
  document: Document,
  choose: (item: Item, stays: Item) => Choices,
): readonly Alternative[] {
  return groups
    .flatMap(({ stays, go }) =>
      go.map((item) => ({ item, stays, others: [stays, ...go.filter((each) => each !== item)] })),
    )
    .filter(({ item, others }) => !others.some(({ number }) => number === item.number))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ item, stays, others }) => {
      const lost = others.flatMap((other) => lostFacts(other, item, document))
      return {
        title: `Keep [${item.number}], not [${stays.number}]`,
        detail: lost.length === 0 ? 'nothing is lost' : `lost: ${listed(lost, 'and')}`,
        choices: choose(item, stays),
      }
    })
}

/** Nobody reads on. */
const MOST_ALTERNATIVES = 50

/** How numbers move down when some go away. */
const lowering =
  (gone: readonly number[]) =>
  (number: number): number =>
    number - 1 - lastAtMost(gone, number - 1, (each) => each)

import { operation } from './choices'
import { byCitation, numbered, type Unit } from './numbers/assign'
import { ambiguity } from './numbers/citedNumbers'
import { planRenumbering, type Renumbering } from './numbers/numbering'
import type { Operation } from './operation'
import type { Item } from './numbers/item'
import { numbersOf } from './numbers/numbers'

export const sortReferences: Operation = operation({
  id: 'sort-references',
  title: 'Sort References',
  summary: 'Sort the reference list and number it in that order. By number, entries only move.',
  options: [
    {
      name: 'by',
      summary: 'Choose what goes first',
      values: [
        { value: 'number', summary: 'the lowest number; every number stays' },
        { value: 'title', summary: 'the title; by alphabet' },
        { value: 'author', summary: 'the authors; by alphabet, then the title' },
        { value: 'citation', summary: 'what is cited first' },
      ],
    },
  ],

  plan(document, { words: { by = '' } }) {
    const numbers = numbersOf(document)
    const keys = KEYS[by]
    if (by === 'number') return planRenumbering(numbers, inPlace)
    return (
      ambiguity(numbers) ??
      planRenumbering(numbers, numbered(numbers, keys ? alphabetically(keys) : byCitation(numbers), true))
    )
  },
})

const inPlace: Renumbering = { numberOf: ({ number }) => number, mapping: (number) => number, sorted: true }

const KEYS: Readonly<Record<string, (item: Item) => readonly (string | undefined)[]>> = {
  title: ({ title }) => [title],
  author: ({ authors, title }) => [authors, title],
}

/** What has no such words comes last. */
const alphabetically =
  (keys: (item: Item) => readonly (string | undefined)[]) =>
  (units: readonly Unit[]): readonly Unit[] => {
    const words = new Map(units.map((unit) => [unit, unit[0] ? keys(unit[0]).map(normal) : []]))
    return [...units].sort((a, b) => compared(words.get(a) ?? [], words.get(b) ?? []))
  }

const normal = (text: string | undefined): string | undefined =>
  text
    ?.replace(/[\s\u00a0]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLocaleLowerCase('en')

const ALPHABET = new Intl.Collator('en', { numeric: true })

function compared(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one, other] = [a[i], b[i]]
    const order = one === other ? 0 : one === undefined ? 1 : other === undefined ? -1 : ALPHABET.compare(one, other)
    if (order !== 0) return order
  }
  return 0
}

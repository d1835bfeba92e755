import { operation } from './choices'
import { highest } from './numbers/words'
import { planRenumbering } from './numbers/numbering'
import { isSorted } from './numbers/sorted'
import type { Operation } from './operation'
import { findItem } from './numbers/citedNumbers'
import { numbersOf } from './numbers/numbers'
import { shifted } from './numbers/assign'

export const moveReference: Operation = operation({
  id: 'move-reference',
  title: 'Move Reference to Another Number',
  summary:
    'Give a reference another number, and shift those between by one. Citations follow, and so does the entry if the list is in number order.',
  options: [
    { name: 'from', summary: 'Its number', required: true },
    { name: 'to', summary: 'Its new number', required: true },
  ],

  plan(document, { numbers: { from = 0, to = 0 } }) {
    const numbers = numbersOf(document)
    const item = findItem(numbers, from)
    if ('refused' in item) return item
    const last = highest(numbers.list.items.map(({ number }) => number))
    if (to > last) return { refused: `The list ends at [${last}], so a reference cannot become [${to}].` }
    const step = from < to ? -1 : 1
    const isBetween = (number: number): boolean =>
      from < to ? from < number && number <= to : to <= number && number < from
    const move = (number: number): number => (number === from ? to : isBetween(number) ? number + step : number)
    return planRenumbering(numbers, { ...shifted(numbers, move), sorted: isSorted(numbers) })
  },
})

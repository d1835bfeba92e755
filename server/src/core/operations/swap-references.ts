import { operation } from './choices'
import { findItem } from './numbers/find'
import { planExchange } from './numbers/exchange'
import { numbersOf } from './numbers/numbering'
import type { Operation } from './operation'

export const swapReferences: Operation = operation({
  id: 'swap-references',
  title: 'Swap the Numbers of Two References',
  summary: 'Give two references the number of each other. Citations follow, and the entries change places where the list is in the order of its numbers.',
  options: [
    { name: 'first', summary: 'The number of one', required: true },
    { name: 'second', summary: 'The number of the other', required: true },
  ],

  plan(document, { numbers: { first = 0, second = 0 } }) {
    const numbers = numbersOf(document)
    const [one, other] = [findItem(numbers, first), findItem(numbers, second)]
    if ('refused' in one) return one
    if ('refused' in other) return other
    return planExchange(numbers, first, second)
  },
})

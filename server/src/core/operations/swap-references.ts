import { operation } from './choices'
import { planExchange } from './numbers/exchange'
import type { Operation } from './operation'
import { numbersOf } from './numbers/numbers'

export const swapReferences: Operation = operation({
  id: 'swap-references',
  title: 'Swap the Numbers of Two References',
  summary:
    'Give two references the number of each other. Citations follow, and the entries change places where the list is in the order of its numbers.',
  options: [
    { name: 'first', summary: 'The number of one', required: true },
    { name: 'second', summary: 'The number of the other, or one that is free', required: true },
  ],

  plan: (document, { numbers: { first = 0, second = 0 } }) => planExchange(numbersOf(document), first, second),
})

import { operation } from './choices'
import { planExchange } from './numbers/exchange'
import type { Operation } from './operation'
import { numbersOf } from './numbers/numbers'

export const swapReferences: Operation = operation({
  id: 'swap-references',
  title: 'Swap the Numbers of Two References',
  summary:
    'Swap the numbers of two references. Citations follow, and the entries change places if the list is in number order.',
  options: [
    { name: 'first', summary: 'The first number', required: true },
    { name: 'second', summary: 'The other number, or a free one', required: true },
  ],

  plan: (document, { numbers: { first = 0, second = 0 } }) => planExchange(numbersOf(document), first, second),
})

import { operation } from './choices'
import { usedNumbers } from './numbers/citedNumbers'
import { lossOf } from './numbers/losses'
import { planRenumbering } from './numbers/numbering'
import { numbersOf } from './numbers/numbers'
import { without } from './numbers/without'
import type { Operation } from './operation'
import { isRefusal } from '../refusal'

/** What an entry of the list or a link leads to counts as cited, too. */
export const removeUncitedReferences: Operation = operation({
  id: 'remove-uncited-references',
  title: 'Remove All Uncited References',
  summary:
    'Remove the references that nothing cites, with their link definitions. Higher numbers move down, everywhere.',
  options: [{ name: 'keep', form: 'numbers', summary: 'The numbers of those that stay all the same' }],

  plan(document, { words: { keep = '' } }) {
    const numbers = numbersOf(document)
    const used = usedNumbers(numbers)
    const kept = new Set(keep.split(',').map(Number))
    const gone = numbers.list.items.filter(({ number }) => !used.has(number) && !kept.has(number))
    if (gone.length === 0) return { edits: [], changes: [], losses: [] }
    const plan = planRenumbering(numbers, without(numbers, new Set(gone.map(({ number }) => number))))
    if (isRefusal(plan)) return plan
    return { ...plan, losses: gone.flatMap((item) => lossOf(item, document.text)) }
  },
})

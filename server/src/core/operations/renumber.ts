import { operation } from './choices'
import { type Operation, type Outcome } from './operation'
import { renumberInitiatives } from './initiatives/renumberInitiatives'
import { byCitation, byNumber, byPlace, numbered } from './numbers/assign'
import { quoted } from '../survey/names'
import { ambiguity } from './numbers/citedNumbers'
import { planRenumbering } from './numbers/numbering'
import { sameSource } from './numbers/item'
import { numbersOf, type Numbers } from './numbers/numbers'
import { isRefusal } from '../refusal'

export const renumber: Operation = operation({
  id: 'renumber',
  title: 'Renumber References',
  summary: 'Renumber the references, or the initiatives. Every citation keeps its source.',
  options: [
    {
      name: 'by',
      summary: 'Choose the order',
      values: [
        {
          value: 'citation',
          summary: 'in the order of their first citation; uncited last; entries move too',
        },
        { value: 'list', summary: 'in the order of the list' },
        { value: 'gaps', summary: 'keep the order, close gaps' },
      ],
    },
    {
      name: 'what',
      summary: 'What to number',
      values: [
        { value: 'references', summary: 'the reference list' },
        {
          value: 'initiatives',
          summary: 'the initiatives; with “gaps” in the order of their numbers, else as they stand',
        },
      ],
    },
  ],

  plan(document, { words: { by = '', what } }) {
    if (what === 'initiatives') return renumberInitiatives(document, by === 'gaps')
    const numbers = numbersOf(document)
    return ambiguity(numbers) ?? withCopies((PLANS[by] ?? PLANS.citation)(numbers), numbers)
  },
})

/** Copies of an entry keep one number, so that `duplicate-reference` goes on: that is told. */
function withCopies(outcome: Outcome, { list: { items } }: Numbers): Outcome {
  if (isRefusal(outcome)) return outcome
  const seen = new Set<number>()
  const copy = items.find(({ number }) => seen.has(number) || !seen.add(number))
  if (!copy || !items.some((item) => item !== copy && item.number === copy.number && sameSource(item, copy)))
    return outcome
  return {
    ...outcome,
    notes: [
      ...(outcome.notes ?? []),
      `${quoted(copy.name)} is listed twice as [${copy.number}] and keeps one number. Merge the two first (merge-references).`,
    ],
  }
}

const PLANS: Readonly<Record<string, (numbers: Numbers) => Outcome>> & {
  readonly citation: (numbers: Numbers) => Outcome
} = {
  citation: (numbers) => planRenumbering(numbers, numbered(numbers, byCitation(numbers), true)),
  list: (numbers) => planRenumbering(numbers, numbered(numbers, byPlace, false)),
  gaps: (numbers) => planRenumbering(numbers, numbered(numbers, byNumber, false)),
}

import { times } from './numbers/words'
import { operation } from './choices'
import { lossOf } from './numbers/losses'
import { planRenumbering } from './numbers/numbering'
import { type Operation } from './operation'
import { usesOfNumber, findItem } from './numbers/citedNumbers'
import { numbersOf } from './numbers/numbers'
import { without } from './numbers/without'
import { isRefusal, type Refusal } from '../refusal'
import type { Span } from '../text/span'

export const removeReference: Operation = operation({
  id: 'remove-reference',
  title: 'Remove Reference and Close the Gap',
  summary: 'Remove a reference and its link definition. Higher numbers move down by one, everywhere.',
  options: [
    { name: 'number', summary: 'Its number', required: true },
    {
      name: 'citations',
      summary: 'What becomes of its citations',
      values: [
        { value: 'refuse', summary: 'a reference that is cited stays' },
        { value: 'remove', summary: 'they are removed, too' },
      ],
    },
  ],

  plan(document, { numbers: { number = 0 }, words: { citations } }) {
    const numbers = numbersOf(document)
    const item = findItem(numbers, number)
    if ('refused' in item) return item
    if (numbers.list.items.filter((each) => each.number === number).length > 1)
      return { refused: `[${number}] is in the list twice. Merge the two first.`, span: item.label }
    const link = numbers.uses.links.find((each) => each.number === number)
    if (link)
      return {
        refused: `A link in the text leads to the definition of [${number}]. Change that link first.`,
        span: link.span,
      }
    const places = usesOfNumber(numbers, number)
    const plan = planRenumbering(numbers, without(numbers, new Set([number])))
    if (places.length > 0 && citations === 'refuse') return asking(number, places, !isRefusal(plan))
    if (isRefusal(plan)) return plan
    const uncited = places.map((span) => ({
      subject: 'Citation',
      before: document.text.slice(span.from, span.to),
      after: `without [${number}]`,
      span,
    }))
    return {
      ...plan,
      changes: [...plan.changes, ...uncited].sort((a, b) => a.span.from - b.span.from),
      losses: lossOf(item, document.text),
    }
  },
})

/** One that is cited is not removed before that was said. */
function asking(number: number, places: readonly Span[], isPossible: boolean): Refusal {
  const citations = places.length === 1 ? 'citation' : `${places.length} citations`
  return {
    refused: `[${number}] is cited ${times(places.length)}. Remove ${places.length === 1 ? 'that citation' : 'those citations'} first, or choose “citations” remove.`,
    ...(places[0] && { span: places[0] }),
    places,
    ...(isPossible && {
      question: {
        text: `Remove its ${citations} too?`,
        no: `Keep [${number}]`,
        alternatives: [
          {
            title: `Remove [${number}] and its ${citations}`,
            detail: 'shows each place first',
            choices: { number: String(number), citations: 'remove' },
          },
        ],
      },
    }),
  }
}

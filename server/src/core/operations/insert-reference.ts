import type { Document } from '../document'
import { definitionSpan } from '../survey/referenceBlock'
import { referenceBefore } from '../writing/newReference'
import { definitionText, PLACEHOLDER } from '../writing/skeleton'
import { insertion, type Edit } from '../text/edit'
import { lineStart } from '../text/lines'
import { operation } from './choices'
import { highest } from './numbers/words'
import { planRenumbering } from './numbers/numbering'
import { type Operation } from './operation'
import type { Item } from './numbers/item'
import { numbersOf } from './numbers/numbers'
import { shifted } from './numbers/assign'
import { isRefusal } from '../refusal'

export const insertReference: Operation = operation({
  id: 'insert-reference',
  title: 'Insert Reference and Shift',
  summary: 'Insert a reference into the list. Its number and higher ones move up by one, everywhere.',
  options: [
    { name: 'number', summary: 'The number of the new reference', required: true },
    { name: 'accessed', summary: 'The day on which its source was read', form: 'day' },
  ],

  plan(document, { numbers: { number = 1 }, words: { accessed = '????-??-??' } }) {
    const numbers = numbersOf(document)
    const { items } = numbers.list
    const last = highest(items.map((item) => item.number))
    if (number > last + 1)
      return { refused: `The list ends at [${last}], so the next reference is [${last + 1}], not [${number}].` }
    const plan = planRenumbering(numbers, {
      ...shifted(numbers, (each) => (each >= number ? each + 1 : each)),
      added: [number],
    })
    if (isRefusal(plan)) return plan
    const next = items.find((item) => item.number === number) ?? items.find((item) => item.number > number)
    const added = entryBefore(next, number, document, accessed)
    const at = added[0]?.span ?? { from: document.text.length, to: document.text.length }
    return {
      ...plan,
      placeholder: PLACEHOLDER,
      edits: [...plan.edits, ...added].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to),
      changes: [...plan.changes, { subject: 'New reference', before: '', after: `[${number}]`, span: at }].sort(
        (a, b) => a.span.from - b.span.from,
      ),
    }
  },
})

function entryBefore(
  next: Item | undefined,
  number: number,
  { survey, text }: Document,
  accessed: string,
): readonly Edit[] {
  if (survey.references.length > 0 || survey.definitions.length === 0) {
    return referenceBefore(
      survey.references.find(({ numberSpan }) => numberSpan.from === next?.numberSpan.from),
      number,
      survey,
      text,
      accessed,
    )
  }
  const words = definitionText(number, PLACEHOLDER)
  if (next) return [insertion(lineStart(text, next.block.from), words + survey.dialect.lineBreak)]
  const last = survey.definitions.at(-1)
  return [insertion(last ? definitionSpan(last, text).to : text.length, survey.dialect.lineBreak + words)]
}

import { replacement } from '../../text/edit'
import type { DialectPart, Convertible, Left } from './dialectPart'
import { convertedDate, dateFormOf } from './dateForms'
import { isWanted } from './wanted'

/** The dates on which sources were read. Dates in prose are the author's words. */
export const dates: DialectPart = {
  option: 'dates',
  subject: 'Dates',
  of: ['The date of ', 'The dates of '],
  choicesFor: (form) => ({ dates: form }),

  collect({ survey: { references } }, wanted) {
    const target = wanted.dates ?? 'hyphen'
    const items: Convertible[] = []
    const left: Left[] = []
    let [already, alreadyOdd] = [0, 0]
    references.forEach((reference, i) => {
      const { accessed, number, span } = reference
      if (!accessed || !isWanted(wanted, span)) return
      const { text, span: place } = accessed
      const written = dateFormOf(text)
      if (written === target) {
        if (convertedDate(text, target) === undefined) return
        already++
        if (convertedDate(convertedDate(text, 'words') ?? '', written) !== text) alreadyOdd++
        return
      }
      const name = `[${number}]`
      const after = convertedDate(text, target)
      // A form may hold more than another keeps: in words, nobody sees whether a month had one digit or two.
      const form =
        written !== undefined && after !== undefined && convertedDate(after, written) === text ? written : undefined
      if (after === undefined) left.push({ span: place, name, reason: 'no full date yet' })
      else
        items.push({
          key: `reference ${i}`,
          span: place,
          name,
          form,
          lost: form === undefined ? `“${text}”` : undefined,
          edits: [replacement(place, after)],
          before: text,
          after,
        })
    })
    return { items, left, already, alreadyOdd, target }
  },
}

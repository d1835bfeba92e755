import type { ReferenceStyle } from './dialect'
import { field, findAccessed, findUrl } from './fields'

/** `[7] Title, Authors, URL, Date accessed: 2018-06-07.` */
export const plain: ReferenceStyle = {
  id: 'plain',
  summary: 'Title, Authors, URL, Date accessed: D.',
  example: 'Plasma: Scalable Autonomous Smart Contracts, J. Poon and V. Buterin, https://plasma.io/plasma.pdf, Date accessed: 2018-06-14.',

  recognises: () => true,

  parse(text) {
    const found = findUrl(text)
    const date = findAccessed(text)
    const end = Math.min(found?.whole.from ?? text.length, date?.from ?? text.length)
    const before = field(text, 0, end)
    const comma = before && authorsAt(before.text)
    const title = before && field(text, before.span.from, comma === undefined ? before.span.to : before.span.from + comma)
    const authors = before && comma !== undefined ? field(text, before.span.from + comma, before.span.to) : undefined
    return {
      ...(title && { title }),
      ...(authors && { authors }),
      ...(found && { url: found.url }),
      ...(date?.accessed && { accessed: date.accessed }),
    }
  },

  format: ({ title = '???', authors, url = '???', accessed = '????-??-??' }) =>
    [title, ...(authors ? [authors] : []), url, `Date accessed: ${accessed}.`].join(', '),
}

/** `J. Poon`, `Poon J.`, `Poon et al.`: what tells a list of authors from the rest of a title. */
const NAME = /^(?:(?:\p{Lu}\.[ -]?){1,4}\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.[ -]?){1,4}|[\p{L}. '’-]{2,40} et al\b)/u

/** Where the authors begin, as the offset of the comma before them. */
function authorsAt(text: string): number | undefined {
  for (let comma = text.indexOf(', '); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    if (NAME.test(text.slice(comma + 2, comma + 120))) return comma
  }
  return undefined
}

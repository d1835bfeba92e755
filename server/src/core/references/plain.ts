import type { Field, ReferenceFields, ReferenceStyle } from './dialect'
import { findAccessed } from './dates'
import { bare, field, findUrl } from './fields'
import { authorsAt, leadingAuthors, startsWithName } from './authors'

/** `[7] Title, Authors, URL, Date accessed: 2018-06-07.` */
export const plain: ReferenceStyle = {
  id: 'plain',
  title: 'Plain',
  summary: 'Title, Authors, URL, Date accessed: D.',
  example:
    'Plasma: Scalable Autonomous Smart Contracts, J. Poon and V. Buterin, https://plasma.io/plasma.pdf, Date accessed: 2018-06-14.',

  recognises: () => true,

  parse(text) {
    const found = findUrl(text)
    const date = findAccessed(text)
    const end = Math.min(found?.whole.from ?? text.length, date?.from ?? text.length)
    const { title, authors } = found?.words
      ? {
          title: found.words,
          authors: field(text, 0, found.whole.from) ?? namesIn(text, found.whole.to, date?.from ?? text.length),
        }
      : titleAndAuthors(text, field(text, 0, withoutTail(text, end)))
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

function titleAndAuthors(text: string, before: Field | undefined): Pick<ReferenceFields, 'title' | 'authors'> {
  if (!before) return {}
  const { from, to } = before.span
  const leading = leadingAuthors(before.text)
  const comma = leading ? undefined : authorsAt(before.text)
  const title = bare(
    text,
    leading ? field(text, from + leading.title, to) : field(text, from, comma === undefined ? to : from + comma),
  )
  const authors = leading
    ? field(text, from, from + leading.end)
    : comma === undefined
      ? undefined
      : field(text, from + comma, to)
  return { ...(title && { title }), ...(authors && { authors }) }
}

/** What names people between two offsets. */
function namesIn(text: string, from: number, to: number): Field | undefined {
  const names = field(text, from, to)
  return names && startsWithName(names.text) ? names : undefined
}

/** Where the words end that only announce the address. */
function withoutTail(text: string, end: number): number {
  const tail =
    /[\s,;.(]{0,9}\b(?:URL|Links?|Available(?:\s(?:at|from|online))?|Retrieved(?:\sfrom)?|from|at)\s?:?\s{0,9}<?$/iu.exec(
      text.slice(Math.max(0, end - 40), end),
    )
  return end - (tail && /:|avail|retr/iu.test(tail[0]) ? tail[0].length : 0)
}

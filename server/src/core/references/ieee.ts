import type { Span } from '../text/span'
import type { Field, ReferenceStyle } from './dialect'
import { findAccessed } from './dates'
import { bare, field, findUrl } from './fields'
import { leadingAuthors, startsWithName } from './authors'
import { quotation } from './quotation'

/** `[[7]] Authors, "Title" [online]. Available: <URL>. Date accessed: 2018-06-07.` */
export const ieee: ReferenceStyle = {
  id: 'ieee',
  title: 'IEEE',
  summary: 'Authors, "Title" [online]. Available: <URL>. Date accessed: D.',
  example:
    'J. Poon and V. Buterin, "Plasma: Scalable Autonomous Smart Contracts" [online]. Available: <https://plasma.io/plasma.pdf>. Date accessed: 2018-06-14.',

  recognises: (text) => quotedTitle(text) !== undefined || ONLINE.test(text),

  parse(text) {
    const quoted = quotedTitle(text)
    const found = findUrl(text)
    const accessed = findAccessed(text)?.accessed
    const before = field(
      text,
      0,
      quoted?.from ?? Math.min(ONLINE.exec(text)?.index ?? text.length, found?.whole.from ?? text.length),
    )
    const leading = quoted || !before ? undefined : leadingAuthors(before.text)
    const start = before?.span.from ?? 0
    const title = quoted
      ? field(text, quoted.from + 1, quoted.to - 1)
      : (found?.words ?? field(text, start + (leading?.title ?? 0), before?.span.to ?? 0))
    const authors = quoted ? before : leading && field(text, start, start + leading.end)
    const people = authors && withoutDate(text, authors)
    const words = bare(text, title)
    return {
      ...(words && { title: words }),
      ...(people && { authors: people }),
      ...(found && { url: found.url }),
      ...(accessed && { accessed }),
    }
  },

  format: ({ title = '???', authors, url = '???', accessed = '????-??-??' }) =>
    `${authors ? `${authors}, ` : ''}"${title}" [online]. Available: <${url}>. Date accessed: ${accessed}.`,
}

/** A quotation that stands by itself, in front or behind the authors: any other is a word in quotes. */
function quotedTitle(text: string): Span | undefined {
  const quoted = quotation(text)
  if (!quoted) return undefined
  const before = text.slice(0, quoted.from).trim()
  const isApart =
    before === '' ||
    /[,;.:)]$/u.test(before) ||
    startsWithName(before) ||
    /^[\s,.]*[[(]?online\b/iu.test(text.slice(quoted.to, quoted.to + 20))
  return isApart && !/\]\([^()]*$/u.test(before.slice(-LONGEST_URL)) ? quoted : undefined
}

/** UTF-16 units that are looked back for a link whose title it might be. */
const LONGEST_URL = 300

const ONLINE = /[[(]online\.?[\])]|\bavailable(?:\s(?:at|from))?\s?:/iu

/** Without the date of publication that some write behind the authors, and without a colon. */
function withoutDate(text: string, { text: names, span: { from } }: Field): Field | undefined {
  const tail =
    /[\s,(]+(?:\d{4}(?:-\d\d?){0,2}|\d{1,2}\s[^\s\d.,()]{3,9}\s\d{4}|[^\s\d.,()]{3,9}\s\d{4})[).]*$|:$/u.exec(
      names.slice(-LONGEST_TAIL),
    )
  return field(text, from, from + names.length - (tail?.[0].length ?? 0))
}

/** UTF-16 units. */
const LONGEST_TAIL = 40

import type { Field, ReferenceFields } from '../../references/dialect'
import type { EntryForm } from './wanted'

/** An entry's text taken to pieces of which it can be put together again, in its own style or in another. */
export interface Pieces {
  readonly title: string
  readonly authors: string | undefined
  readonly url: string
  readonly accessed: string | undefined
  /** Blanks and line breaks that every style has a place for. */
  readonly gaps: Gaps
}

interface Gaps {
  /** Between title and authors. */
  readonly people: string
  readonly address: string
  /** In front of `Date`, behind it, and behind `accessed:`. */
  readonly date: readonly [string, string, string]
}

/** The text around the address and the date, which themselves stay where they are. */
export interface Around {
  readonly head: string
  readonly middle: string
  readonly tail: string
}

/** How an entry of a form is put together. */
export const layouts: Readonly<Record<EntryForm, (pieces: Pieces) => Around>> = {
  plain: ({ title, authors, accessed, gaps }) => ({
    head: `${title}${authors === undefined ? '' : `,${gaps.people}${authors}`},${gaps.address}`,
    ...dated(accessed, ',', '', gaps),
  }),
  ieee: (pieces) => ({ head: `${ieeeHead(pieces)}<`, ...dated(pieces.accessed, '>.', '>.', pieces.gaps) }),
  'ieee-bare': (pieces) => ({ head: ieeeHead(pieces), ...dated(pieces.accessed, '.', '.', pieces.gaps) }),
}

/** Behind a question the full stop is put into the brackets, as it would follow a question mark. */
const ieeeHead = ({ title, authors, gaps }: Pieces): string =>
  `${authors === undefined ? '' : `${authors},${gaps.people}`}"${title}" ${/[?!]$/u.test(title) ? '[Online.]' : '[online].'} Available:${gaps.address}`

const dated = (
  accessed: string | undefined,
  before: string,
  end: string,
  { date: [first, second, third] }: Gaps,
): Omit<Around, 'head'> =>
  accessed === undefined
    ? { middle: '', tail: end }
    : { middle: `${before}${first}Date${second}accessed:${third}`, tail: '.' }

export interface Taken {
  readonly pieces: Pieces
  /** Where address and date stand in the text that was taken to pieces. */
  readonly marks: readonly [urlFrom: number, urlTo: number, dateFrom: number, dateTo: number]
}

/** Takes an entry's text to pieces, with its fields as its style reads them; or says what of it has no place in another style. */
export function takeApart(
  text: string,
  { title, authors, url, accessed }: Readonly<Record<keyof ReferenceFields, Field | undefined>> | ReferenceFields,
  style: string,
): Taken | string {
  if (!title) return 'no title'
  if (!url) return 'no address'
  const [urlFrom, urlTo, dateFrom, dateTo] = [
    url.span.from,
    url.span.to,
    accessed?.span.from ?? text.length,
    accessed?.span.to ?? text.length,
  ]
  const head = (style === 'ieee' ? IEEE_HEAD : PLAIN_HEAD)(text.slice(0, urlFrom), title.text, authors?.text)
  const middle = (accessed ? DATED : UNDATED).exec(text.slice(urlTo, dateFrom))
  if (!head || !middle || !/^\.?$/u.test(text.slice(dateTo))) return 'more than title, authors, address and date'
  return {
    pieces: {
      title: title.text,
      authors: authors?.text,
      url: url.text,
      accessed: accessed?.text,
      gaps: { ...head, date: [middle[1] ?? ' ', middle[2] ?? ' ', middle[3] ?? ' '] },
    },
    marks: [urlFrom, urlTo, dateFrom, dateTo],
  }
}

type HeadReader = (head: string, title: string, authors: string | undefined) => Omit<Gaps, 'date'> | undefined

const IEEE_HEAD: HeadReader = (head, title, authors) => {
  const people = authors === undefined ? '' : GAP_BEHIND.exec(head.slice(authors.length))?.[0]
  const start = (authors?.length ?? 0) + (people?.length ?? 0)
  if (
    people === undefined ||
    !head.startsWith(authors ?? '') ||
    !/["“]/u.test(head.charAt(start)) ||
    !head.startsWith(title, start + 1)
  )
    return undefined
  const [, before, between, behind] = ONLINE.exec(head.slice(start + 1 + title.length)) ?? []
  if (before === undefined || between === undefined || behind === undefined) return undefined
  return {
    people: people.replace(/^,/u, '') || ' ',
    address: [behind, between, before].find((gap) => gap.includes('\n')) ?? (behind || ' '),
  }
}

const PLAIN_HEAD: HeadReader = (head, title, authors) => {
  const start = /^["“]/u.test(head) && !head.startsWith(title) ? 1 : 0
  if (!head.startsWith(title, start)) return undefined
  const rest = head.slice(start + title.length)
  const people = authors === undefined ? '' : GAP_BEHIND.exec(rest)?.[0]
  if (people === undefined || !rest.startsWith(authors ?? '', people.length)) return undefined
  const [, address] = ADDRESS.exec(rest.slice(people.length + (authors?.length ?? 0))) ?? []
  return address === undefined ? undefined : { people: people.replace(/^,/u, '') || ' ', address: address || ' ' }
}

/** A comma and what is blank behind it. */
const GAP_BEHIND = /^,\s{1,40}/u
const ADDRESS = /^["”]?\s{0,9},["”]?(\s{0,40})<?$/u
const ONLINE = /^,?["”](\s{0,40})[[(]online\.?[\])]\.?(\s{0,40})available(?:\s(?:at|from))?:(\s{0,40})<?$/iu
const DATED = /^(?:>?[.,]?|\s{0,9},)(\s{1,40})Date(\s{1,40})accessed\+?:?(\s{0,40})$/iu
const UNDATED = /^>?\.?$/u

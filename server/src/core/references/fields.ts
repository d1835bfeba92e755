import type { Field } from './dialect'

/** The part of `text` between two offsets, without surrounding blanks and separators; nothing where nothing is left. */
export function field(text: string, from: number, to: number): Field | undefined {
  while (from < to && /[\s,;]/.test(text.charAt(from))) from++
  while (to > from && /[\s,;]/.test(text.charAt(to - 1))) to--
  return from < to ? { text: text.slice(from, to), span: { from, to } } : undefined
}

const URL = /<?((?:https?:\/|www\.)[^\s<>"“”]*)>?/iu

/** The first address. `whole` includes its angle brackets. */
export function findUrl(text: string): { readonly url: Field; readonly whole: { readonly from: number; readonly to: number } } | undefined {
  const match = URL.exec(text)
  const address = match?.[1]?.replace(/[.,;:)\]]+$/, (tail) => (balanced(match[1] ?? '') ? tail.replace(/[.,;:\]]+$/, '') : ''))
  if (!match || !address) return undefined
  const from = match.index + match[0].indexOf(address)
  return { url: { text: address, span: { from, to: from + address.length } }, whole: { from: match.index, to: match.index + match[0].length } }
}

/** Whether closing parentheses belong to the address, as in Wikipedia's. */
const balanced = (address: string): boolean => address.split('(').length === address.split(')').length

const ACCESSED = /(?:\bdate\s+accessed|\baccessed(?:\s+on)?|\bretrieved(?:\s+on)?)\s*:?[ \t]*/iu
const DATE = /^\s*([0-9?]{1,4}(?:(?:[-/.\u2010-\u2015]|&#\d+;|&[a-z]+;)[0-9?]{1,4}){1,2}|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4}|[0-9?]{4})/u

/** The access date: where its words begin, and the date where there is one. */
export function findAccessed(text: string): { readonly from: number; readonly accessed?: Field } | undefined {
  const match = ACCESSED.exec(text)
  if (!match) return undefined
  const after = match.index + match[0].length
  const date = DATE.exec(text.slice(after, after + 64))?.[1]
  if (!date) return { from: match.index }
  const from = text.indexOf(date, after)
  return { from: match.index, accessed: { text: date, span: { from, to: from + date.length } } }
}

const HYPHENS = /&#8209;|&#x2011;|&#8211;|&ndash;|[/.\u2010-\u2015]/giu

/** A date as `YYYY-MM-DD`, whatever stands between its parts. Undefined where it is no date of the calendar. */
export function isoDate(text: string): string | undefined {
  const plain = text.replace(HYPHENS, '-')
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

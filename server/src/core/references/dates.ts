import type { Field } from './dialect'

const ACCESSED =
  /(?:\bdate(?:\s|&nbsp;){1,9}accessed|\b(?:accessed|retrieved|visited|viewed)(?:\s{1,9}on\b)?|\baccess\s{1,9}date)[\s:+=,(]{0,9}/giu

const SEPARATOR = String.raw`(?:[-/.\u2010-\u2015]|&#x?[0-9a-fA-F]{1,6};|&[a-zA-Z]{1,12};)`
const BLANK = String.raw`(?:[ \t\r\n\u00a0-]|&nbsp;|&#160;){1,4}`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`
const MONTH = String.raw`\p{L}{3,12}\.?,?`

/** Tried in order. Numbers alone are what nearly every list has, and sooner ready than a pattern for words. */
const DATES: readonly RegExp[] = [
  String.raw`[0-9?]{1,4}(?:${SEPARATOR}[0-9?]{1,4}){1,2}`,
  String.raw`(?:\d{4}|[yY]{4})${SEPARATOR}[mM]{2}${SEPARATOR}[dD]{2}`,
  String.raw`${DAY}${BLANK}${MONTH}${BLANK}\d{4}`,
  String.raw`${MONTH}${BLANK}${DAY},?${BLANK}\d{4}`,
  String.raw`${MONTH}${BLANK}\d{4}`,
  String.raw`[0-9?]{4}`,
].map((pattern) => new RegExp(`^${pattern}`, 'u'))

function dateAt(text: string, from: number): string | undefined {
  const next = text.slice(from, from + 64)
  for (const pattern of DATES) {
    const date = pattern.exec(next)?.[0]
    if (date) return date
  }
  return undefined
}

/** The access date: where its words begin, and the date where there is one. */
export function findAccessed(text: string): { readonly from: number; readonly accessed?: Field } | undefined {
  let announced: number | undefined
  for (const { index, 0: words } of text.matchAll(ACCESSED)) {
    const from = index + words.length
    const date = dateAt(text, from)
    if (date) return { from: index, accessed: { text: date, span: { from, to: from + date.length } } }
    // A title may speak of what is accessed; only these words announce a date that is not there.
    if (/^date|:/iu.test(words)) announced ??= index
  }
  return announced === undefined ? undefined : { from: announced }
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * A date as `YYYY-MM-DD`: whatever stands between its numbers, or with an English month. Undefined where it is no day of
 * the calendar, or one before the year 1000.
 */
export function isoDate(text: string): string | undefined {
  const plain = text.replace(/&nbsp;|&#160;|\u00a0/gi, ' ').replace(/&#?\w{1,8};|[/.\u2010-\u2015]/gu, '-')
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(plain) ?? inWords(plain) ?? []
  if (year === undefined || Number(year) < 1000) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : undefined
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`, and nothing else. */
export const isDay = (text: string): boolean => isoDate(text) === text

/** `7 June 2018`, `June 7th, 2018`, `7-Jun-2018`, as year, month and day behind a first item. */
function inWords(text: string): readonly unknown[] | undefined {
  const words =
    text
      .toLowerCase()
      .match(/\p{L}+|\d+/gu)
      ?.filter((word) => !/^(?:st|nd|rd|th)$/u.test(word)) ?? []
  const name = words.find((word) => /^\p{L}{3}/u.test(word)) ?? '?'
  const [day, year] = words.filter((word) => word !== name)
  const month = MONTHS.findIndex((each) => each.startsWith(name === 'sept' ? 'sep' : name)) + 1
  return words.length === 3 && month > 0 && /^\d{1,2}$/u.test(day ?? '') && /^\d{4}$/u.test(year ?? '')
    ? [text, year, month, day]
    : undefined
}

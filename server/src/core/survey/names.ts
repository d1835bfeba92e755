import { LINK_TARGET } from '../markdown/linkTarget'
import type { Notation } from '../references/forms/form'
import type { Citation } from '../references/model'
import type { Initiative, Label, Section } from './model'
import type { Profile } from './profile'
import { cut } from '../text/cut'
import type { Span } from '../text/span'

/** How messages call an initiative: `#5 What else?`, as the author wrote it. */
export function initiativeName({ number, title }: Initiative): string {
  const words = plainTitle(title)
  if (number === undefined) return /^\?*$/.test(words) ? 'This initiative' : words
  return words ? `#${number} ${words}` : `#${number}`
}

/** How messages call a section: `“Strengths” of #1 Plasma`. */
export const sectionName = (section: Section, initiative: Initiative | undefined): string =>
  initiative
    ? `${quoted(plainTitle(section.title))} of ${initiativeName(initiative)}`
    : quoted(plainTitle(section.title))

export const quoted = (title: string): string => `“${title}”`

/** A title as lists show it: without the marks of emphasis around words of it. */
export const titleInLists = (title: string): string =>
  /[*_`]/u.test(title)
    ? title.replace(/(?<![\p{L}\p{N}\\])([*_`]{1,3})(?=\S)([^*_`]+)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    : title

/** A title without its citations and emphasis, cut where it would drown the message. */
export function plainTitle(title: string): string {
  const words = title.replace(CITATIONS, '').replace(/[*_`]/gu, '').trim()
  return cut(words, LONGEST_QUOTED)
}

/** With the parentheses and the blanks around them. */
const CITATIONS = new RegExp(String.raw`(?<!\s)\s*\(?\[\[?\^?\d+\]\]?(?:${LINK_TARGET})?\)?`, 'gu')

/** UTF-16 units. */
const LONGEST_QUOTED = 60

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

/** What an author writes where there is nothing to say, as a sentence: `None.` */
export function noneSentence(profile: Profile): string | undefined {
  const [word] = profile.none
  return word === undefined ? undefined : `${word.charAt(0).toUpperCase()}${word.slice(1)}.`
}

/** Where a finding about a label stands: its words, or its marks where it has none. */
export const labelSpan = ({ content, span }: Label): Span =>
  content.from < content.to ? content : { from: span.from, to: content.from }

/** A citation's number with the brackets that touch it: in `[[7]]` the inner ones. */
export const bracketsOf = ({ numberSpan: { from, to } }: Pick<Citation, 'numberSpan'>, notation: Notation): Span => ({
  from: from - (notation === 'footnotes' ? 2 : 1),
  to: to + 1,
})

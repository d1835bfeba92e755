import { isUpper, personAt, surnameAt } from './person'

/** `Plasma, Poon J` may name somebody; `Plasma, Part I` does not. */
const NUMBERED =
  /^(?:Part|Vol|Volume|Chapter|Section|Book|Phase|Version|Appendix|Class|Type|Figure|Table|Plan|Series|Layer|Level|World|War)\s/u
const BETWEEN = /(?:,\s+(?:and\s|&\s)?|\s+and\s|\s+&\s)/uy
const BEHIND = /(?:,?\s+et\.?\s?al\.?)?[,:]\s+(?=\S)/uy
const DATED = /^([^()]{3,300}?)\s\(\d{4}[^()]{0,20}\)[.,:]?\s+(?=\S)/u
const AND_OTHERS = /^([^\d()[\]"“”:;]{2,40}?)\set\.?\s?al\b/u

/** Whether a text begins with somebody's name: with initials, `Poon J`, or `Poon et al`. */
export function startsWithName(text: string): boolean {
  const beginning = text.slice(0, LONGEST_NAME)
  return personAt(beginning, 0) > 0 || startsWithBareName(beginning) || AND_OTHERS.test(beginning)
}

/** `Poon J,` `Poon JH and` */
function startsWithBareName(text: string): boolean {
  const surname = surnameAt(text, 0)
  if (surname < 0 || !/\s/u.test(text.charAt(surname)) || NUMBERED.test(text)) return false
  let end = surname + 1
  while (end < surname + 4 && isUpper(text[end])) end++
  const initials = end - surname - 1
  return (
    initials > 0 &&
    (/^\s(?:(?:and|et)\b|&)/u.test(text.slice(end)) || (initials === 1 && /^\s*(?:[,;]|$)/u.test(text.slice(end))))
  )
}

/** Where what a sticky pattern matches at an offset ends, or -1. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Where the authors begin behind a title, as the offset of the comma before them. */
export function authorsAt(text: string): number | undefined {
  for (let comma = text.indexOf(', '); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    if (startsWithName(text.slice(comma + 2, comma + 2 + LONGEST_NAME))) return comma
  }
  return undefined
}

/** Where authors in front of a title end and where the title begins: `J. Poon and V. Buterin, Plasma`, `Poon, J. (2017). Plasma`. */
export function leadingAuthors(text: string): { readonly end: number; readonly title: number } | undefined {
  const dated = startsWithName(text) ? DATED.exec(text) : null
  if (dated) return { end: dated[1]?.length ?? 0, title: dated[0].length }
  const title = behindNames(text.slice(0, LONGEST_AUTHORS))
  return title < 0 ? undefined : { end: title, title }
}

/** Where the text behind a list of names begins, or -1. The list may end before the last thing that looks like a name. */
function behindNames(text: string): number {
  let found = -1
  for (let end = personAt(text, 0); end > 0;) {
    const behind = matchAt(BEHIND, text, end)
    if (behind > 0) found = behind
    const next = matchAt(BETWEEN, text, end)
    end = next > 0 ? personAt(text, next) : -1
  }
  return found
}

/** UTF-16 units. */
const LONGEST_AUTHORS = 2000

/** UTF-16 units; so much is looked at to tell a name. */
const LONGEST_NAME = 120

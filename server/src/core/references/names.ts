/** Names of people as lists of sources write them: with initials, which is what tells them from the words of a title. */
const SURNAME = String.raw`(?:(?:van|von|der|den|de|da|di|du|la|le|al|bin|ter)\s){0,3}\p{Lu}[\p{L}'’-]+`
const DOTTED = String.raw`(?:\p{Lu}\.[ -]?){1,4}`
const PERSON = String.raw`(?:${DOTTED}${SURNAME}|${SURNAME},?\s${DOTTED})`
/** `Poon J`, but no `Part I`. */
const BARE = String.raw`(?!(?:Part|Vol|Volume|Chapter|Section|Book|Phase|Version|Appendix|Class|Type|Figure|Table|Plan|Series|Layer|Level|World|War)\s)${SURNAME}\s\p{Lu}(?:\p{Lu}{0,2}(?=\s(?:and|et)\b|\s&)|(?=\s*(?:[,;]|$)))`
const AND_OTHERS = String.raw`[\p{L}.,' ’-]{2,40}\set\.?\s?al\b`

const NAME = new RegExp(`^(?:${PERSON}|${BARE}|${AND_OTHERS})`, 'u')
const LEADING = new RegExp(String.raw`^${PERSON}(?:(?:,\s+(?:and\s|&\s)?|\s+and\s|\s+&\s)${PERSON}){0,40}(?:,?\s+et\.?\s?al\.?)?[,:]\s+(?=\S)`, 'u')
const DATED = /^([^()]{3,300}?)\s\(\d{4}[^()]{0,20}\)[.,:]?\s+(?=\S)/u

export const startsWithName = (text: string): boolean => NAME.test(text.slice(0, LONGEST))

/** Where the authors begin behind a title, as the offset of the comma before them. */
export function authorsAt(text: string): number | undefined {
  for (let comma = text.indexOf(', '); comma >= 0; comma = text.indexOf(', ', comma + 1)) {
    if (startsWithName(text.slice(comma + 2, comma + 2 + LONGEST))) return comma
  }
  return undefined
}

/** Where authors in front of a title end and where the title begins: `J. Poon and V. Buterin, Plasma`, `Poon, J. (2017). Plasma`. */
export function leadingAuthors(text: string): { readonly end: number; readonly title: number } | undefined {
  const dated = startsWithName(text) ? DATED.exec(text) : null
  if (dated) return { end: dated[1]?.length ?? 0, title: dated[0].length }
  const leading = LEADING.exec(text.slice(0, 2000))
  return leading ? { end: leading[0].length, title: leading[0].length } : undefined
}

/** UTF-16 units; so much is looked at to tell a name. */
const LONGEST = 120

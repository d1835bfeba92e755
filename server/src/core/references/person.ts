/*
 * Names of people as lists of sources write them: with initials, which is what tells them from the words of a title. Read
 * character by character: patterns with classes of Unicode take longer to get ready than it takes to read a whole survey.
 */

/** Where a name with dotted initials ends that begins at an offset, `J. Poon` or `Poon, J.`; -1 where none does. */
export function personAt(text: string, at: number): number {
  const initials = initialsAt(text, at)
  if (initials > 0) return surnameAt(text, initials)
  const surname = surnameAt(text, at)
  if (surname < 0) return -1
  const next = text[surname] === ',' ? surname + 1 : surname
  return isBlank(text[next]) ? initialsAt(text, next + 1) : -1
}

/** Where a surname ends, with the particles before it: `van der Berg`. */
export function surnameAt(text: string, at: number): number {
  let start = at
  for (let i = 0; i < MOST_PARTICLES; i++) {
    const blank = text.indexOf(' ', start)
    if (blank < 0 || !PARTICLES.has(text.slice(start, blank))) break
    start = blank + 1
  }
  let end = start + 1
  while (isNamePart(text[end])) end++
  return isUpper(text[start]) && end > start + 1 ? end : -1
}

/** `J.`, `J.P.`, `J. P. `, `J.-P. ` */
function initialsAt(text: string, at: number): number {
  let end = -1
  for (let i = 0, next = at; i < MOST_INITIALS && isUpper(text[next]) && text[next + 1] === '.'; i++) {
    next += text[next + 2] === ' ' || text[next + 2] === '-' ? 3 : 2
    end = next
  }
  return end
}

/** Of one name: `van der`, `J. R. R.` */
const MOST_PARTICLES = 3
const MOST_INITIALS = 4

const PARTICLES: ReadonlySet<string> = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'da',
  'di',
  'du',
  'la',
  'le',
  'al',
  'bin',
  'ter',
])

export const isUpper = (char: string | undefined): boolean =>
  char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase()

/** A letter of a script that has cases; a letter of any other, or a mark, as far as it is none of ASCII; what joins parts of a name. */
const isNamePart = (char: string | undefined): boolean =>
  char !== undefined &&
  (char.toLowerCase() !== char.toUpperCase() ||
    char === "'" ||
    char === '’' ||
    char === '-' ||
    (char > '\u02ff' && /\p{L}/u.test(char)))

const isBlank = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char)

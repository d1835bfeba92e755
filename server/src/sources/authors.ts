/** Somebody who wrote something, as bibliographies have them. */
export interface Name {
  readonly given?: string | undefined
  /** With what belongs in front of it: `van der Berg`. */
  readonly family?: string | undefined
  /** `Jr.` */
  readonly suffix?: string | undefined
  /** Where there are no such parts: `World Health Organization`. */
  readonly whole?: string | undefined
}

/** Authors as reference lists have them, `J. Poon, T. Dryja and V. Buterin`; undefined where there are none. */
export function authorsOf(names: readonly Name[]): string | undefined {
  const shown = names.map(shortName).filter((name) => name !== '')
  const others = shown.some((name) => OTHERS.test(name))
  const people = shown.filter((name) => !OTHERS.test(name))
  const [first] = people
  if (first === undefined) return undefined
  if (people.length > MOST_AUTHORS || others)
    return `${(people.length > MOST_AUTHORS ? [first] : people).join(', ')} et al.`
  return people.length === 1 ? first : `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`
}

/** Of more authors only the first is named. */
const MOST_AUTHORS = 6

const OTHERS = /^(?:and )?others$/iu

function shortName({ given, family, suffix, whole }: Name): string {
  if (whole !== undefined || family === undefined) return (whole ?? given ?? '').trim()
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(family)) return `${family}${given ?? ''}`
  return [initials(given ?? ''), family.trim(), suffix?.trim()].filter((part) => part).join(' ')
}

/** `Jean-Pierre M.` becomes `J.-P. M.` */
const initials = (given: string): string =>
  given
    .split(/[\s.~]+/u)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .filter((each) => each !== '')
        .map((each) => `${[...each][0] ?? ''}.`)
        .join('-'),
    )
    .join(' ')

/** A name in one string: `Poon, Joseph`, `Joseph Poon`, `van der Berg, Jan, Jr.` */
export function nameFrom(text: string): Name {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length > 1)
    return {
      family: parts[0],
      given: parts.length > 2 && /^(?:jr|sr|[ivx]+)\.?$/iu.test(parts[1] ?? '') ? parts[2] : parts[1],
      suffix: parts.length > 2 ? parts[/^(?:jr|sr|[ivx]+)\.?$/iu.test(parts[1] ?? '') ? 1 : 2] : undefined,
    }
  return { whole: text.trim() }
}

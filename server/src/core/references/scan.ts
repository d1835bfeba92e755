import { normalAddress } from './address'
import type { Quiet } from '../markdown'
import { LINK_TARGET } from '../markdown/linkTarget'
import type { Span } from '../text/span'
import type { Notation } from './forms/form'
import { LATE_DEFINITION } from './lateDefinition'
import type { GroupPart, LinkByNumber, LinkDefinition, NumberGroup } from './model'

/** A citation by where it is. Smaller than `Citation`, as there are many. */
export interface FoundCitation {
  readonly number: number
  /** Of the bracket that opens the number. */
  readonly at: number
  /** How many digits. */
  readonly width: number
  readonly form: CitationForm
  /** Whether the number stands behind it again, as the name of a link definition: `[[7]][7]`. */
  labelled?: true
  /** Whether a dash alone, or “to”, stands between it and the next: `[2]–[5]`. */
  opensRange?: boolean
}

/** `[7]`, `[[7]]`, `[^7]`. */
export type CitationForm = 'single' | 'double' | 'footnote'

/** The citations of each notation in a stretch of prose, as `citationsIn` reads those in brackets. */
export const citationReaders: Readonly<
  Record<Notation, (text: string, within: Span, quiet: readonly Quiet[]) => readonly FoundCitation[]>
> = { brackets: citationsIn, footnotes: footnotesCitedIn }

/**
 * The citations in a stretch of prose. Offsets are those of `text`; `quiet` is in text order.
 * Brackets in code, links, images and the like are none, nor is `a[1]`, nor the label of `[1]: url`.
 */
function citationsIn(text: string, within: Span, quiet: readonly Quiet[]): readonly FoundCitation[] {
  const found: FoundCitation[] = []
  const prose = text.slice(0, within.to)
  const pattern = /\[([1-9]\d{0,5})\]/gu
  pattern.lastIndex = within.from
  let next = 0
  for (let match = pattern.exec(prose); match; match = pattern.exec(prose)) {
    const from = match.index
    const to = from + match[0].length
    while ((quiet[next]?.to ?? Infinity) <= from) next++
    if ((quiet[next]?.from ?? Infinity) < to || looksLikeIndex(text, from) || definesLink(text, from, to)) continue
    const citation: FoundCitation = {
      number: Number(match[1]),
      at: from,
      width: to - from - 2,
      form: text[from - 1] === '[' && text[to] === ']' ? 'double' : 'single',
    }
    // `[7][7]` may as well be two.
    if (citation.form === 'double' && text.startsWith(match[0], to + 1) && !isQuiet(to + 1, quiet)) {
      citation.labelled = true
      pattern.lastIndex = to + 1 + match[0].length
    }
    push(found, citation, text)
  }
  return found
}

const isQuiet = (at: number, quiet: readonly Quiet[]): boolean => quiet.some(({ from, to }) => from <= at && at < to)

/** The same of footnotes, `[^7]`. What begins one, `[^7]: words`, is none. */
function footnotesCitedIn(text: string, within: Span, quiet: readonly Quiet[]): readonly FoundCitation[] {
  const prose = text.slice(within.from, within.to)
  // Most have none.
  if (!prose.includes('[^')) return []
  const found: FoundCitation[] = []
  let next = 0
  for (const match of prose.matchAll(/\[\^([1-9]\d{0,5})\]/gu)) {
    const from = within.from + match.index
    const to = from + match[0].length
    while ((quiet[next]?.to ?? Infinity) <= from) next++
    if (
      (quiet[next]?.from ?? Infinity) < to ||
      (text[to] === ':' && /(?:^|\n)[ \t>]{0,99}$/u.test(text.slice(Math.max(0, from - 99), from)))
    )
      continue
    push(found, { number: Number(match[1]), at: from, width: to - from - 3, form: 'footnote' }, text)
  }
  return found
}

function push(found: FoundCitation[], citation: FoundCitation, text: string): void {
  const previous = found.at(-1)
  if (previous && isRange(previous, citation, text)) previous.opensRange = true
  found.push(citation)
}

/** Where a citation starts, and how long it is, in UTF-16 units. */
export function extentOf({ at, width, form, labelled }: FoundCitation): {
  readonly from: number
  readonly length: number
} {
  const own = width + { single: 2, double: 4, footnote: 3 }[form]
  return { from: form === 'double' ? at - 1 : at, length: labelled ? own + width + 2 : own }
}

/** Where the digits of a citation start. */
export const digitsOf = ({ at, form }: FoundCitation): number => at + (form === 'footnote' ? 2 : 1)

/** Blanks inside a citation, which may go on in the next line, also of a quotation; the source of a pattern without groups. */
const BLANKS = String.raw`[^\S\r\n]{0,9}(?:\r?\n[^\S\r\n]{0,9}(?:>[^\S\r\n]{0,9}){0,9})?`

const DASH = new RegExp(
  String.raw`^\]?(?:${LINK_TARGET})?(?:${BLANKS}(?:-{1,3}|[\u2010-\u2015]|&[nm]dash;|&#82(?:09|11|12);|\u2026|\.{3})${BLANKS}|(?=\s)${BLANKS}(?:to|through|bis|à|hasta)(?=\s)${BLANKS})\[?$`,
  'u',
)

/** Whether what stands between the numbers of two citations is a dash alone, three dots, or “to”, with where the first one leads before it: `](https://a.org)–[`. */
export const isDash = (between: string): boolean => between.length < LONGEST_DASH && DASH.test(between)

/** UTF-16 units. Few characters make a dash, but an address may stand before it. */
const LONGEST_DASH = 2048

/** Whether two numbers with a dash between them mean those between, too. */
export const rises = (from: number, to: number): boolean => from < to && to - from <= WIDEST_RANGE

function isRange(first: FoundCitation, last: FoundCitation, text: string): boolean {
  const { from: start, length } = extentOf(first)
  // With the outer bracket of the next, if it has one.
  const from = start + length
  return rises(first.number, last.number) && last.at - from < LONGEST_DASH && isDash(text.slice(from, last.at))
}

/** The links and images of a stretch of prose whose label is a number, `[text][7]`. `quiet` is what `text` has of them, in text order. */
export function linksByNumberIn(text: string, quiet: readonly Quiet[]): readonly LinkByNumber[] {
  const found: LinkByNumber[] = []
  for (const { type, from, to } of quiet) {
    if (type !== 'link' && type !== 'image') continue
    // An image that a link shows has a label of its own.
    const shown = type === 'link' ? [...text.slice(from, to).matchAll(IMAGE_BY_NUMBER)] : []
    for (const end of [...shown.map((match) => from + match.index + match[0].length), to]) {
      const digits = LABEL_AT_END.exec(text.slice(Math.max(from, end - LONGEST_LABEL), end))?.[1]
      if (digits === undefined) continue
      const numberSpan = { from: end - 1 - digits.length, to: end - 1 }
      found.push({ number: Number(digits), numberSpan, span: { from, to } })
    }
  }
  return found
}

const IMAGE_BY_NUMBER = /!\[[^[\]]*\]\[\d{1,6}\]/gu
const LABEL_AT_END = /\]\[(\d{1,6})\]$/u

/** `][123456]`, in UTF-16 units. */
const LONGEST_LABEL = 9

/** `a[1]`, `x_1[2]`: an element of an array, not a source. A single letter is a name only in scripts that have cases, and without an accent: `é` is a word. */
export const looksLikeIndex = (text: string, bracket: number): boolean =>
  !' (['.includes(text.charAt(bracket - 1)) &&
  /(?:^|[^\p{L}\p{N}_])(?![\u00c0-\u024f])[\p{Lu}\p{Ll}_]$|_$/u.test(text.slice(Math.max(0, bracket - 3), bracket))

function definesLink(text: string, from: number, to: number): boolean {
  if (text[to] !== ':') return false
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--
  return from === 0 || text[from - 1] === '\n'
}

const GROUP = new RegExp(String.raw`\[(\d{1,6}(?:${BLANKS}[,;\-\u2010-\u2015]${BLANKS}\d{1,6}){1,30})\]`, 'gu')

/** A range of more sources than this is a slip of the pen. */
export const WIDEST_RANGE = 500

/** `[1, 2]` and `[3–5]` in a stretch of prose, but not in code and the like, where `quiet` says where that is. */
export function groupsIn(text: string, within: Span, quiet: readonly Quiet[] = []): readonly NumberGroup[] {
  let next = 0
  return [...text.slice(within.from, within.to).matchAll(GROUP)].flatMap((match) => {
    const from = within.from + match.index
    const to = from + match[0].length
    while ((quiet[next]?.to ?? Infinity) <= from) next++
    if ((quiet[next]?.from ?? Infinity) < to) return []
    const parts = partsOf(match[1] ?? '', from + 1)
    return parts.length === 0 ? [] : [{ span: { from, to }, numbers: parts.flatMap(({ numbers }) => numbers), parts }]
  })
}

/** What the inside of brackets means, which starts at an offset; nothing where a range is too wide to be one. */
function partsOf(inside: string, start: number): readonly GroupPart[] {
  const written = [...inside.matchAll(PART)].map((match) => {
    const [whole, digits = '', last] = match
    const from = start + match.index
    const to = from + whole.length
    const first = { from, to: from + digits.length }
    return {
      low: Number(digits),
      high: Number(last ?? digits),
      span: { from, to },
      first,
      last: last === undefined ? first : { from: to - last.length, to },
    }
  })
  if (written.reduce((sum, { low, high }) => sum + Math.max(0, high - low), 0) > WIDEST_RANGE) return []
  return written.map(({ low, high, ...spans }) => ({
    numbers: low > high ? [low, high] : Array.from({ length: high - low + 1 }, (_, i) => low + i),
    ...spans,
  }))
}

const PART = new RegExp(String.raw`(\d+)(?:${BLANKS}[-\u2010-\u2015]${BLANKS}(\d+))?`, 'gu')

/** `[7]: url` in a paragraph, where Markdown sees no definition as it cannot interrupt one. Authors do see one. */
export function lateDefinitionsIn(text: string, within: Span): readonly LinkDefinition[] {
  return [...text.slice(within.from, within.to).matchAll(LATE_DEFINITION)].map((match) => {
    const start = within.from + match.index
    const number = match[1] ?? ''
    const url = match[2] ?? ''
    const at = start + match[0].indexOf(`[${number}]`) + 1
    const urlAt = start + match[0].length - (match[3]?.length ?? 0) - url.length
    return {
      number: Number(number),
      span: { from: start, to: start + match[0].trimEnd().length },
      numberSpan: { from: at, to: at + number.length },
      url: { text: url, span: { from: urlAt, to: urlAt + url.length } },
      source: normalAddress(url),
    }
  })
}

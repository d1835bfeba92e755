import type { Quiet } from '../markdown'
import type { Span } from '../text/span'
import type { LinkDefinition, NumberGroup } from './model'

/** A citation by where it is. Smaller than `Citation`, as there are many. */
export interface FoundCitation {
  readonly number: number
  /** Of the bracket that touches the number. */
  readonly at: number
  /** How many digits. */
  readonly width: number
  /** Whether it has two pairs of brackets. */
  readonly double: boolean
}

/**
 * The citations in a stretch of prose. Offsets are those of `text`; `quiet` is in text order.
 * Brackets in code, links, images and the like are none, nor is `a[1]`, nor the label of `[1]: url`.
 */
export function citationsIn(text: string, within: Span, quiet: readonly Quiet[]): readonly FoundCitation[] {
  const found: FoundCitation[] = []
  const pattern = /\[([1-9]\d{0,5})\]/gu
  pattern.lastIndex = within.from
  let next = 0
  for (let match = pattern.exec(text); match && match.index < within.to; match = pattern.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    while ((quiet[next]?.to ?? Infinity) <= from) next++
    if ((quiet[next]?.from ?? Infinity) < to || looksLikeIndex(text, from) || definesLink(text, from, to)) continue
    found.push({ number: Number(match[1]), at: from, width: to - from - 2, double: text[from - 1] === '[' && text[to] === ']' })
  }
  return found
}

/** `a[1]`, `x_1[2]`: an element of an array, not a source. A single letter is a name only in scripts that have cases. */
export const looksLikeIndex = (text: string, bracket: number): boolean =>
  /(?:^|[^\p{L}\p{N}_])[\p{Lu}\p{Ll}_]$|_$/u.test(text.slice(Math.max(0, bracket - 3), bracket))

const definesLink = (text: string, from: number, to: number): boolean =>
  text[to] === ':' && /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from))

const GROUP = /\[(\d{1,6}(?:\s?[,;\-\u2010-\u2015]\s?\d{1,6}){1,30})\]/gu

/** A range of more sources than this is a slip of the pen. */
export const WIDEST_RANGE = 500

/** `[1, 2]` and `[3–5]` in a stretch of prose. */
export function groupsIn(text: string, within: Span): readonly NumberGroup[] {
  return [...text.slice(within.from, within.to).matchAll(GROUP)].flatMap((match) => {
    const numbers = expanded(match[1] ?? '')
    const from = within.from + match.index
    return numbers.length === 0 ? [] : [{ span: { from, to: from + match[0].length }, numbers }]
  })
}

/** Every number that is meant; none where a range is too wide to be one. */
function expanded(group: string): readonly number[] {
  const parts = group.split(/[,;]/u).map((part) => part.split(/[-\u2010-\u2015]/u).map(Number))
  if (parts.some(([from = 0, to = from]) => to - from > WIDEST_RANGE)) return []
  return parts.flatMap(([from = 0, to = from]) => Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i))
}

/** An entry of a reference list, as far as it can be told without knowing that it stands in one. */
export interface Entry {
  readonly number: number
  readonly span: Span
  readonly label: Span
  readonly numberSpan: Span
  readonly body: Span
}

const ENTRY = /^[ \t>]*(?:[-*+][ \t]+)?(?:\[\[(\d{1,6})\](?:\([^()\s]*\))?\](?:\([^()\s]*\))?:?|\[(\d{1,6})\](?:\([^()\s]*\))?(?!:))/gmu
const LATE_DEFINITION = /^[ \t]*\[(\d{1,6})\]:[ \t]*(\S*)([^\n]*)/gmu

/** The entries that begin at the start of a line of a paragraph that itself begins with one. */
export function entriesIn(text: string, within: Span): readonly Entry[] {
  const paragraph = text.slice(within.from, within.to)
  const starts = [...paragraph.matchAll(ENTRY)]
  if (starts[0]?.index !== 0) return []
  const ends = [...paragraph.matchAll(LATE_DEFINITION)].map((match) => match.index)
  return starts.map((match, i) => {
    const digits = match[1] ?? match[2] ?? ''
    const label = { from: match.index + match[0].indexOf('['), to: match.index + match[0].length }
    const limit = Math.min(starts[i + 1]?.index ?? paragraph.length, ends.find((end) => end > match.index) ?? paragraph.length)
    const body = paragraph.slice(label.to, limit)
    const from = label.to + (body.length - body.trimStart().length)
    const to = Math.max(from, label.to + body.trimEnd().length)
    const at = paragraph.indexOf(digits, label.from)
    return {
      number: Number(digits),
      span: moved({ from: label.from, to: Math.max(to, label.to) }, within.from),
      label: moved(label, within.from),
      numberSpan: moved({ from: at, to: at + digits.length }, within.from),
      body: moved({ from: Math.min(from, Math.max(to, label.to)), to: Math.max(to, label.to) }, within.from),
    }
  })
}

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
    }
  })
}

const moved = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by })

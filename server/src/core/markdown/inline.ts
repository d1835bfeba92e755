import type { Span } from '../text/span'
import type { Quiet } from './block'
import { linkTargetEnd } from './linkTarget'
import { mathEnd } from './math'

/**
 * The outermost stretches of a leaf block in which brackets are not citations, in text order (CommonMark 0.31, chapter 6,
 * as far as it matters here). Lezer's own inline parser is left out: it knows no definitions, so every `[7]` is a link to
 * it, and its time grows with the square of the links in a paragraph. This one is linear on any text.
 */
export function quietsIn(source: string, { from, to }: Span): readonly Quiet[] {
  const found: Quiet[] = []
  // Nothing is sought behind the block: with many blocks in a text, the search for what is not there would take the square of it.
  const text = source.slice(0, to)
  const scan: Scan = { text, to, openers: [], linksFrom: from, found }
  const special = /[\\`<$[\]!]/gu
  special.lastIndex = from
  for (let match = special.exec(text); match; match = special.exec(text)) {
    special.lastIndex = READERS[match[0]]?.(scan, match.index) ?? match.index + 1
  }
  return found
}

interface Scan {
  readonly text: string
  readonly to: number
  /** Brackets that may begin a link or an image. */
  readonly openers: Opener[]
  /** A link holds no other: brackets before this offset that are still open begin none. */
  linksFrom: number
  readonly found: Quiet[]
  /** How far a run of so many backticks is found. */
  backticks?: ReadonlyMap<number, number>
  /** What ends a construct and is known not to come any more. */
  exhausted?: Set<string>
}

interface Opener {
  readonly at: number
  readonly image: boolean
  /** How many stretches were found before it. */
  readonly before: number
}

/** What begins at a character: notes it and answers where to go on; nothing where it is an ordinary character. */
type Reader = (scan: Scan, at: number) => number | undefined

const READERS: Readonly<Record<string, Reader>> = {
  '\\': ({ text, to, found }, at) =>
    at + 1 < to && PUNCTUATION.test(text.charAt(at + 1)) ? note(found, 'escape', at, at + 2) : undefined,
  '`': readCode,
  '<': readAngle,
  $: ({ text, to, found }, at) => {
    const end = mathEnd(text, at, to)
    return end === undefined ? undefined : note(found, 'math', at, end)
  },
  '!': ({ text, openers, found }, at) => {
    if (text[at + 1] !== '[') return undefined
    openers.push({ at, image: true, before: found.length })
    return at + 2
  },
  '[': ({ openers, found }, at) => {
    openers.push({ at, image: false, before: found.length })
    return at + 1
  },
  ']': readLink,
}

const PUNCTUATION = /[!-/:-@[-`{-~]/u

function note(found: Quiet[], type: Quiet['type'], from: number, to: number): number {
  found.push({ type, from, to })
  return to
}

function readCode(scan: Scan, at: number): number {
  const { text, to, found } = scan
  const open = runEnd(text, at, to)
  const length = open - at
  scan.backticks ??= lastRuns(text, at, to)
  if ((scan.backticks.get(length) ?? -1) < open) return open
  for (let next = text.indexOf('`', open); ; next = text.indexOf('`', next)) {
    const end = runEnd(text, next, to)
    if (end - next === length) return note(found, 'code', at, end)
    next = end
  }
}

function runEnd(text: string, at: number, to: number): number {
  while (at < to && text.charCodeAt(at) === 96) at++
  return at
}

/** Where the last run of each length begins, so that no search for one goes on in vain. */
function lastRuns(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const last = new Map<number, number>()
  for (let at = text.indexOf('`', from); at >= 0 && at < to;) {
    const end = runEnd(text, at, to)
    last.set(end - at, at)
    at = text.indexOf('`', end)
  }
  return last
}

const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-zA-Z0-9.-]{1,255})>/y
const TAG =
  /<(?:\/[a-zA-Z][a-zA-Z0-9-]*\s*|[a-zA-Z][a-zA-Z0-9-]*(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/y

/** What begins with `<!` or `<?`: how it begins, how it ends, what it is. */
const ENCLOSED: readonly (readonly [begin: string, end: string, type: Quiet['type']])[] = [
  ['<!-->', '', 'comment'],
  ['<!--->', '', 'comment'],
  ['<!--', '-->', 'comment'],
  ['<?', '?>', 'html'],
  ['<![CDATA[', ']]>', 'html'],
]

function readAngle(scan: Scan, at: number): number | undefined {
  const { text, to, found } = scan
  for (const [begin, end, type] of ENCLOSED) {
    if (!text.startsWith(begin, at)) continue
    const close = closeOf(scan, end, at + begin.length)
    return close === undefined ? undefined : note(found, type, at, close)
  }
  if (text[at + 1] === '!' && /[a-zA-Z]/.test(text.charAt(at + 2))) {
    const close = closeOf(scan, '>', at + 2)
    return close === undefined ? undefined : note(found, 'html', at, close)
  }
  const address = matchAt(AUTOLINK, text, at, to)
  if (address !== undefined) return note(found, 'address', at, address)
  const tag = matchAt(TAG, text, at, to)
  return tag === undefined ? undefined : note(found, 'html', at, tag)
}

function closeOf(scan: Scan, end: string, from: number): number | undefined {
  if (end === '') return from
  if (scan.exhausted?.has(end)) return undefined
  const at = scan.text.indexOf(end, from)
  if (at >= 0 && at + end.length <= scan.to) return at + end.length
  scan.exhausted ??= new Set()
  scan.exhausted.add(end)
  return undefined
}

/** The end of a match at an offset. It is tried on a bounded stretch: no tag or address is longer. */
function matchAt(pattern: RegExp, text: string, at: number, to: number): number | undefined {
  pattern.lastIndex = 0
  const match = pattern.exec(text.slice(at, Math.min(to, at + LONGEST_TAG)))
  return match ? at + match[0].length : undefined
}

/** UTF-16 units. */
const LONGEST_TAG = 4096

/** As in `[1, 3–5]`. */
const NUMBERS = /^\d[\d\s,;\u2010-\u2015-]*$/u

const LABEL = /\[[^[\]]*\]/uy

function readLink(scan: Scan, at: number): number | undefined {
  const { text, to, openers, found } = scan
  const opener = openers.pop()
  if (!opener || (!opener.image && opener.at < scan.linksFrom)) return undefined
  const words = text.slice(opener.at + (opener.image ? 2 : 1), at)
  const next = text[at + 1]
  const target = linkTargetEnd(text, at + 1)
  // A footnote is no label, nor the words of a link that has one.
  const isFootnoted = next === '[' && (text[at + 2] === '^' || /^\^[^\s^]+$/u.test(words))
  const end = isFootnoted ? undefined : next === '[' ? matchAt(LABEL, text, at + 1, to) : target
  if (opener.image) {
    if (end === undefined && words.trim() === '') return undefined
    found.length = opener.before
    return note(found, 'image', opener.at, end ?? at + 1)
  }
  // `[[7]](url)`, `[1][2]` and `[1, 2][3]` are citations.
  if (/^\[\d+\]$/u.test(words)) return target === undefined ? undefined : note(found, 'address', at + 1, target)
  if (
    end === undefined ||
    (next === '[' && NUMBERS.test(words) && /^\[[\d\s,;\u2010-\u2015-]*\]$/u.test(text.slice(at + 1, end)))
  )
    return undefined
  found.length = opener.before
  scan.linksFrom = opener.at
  return note(found, 'link', opener.at, end)
}

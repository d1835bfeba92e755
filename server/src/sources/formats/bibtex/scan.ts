import type { Span } from '../../../core'
import type { SourceProblem } from '../../format'

/** An entry by where its parts are. What its values mean is for the library. */
export interface BibtexBlock {
  readonly kind: 'entry' | 'string'
  readonly key: string
  readonly span: Span
  /** By name in lower case; spans with their braces or quotes. Of two with one name the first counts. */
  readonly fields: ReadonlyMap<string, Span>
}

/**
 * The entries and `@string`s of a text, or of a stretch of it that begins with one, and what is broken in it. Takes one look at each character. Whatever is open when a line begins
 * with another entry was not closed: that entry is a problem, and the next one counts.
 */
export function* bibtexBlocks(
  text: string,
  within: Span = { from: 0, to: text.length },
): Iterable<{ readonly block: BibtexBlock } | { readonly problem: SourceProblem }> {
  const opening = /@[ \t]*([a-z]+)[ \t\r\n]*([{(])/giu
  opening.lastIndex = within.from
  for (let match = opening.exec(text); match && match.index < within.to; match = opening.exec(text)) {
    const kind = (match[1] ?? '').toLowerCase()
    const at = match.index + match[0].length
    const close = match[2] === '(' ? ')' : '}'
    if (kind === 'comment' || kind === 'preamble') {
      opening.lastIndex = groupEnd(text, at - 1)?.to ?? nextEntry(text, at)
      continue
    }
    const read = blockAt(text, match.index, at, close, kind === 'string')
    yield* read.problems.map((problem) => ({ problem }))
    if (read.block && (read.block.fields.size > 0 || read.problems.length === 0)) yield { block: read.block }
    opening.lastIndex = Math.max(at, read.next)
  }
}

interface Read {
  readonly block?: BibtexBlock
  readonly problems: readonly SourceProblem[]
  /** Where to go on. */
  readonly next: number
}

function blockAt(text: string, from: number, start: number, close: string, isString: boolean): Read {
  const fields = new Map<string, Span>()
  const [key, afterKey] = isString ? ['', start] : keyAt(text, start)
  const failed = (at: number, message: string, to = at + 1): Read => {
    const begins = nextEntry(text, Math.max(at, start))
    return {
      block: { kind: isString ? 'string' : 'entry', key, span: { from, to: Math.min(begins, text.length) }, fields },
      problems: [{ span: { from: at, to: Math.min(to, text.length) }, message }],
      next: begins,
    }
  }
  for (let at = afterKey; ;) {
    at = skip(text, at)
    if (text[at] === close)
      return {
        block: { kind: isString ? 'string' : 'entry', key, span: { from, to: at + 1 }, fields },
        problems: [],
        next: at + 1,
      }
    if (at >= text.length || text[at] === '@')
      return failed(from, 'This entry is not closed. What could be read of it counts.', start)
    if (text[at] === ',') {
      at++
      continue
    }
    const name = NAME.at(text, at)
    if (name === undefined)
      return failed(at, 'The name of a field is expected here; the rest of this entry is not read.')
    const equals = skip(text, at + name.length)
    if (text[equals] !== '=')
      return failed(
        at,
        `“=” and a value are expected behind “${name}”; the rest of this entry is not read.`,
        at + name.length,
      )
    const value = valueAt(text, skip(text, equals + 1))
    if ('problem' in value)
      return { ...failed(value.problem, value.message), next: nextEntry(text, Math.max(value.next, start)) }
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
    at = skip(text, value.to)
    if (text[at] !== ',' && text[at] !== close && at < text.length && text[at] !== '@')
      return failed(value.to - 1, 'A comma is missing behind this value; the rest of this entry is not read.')
  }
}

function keyAt(text: string, start: number): readonly [key: string, after: number] {
  const at = skip(text, start)
  const key = /[^\s,{}()="#]*/uy
  key.lastIndex = at
  const found = key.exec(text)?.[0] ?? ''
  // `@misc{title = …`: an entry without a key.
  const after = skip(text, at + found.length)
  return text[after] === ',' || text[after] === '}' || text[after] === ')'
    ? [found, after]
    : text[after] === '='
      ? ['', at]
      : [found, after]
}

/** `{…}`, `"…"`, a number or the name of a string, and more of them joined by `#`. */
function valueAt(
  text: string,
  from: number,
): Span | { readonly problem: number; readonly next: number; readonly message: string } {
  for (let at = from; ;) {
    const opening = text[at] ?? ''
    if (opening === '{' || opening === '"') {
      const group = groupEnd(text, at)
      if (!group)
        return {
          problem: at,
          next: at + 1,
          message: `The ${opening === '{' ? 'brace' : 'quote'} that opens here is never closed.`,
        }
      at = group.to
    } else {
      const word = WORD.at(text, at)
      if (word === undefined)
        return {
          problem: Math.min(at, text.length - 1),
          next: at,
          message: 'A value in braces or quotes is expected here; the rest of this entry is not read.',
        }
      at += word.length
    }
    const end = at
    at = skip(text, at)
    if (text[at] !== '#') return { from, to: end }
    at = skip(text, at + 1)
  }
}

/** The end of what a brace, a parenthesis or a quote opens; undefined where it has none before a line that begins another entry. */
function groupEnd(text: string, from: number): Span | undefined {
  const isQuote = text[from] === '"'
  const token =
    /\\.|[{}"]|\)|\n[ \t]*@[ \t]*[a-z]+[ \t]*[{(][^\s,{}()="]+,|\n[ \t]*@(?:comment|string|preamble)[ \t]*[{(]/giu
  const isParenthesis = text[from] === '('
  token.lastIndex = from + 1
  let depth = isQuote || isParenthesis ? 0 : 1
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const found = match[0]
    if (found.startsWith('\n')) return undefined
    if (found === '{') depth++
    else if (found === '}') {
      depth--
      if (depth < 0) return undefined
      if (depth === 0 && !isQuote && !isParenthesis) return { from, to: match.index + 1 }
    } else if (depth === 0 && found === (isQuote ? '"' : isParenthesis ? ')' : '')) return { from, to: match.index + 1 }
  }
  return undefined
}

/** Where the next line begins with an entry. */
function nextEntry(text: string, from: number): number {
  const entry = /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/gimu
  entry.lastIndex = from
  return entry.exec(text)?.index ?? text.length
}

/** Behind blanks and comments. */
function skip(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) at++
    else if (code === 37) at = text.indexOf('\n', at) + 1 || text.length
    else return at
  }
}

const sticky = (pattern: RegExp) => ({
  at(text: string, index: number): string | undefined {
    pattern.lastIndex = index
    return pattern.exec(text)?.[0] || undefined
  },
})

const NAME = sticky(/[a-z_][\w:+.-]*/iuy)
const WORD = sticky(/[\w:+.-]+/uy)

import type { Span } from '../text/span'
import type { Field } from './dialect'

/** The part of `text` between two offsets, without surrounding blanks and separators, one that ends an entity excepted; nothing where nothing is left. */
export function field(text: string, from: number, to: number): Field | undefined {
  while (from < to && /[\s,;]/.test(text.charAt(from))) from++
  while (to > from && /[\s,;]/.test(text.charAt(to - 1)) && !ENTITY.test(text.slice(Math.max(from, to - 34), to))) to--
  return from < to ? { text: text.slice(from, to), span: { from, to } } : undefined
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});$/iu

/** A title without the quotation marks, the emphasis or the link around the whole of it. */
export function bare(text: string, title: Field | undefined): Field | undefined {
  const [, open = '', words] = (title && AROUND.exec(title.text)) || []
  if (!title || words === undefined) return title
  const from = title.span.from + open.length
  return bare(text, field(text, from, from + words.length))
}

const AROUND =
  /^(?=(\[|["“‘]|\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])))\1([^[\]"“”*_]+)(?:\]\([^\s()]*\)|["”’]|(?<=[^\s*])\*{1,3}|(?<=[^\s_])_{1,3})$/u

export interface FoundUrl {
  readonly url: Field
  /** With its angle brackets, or as a link. */
  readonly whole: Span
  /** The words of a link, where they are those of a title. */
  readonly words?: Field
}

const URL = /<?((?:https?:\/|www\.)[^\s<>"“”]*)>?/iu
const LINK = /\[([^[\]]*)\]\(\s{0,9}<?((?:https?:\/|www\.)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?[^()\n]{0,200}\)/iu

/** The first address. */
export function findUrl(text: string): FoundUrl | undefined {
  const match = URL.exec(text)
  if (!match) return undefined
  const link = LINK.exec(text)
  if (link && link.index < match.index) return linked(text, link)
  const address = match[1]?.replace(/(?<![.,;:)\]])[.,;:)\]]+$/, (tail) =>
    balanced(match[1] ?? '') ? tail.replace(/(?<![.,;:\]])[.,;:\]]+$/, '') : '',
  )
  if (!address) return undefined
  const from = match.index + match[0].indexOf(address)
  return {
    url: { text: address, span: { from, to: from + address.length } },
    whole: { from: match.index, to: match.index + match[0].length },
  }
}

function linked(text: string, { index, 0: whole, 1: words = '', 2: address = '' }: RegExpExecArray): FoundUrl {
  const from = index + whole.lastIndexOf(address)
  const title = SAYS_NOTHING.test(words.trim()) ? undefined : field(text, index + 1, index + 1 + words.length)
  return {
    url: { text: address, span: { from, to: from + address.length } },
    whole: { from: index, to: index + whole.length },
    ...(title && { words: title }),
  }
}

/** The words of a link that are no title: the address once more, or a mere sign of there being one. */
const SAYS_NOTHING = /^(?:https?:.*|www\..*|links?|here|online|url|web|website|source|pdf|html|doi|\d*)$/iu

/** Whether closing parentheses belong to the address, as in Wikipedia's. */
const balanced = (address: string): boolean => address.split('(').length === address.split(')').length

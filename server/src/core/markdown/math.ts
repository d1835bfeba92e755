import type { InlineContext, MarkdownConfig } from '@lezer/markdown'

/** No formula is sought further than this (UTF-16 units), so that a text full of dollars stays linear. */
const LONGEST = 500
const DOLLAR = 36

/** `$x$` and `$$x$$` by Pandoc's rule: no blank inside the dollars, no digit after the closing one. So "$5 and $6" is money. */
export const math: MarkdownConfig = {
  defineNodes: ['InlineMath'],
  parseInline: [{
    name: 'InlineMath',
    parse(context, next, from) {
      if (next !== DOLLAR) return -1
      const width = context.char(from + 1) === DOLLAR ? 2 : 1
      const to = closing(context, from + width, width)
      return to < 0 ? -1 : context.addElement(context.elt('InlineMath', from, to))
    },
  }],
}

function closing(context: InlineContext, from: number, width: number): number {
  if (width === 1 && isBlank(context.char(from))) return -1
  const limit = Math.min(context.end, from + LONGEST)
  for (let at = from; at < limit; at++) {
    if (context.char(at) !== DOLLAR) continue
    if (width === 2) {
      if (context.char(at + 1) === DOLLAR && at > from) return at + 2
    } else if (at > from && !isBlank(context.char(at - 1)) && !isDigit(context.char(at + 1))) {
      return at + 1
    }
  }
  return -1
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code < 0
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** No formula is sought further than this (UTF-16 units), so that a text full of dollars stays linear. */
const LONGEST_FORMULA = 500
const DOLLAR = 36

/**
 * Where the formula that begins at `from` ends, if one does: `$x$` and `$$x$$` by Pandoc's rule, no blank inside the
 * dollars and no digit after the closing one. So "$5 and $6" is money.
 */
export function mathEnd(text: string, from: number, to: number): number | undefined {
  const width = text.charCodeAt(from + 1) === DOLLAR ? 2 : 1
  const start = from + width
  if (width === 1 && isBlank(text.charCodeAt(start))) return undefined
  const limit = Math.min(to, start + LONGEST_FORMULA)
  for (let at = text.indexOf('$', start + 1); at >= 0 && at < limit; at = text.indexOf('$', at + 1)) {
    if (width === 1 && !isBlank(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1))) return at + 1
    if (width === 2 && text.charCodeAt(at + 1) === DOLLAR && at + 2 <= to) return at + 2
  }
  return undefined
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

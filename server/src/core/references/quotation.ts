import type { Span } from '../text/span'

/**
 * The first quotation in a text, its marks included. One may hold others: a straight mark opens where a blank or a
 * bracket stands before it and none behind, and closes elsewhere.
 */
export function quotation(text: string): Span | undefined {
  const from = text.search(/["“”]/u)
  if (from < 0) return undefined
  const end = Math.min(text.length, from + LONGEST_QUOTATION)
  let depth = 1
  let first: number | undefined
  for (let at = from + 1; at < end; at++) {
    const mark = text.charAt(at)
    if (mark !== '"' && mark !== '“' && mark !== '”') continue
    if (mark === '“' || (mark === '"' && /[\s(]/u.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at + 1)))) {
      depth++
      continue
    }
    depth--
    first ??= at
    if (depth === 0) return spanOf(from, at)
  }
  return first === undefined ? undefined : spanOf(from, first)
}

const spanOf = (from: number, last: number): Span | undefined => (last > from + 1 ? { from, to: last + 1 } : undefined)

/** UTF-16 units. No title is longer. */
const LONGEST_QUOTATION = 1000

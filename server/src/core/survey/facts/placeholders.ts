import type { Prose } from '../../markdown'
import type { Span } from '../../text/span'
import type { Reader } from '../reader'

/** What is still to be written in a block, in text order. */
export function placeholdersIn(block: Prose, text: string, reader: Reader): readonly Span[] {
  const prose = text.slice(block.span.from, block.span.to)
  if (!reader.mayHoldPlaceholder.test(prose)) return NONE
  const found: Span[] = []
  const hidden = block.quiet.filter(({ type }) => HIDDEN.has(type))
  let next = 0
  for (const match of prose.matchAll(reader.placeholder)) {
    const span = { from: block.span.from + match.index, to: block.span.from + match.index + match[0].length }
    while ((hidden[next]?.to ?? Infinity) <= span.from) next++
    if ((hidden[next]?.from ?? Infinity) >= span.to) found.push(span)
  }
  return found
}

const NONE: readonly never[] = []

const HIDDEN: ReadonlySet<string> = new Set(['code', 'comment', 'math'])

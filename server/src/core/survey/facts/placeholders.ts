import type { Prose } from '../../markdown'
import type { Span } from '../../text/span'
import type { Words } from '../words'

/** What is still to be written in a block, in text order. */
export function placeholdersIn(block: Prose, text: string, words: Words): readonly Span[] {
  const prose = text.slice(block.span.from, block.span.to)
  if (!words.mayHoldPlaceholder.test(prose)) return NONE
  const found: Span[] = []
  const hidden = block.quiet.filter(({ type }) => HIDDEN.has(type))
  let next = 0
  for (const match of prose.matchAll(words.placeholder)) {
    const span = { from: block.span.from + match.index, to: block.span.from + match.index + match[0].length }
    while ((hidden[next]?.to ?? Infinity) <= span.from) next++
    if ((hidden[next]?.from ?? Infinity) >= span.to) found.push(span)
  }
  return found
}

const NONE: readonly never[] = []

const HIDDEN: ReadonlySet<string> = new Set(['code', 'comment', 'math'])

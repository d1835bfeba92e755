import type { Document } from '../document'
import { blocksAt, type Block } from '../markdown'
import { lastAtMost, startingBy } from '../text/search'
import { contains, shift, type Span } from '../text/span'

/** The block that a span is in, and where the chunk starts that it is relative to. */
export type BlockReader = (span: Span) => { readonly start: number; readonly block: Block } | undefined

/** Reads each chunk once: of most, nobody asks. */
export function blockReader({ markdown }: Document): BlockReader {
  const read = new Map<number, ReturnType<typeof blocksAt>>()
  return (span) => {
    const chunk = lastAtMost(markdown.starts, span.from, (start) => start)
    const known = read.get(chunk)
    const { start, blocks } = known ?? blocksAt(markdown, span.from)
    if (!known) read.set(chunk, { start, blocks })
    const block = startingBy(blocks, span.from - start)
    return block && contains(shift(block.span, start), span) ? { start, block } : undefined
  }
}

/** Whether a reader reads it: neither code nor link, nor anything else in which brackets are not citations. */
export function isProse(span: Span, blockAt: BlockReader): boolean {
  const found = blockAt(span)
  if (!found || (found.block.type !== 'prose' && found.block.type !== 'heading')) return false
  return !found.block.quiet.some((quiet) => quiet.from + found.start < span.to && span.from < quiet.to + found.start)
}

import { lastAtMost, startingBy } from '../text/search'
import { contains, overlaps, shift, type Span } from '../text/span'
import type { Block, Heading, Markdown, Prose, Quiet } from './block'
import { blocksAt } from '.'

/** Whether a block holds words that a reader reads, in which brackets may be citations. */
export const isProse = (block: Block): block is Heading | Prose => block.type === 'prose' || block.type === 'heading'

/** The block that a span is in, and where the chunk starts that it is relative to. */
export type BlockReader = (span: Span) => { readonly start: number; readonly block: Block } | undefined

/** Reads each chunk once: of most, nobody asks. */
export function blockReader(markdown: Markdown<unknown>): BlockReader {
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

/** Whether a reader reads a span as prose: neither code nor link, nor anything else in which brackets are not citations. */
export function isProseSpan(span: Span, blockAt: BlockReader): boolean {
  const found = blockAt(span)
  if (!found || !isProse(found.block)) return false
  return !quietAt(found.block.quiet, shift(span, -found.start))
}

/** What a span shares a character with, of stretches in text order that are apart. Both are relative to the same place. */
function quietAt(quiet: readonly Quiet[], span: Span): Quiet | undefined {
  const last = lastAtMost(quiet, span.to, ({ from }) => from)
  return [quiet[last - 1], quiet[last]].find((each) => each && overlaps(each, span))
}

/** What ends at an offset that is relative as the block is. */
export const quietEndingAt = ({ quiet }: Heading | Prose, end: number): Quiet | undefined => {
  const last = quiet[lastAtMost(quiet, end - 1, ({ from }) => from)]
  return last?.to === end ? last : undefined
}

/** Where in the Markdown an offset is. */
export interface PlaceInMarkdown {
  readonly block: Block
  /** Where the block starts, in the whole text. */
  readonly from: number
  /** What the offset is inside of, not merely at the edge of. */
  readonly quiet?: Quiet
}

/** The block at an offset, which may touch its end; undefined between blocks. */
export function placeInMarkdown(markdown: Markdown<unknown>, offset: number): PlaceInMarkdown | undefined {
  const { start, blocks } = blocksAt(markdown, Math.max(0, offset - 1))
  const relative = offset - start
  const block = blocks.find(({ span }) => span.from < relative && relative <= span.to)
  if (!block) return undefined
  const quiet = isProse(block) ? block.quiet.find(({ from, to }) => from < relative && relative < to) : undefined
  return { block, from: start + block.span.from, ...(quiet && { quiet }) }
}

/** Whether a reader would read what is typed at `offset` as prose: not code, a link, an image, a comment, front matter. */
export function isProseAt(markdown: Markdown<unknown>, offset: number): boolean {
  const place = placeInMarkdown(markdown, offset)
  return place === undefined || (isProse(place.block) && place.quiet === undefined)
}

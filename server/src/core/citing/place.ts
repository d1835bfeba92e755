import { blocksAt, type Block, type Markdown, type Quiet } from '../markdown'

/** Where in the Markdown an offset is. */
export interface Place {
  readonly block: Block
  /** Where the block starts, in the whole text. */
  readonly from: number
  /** What the offset is inside of, not merely at the edge of. */
  readonly quiet?: Quiet
}

/** The block at an offset, which may touch its end; undefined between blocks. */
export function placeAt(markdown: Markdown<unknown>, offset: number): Place | undefined {
  const { start, blocks } = blocksAt(markdown, Math.max(0, offset - 1))
  const relative = offset - start
  const block = blocks.find(({ span }) => span.from < relative && relative <= span.to)
  if (!block) return undefined
  const quiet = 'quiet' in block ? block.quiet.find(({ from, to }) => from < relative && relative < to) : undefined
  return { block, from: start + block.span.from, ...(quiet && { quiet }) }
}

/** Whether a reader would read what is typed at `offset` as prose: not code, a link, an image, a comment, front matter. */
export function isProseAt(markdown: Markdown<unknown>, offset: number): boolean {
  const place = placeAt(markdown, offset)
  return (
    place === undefined ||
    ((place.block.type === 'prose' || place.block.type === 'heading') && place.quiet === undefined)
  )
}

import { growth, type Change } from '../text/change'
import { lastAtMost } from '../text/search'
import type { Block, Chunk, Markdown, ReadChunk } from './block'
import { Text } from '../text/text'
import { BOUNDARY_WIDTH, blocksIn, chunkAt, LONG_CHUNK, type Excerpt } from './chunks'
import { FRONT_MATTER_LIMIT, mayOpenFrontMatter } from './frontMatter'

export type { Block, Chunk, Definition, Heading, Markdown, Opaque, Prose, Quiet, ReadChunk } from './block'
export { FRONT_MATTER_LIMIT, frontMatterLength, mayOpenFrontMatter } from './frontMatter'

/** Reads a text. Never fails, if `read` does not. */
export const parseMarkdown = <T>(text: Text, read: ReadChunk<T>): Markdown<T> =>
  reparseMarkdown({ text: Text.of(''), chunks: [], starts: [], read, blocks: () => [] }, text, {
    from: 0,
    to: 0,
    inserted: text.length,
  })

/**
 * Reads a text that differs from an earlier one by one change, and keeps every chunk that the change left alone.
 * The result equals `parseMarkdown(text, old.read)`.
 */
export function reparseMarkdown<T>(old: Markdown<T>, text: Text, change: Change): Markdown<T> {
  const grown = growth(change)
  const first = firstTouched(old, text, change.from)
  const fresh: Chunk<T>[] = []
  const start = old.starts[first] ?? 0
  let at = start
  let latest: Read | undefined
  let kept = first + 1
  let stretch = stretchOf(text, start, change.from + change.inserted - start + FIRST_EXCERPT)
  while (at < text.length) {
    while (kept < old.chunks.length && (startOf(old, kept) < change.to || startOf(old, kept) + grown < at)) kept++
    if (startOf(old, kept) + grown === at) break
    const chunk = chunkAt(stretch, at - start)
    if (!chunk) {
      stretch = stretchOf(text, start, Math.max(FIRST_EXCERPT, 4 * stretch.text.length))
      continue
    }
    fresh.push({
      length: chunk.length,
      content: old.read(chunk.blocks, stretch.text.slice(at - start, at - start + chunk.length)),
    })
    if (at <= change.from + change.inserted) latest = { index: first + fresh.length - 1, blocks: chunk.blocks }
    at += chunk.length
  }
  const rest = at < text.length ? old.chunks.slice(kept) : []
  const chunks = old.chunks.slice(0, first).concat(fresh, rest)
  const starts = startsOf(chunks)
  return { text, chunks, starts, read: old.read, blocks: blocksReader(text, chunks, starts, latest) }
}

interface Read {
  readonly index: number
  readonly blocks: readonly Block[]
}

/** Remembers the chunk that was read last: whoever asks about a place asks several things, and asks where the text was changed. */
function blocksReader(
  text: Text,
  chunks: readonly Chunk<unknown>[],
  starts: readonly number[],
  latest: Read | undefined,
): Markdown<unknown>['blocks'] {
  return (index) => {
    if (latest?.index !== index) {
      const start = starts[index] ?? 0
      const length = chunks[index]?.length ?? 0
      latest = { index, blocks: blocksIn(text.slice(start, start + length), start === 0) }
    }
    return latest.blocks
  }
}

/** Behind a change, so much (UTF-16 units) is nearly always enough to find where the chunks go on as before. */
const FIRST_EXCERPT = 3 * LONG_CHUNK

const stretchOf = (text: Text, from: number, length: number): Excerpt => ({
  text: text.slice(from, from + length),
  from,
  isLast: from + length >= text.length,
})

/** The blocks of the chunk at an offset, and where that chunk starts. */
export function blocksAt(
  { starts, blocks }: Markdown<unknown>,
  offset: number,
): { readonly start: number; readonly blocks: readonly Block[] } {
  const index = Math.max(
    0,
    lastAtMost(starts, offset, (each) => each),
  )
  return { start: starts[index] ?? 0, blocks: blocks(index) }
}

const startOf = ({ starts }: Markdown<unknown>, index: number): number => starts[index] ?? Infinity

/** The first chunk that a change at `from` may affect: its own, and those whose end was found by looking at it. */
function firstTouched(old: Markdown<unknown>, text: Text, from: number): number {
  if (from < FRONT_MATTER_LIMIT && (opensFrontMatter(old.text) || opensFrontMatter(text))) return 0
  let first = Math.max(
    0,
    lastAtMost(old.starts, from, (start) => start),
  )
  while (first > 0 && from - startOf(old, first) < BOUNDARY_WIDTH) first--
  return first
}

const opensFrontMatter = (text: Text): boolean => mayOpenFrontMatter(text.slice(0, 10))

function startsOf(chunks: readonly Chunk<unknown>[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const { length } of chunks) {
    starts.push(at)
    at += length
  }
  return starts
}

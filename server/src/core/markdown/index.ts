import { growth, type Change } from '../text/change'
import { lastAtMost } from '../text/search'
import type { Block, Chunk, Markdown, ReadChunk } from './block'
import { BOUNDARY_WIDTH, chunkAt } from './chunks'
import { FRONT_MATTER_LIMIT, mayOpenFrontMatter } from './frontMatter'

export type { Block, Chunk, Definition, Heading, Markdown, Opaque, Prose, Quiet, ReadChunk } from './block'
export { frontMatterLength } from './frontMatter'

/** Reads a text. Never fails, if `read` does not. */
export const parseMarkdown = <T>(text: string, read: ReadChunk<T>): Markdown<T> =>
  reparseMarkdown({ text: '', chunks: [], starts: [], read }, text, { from: 0, to: 0, inserted: text.length })

/**
 * Reads a text that differs from an earlier one by one change, and keeps every chunk that the change left alone.
 * The result equals `parseMarkdown(text, old.read)`.
 */
export function reparseMarkdown<T>(old: Markdown<T>, text: string, change: Change): Markdown<T> {
  const grown = growth(change)
  const first = firstTouched(old, text, change.from)
  const fresh: Chunk<T>[] = []
  let at = old.starts[first] ?? 0
  let kept = first + 1
  while (at < text.length) {
    while (kept < old.chunks.length && (startOf(old, kept) < change.to || startOf(old, kept) + grown < at)) kept++
    if (startOf(old, kept) + grown === at) break
    const { length, blocks } = chunkAt(text, at)
    fresh.push({ length, content: old.read(blocks, text.slice(at, at + length)) })
    at += length
  }
  const rest = at < text.length ? old.chunks.slice(kept) : []
  const chunks = old.chunks.slice(0, first).concat(fresh, rest)
  return { text, chunks, starts: startsOf(chunks), read: old.read }
}

/** The blocks of the chunk at an offset, and where that chunk starts. */
export function blocksAt({ text, starts }: Markdown<unknown>, offset: number): { readonly start: number; readonly blocks: readonly Block[] } {
  const start = starts[lastAtMost(starts, offset, (each) => each)] ?? 0
  return { start, blocks: chunkAt(text, start).blocks }
}

const startOf = ({ starts }: Markdown<unknown>, index: number): number => starts[index] ?? Infinity

/** The first chunk that a change at `from` may affect: its own, and those whose end was found by looking at it. */
function firstTouched(old: Markdown<unknown>, text: string, from: number): number {
  if (from < FRONT_MATTER_LIMIT && (mayOpenFrontMatter(old.text) || mayOpenFrontMatter(text))) return 0
  let first = Math.max(0, lastAtMost(old.starts, from, (start) => start))
  while (first > 0 && from - startOf(old, first) < BOUNDARY_WIDTH) first--
  return first
}

function startsOf(chunks: readonly Chunk<unknown>[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const { length } of chunks) {
    starts.push(at)
    at += length
  }
  return starts
}

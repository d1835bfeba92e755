import { growth, type Change } from '../text/change'
import { lastAtMost } from '../text/search'
import type { Chunk, Markdown } from './block'
import { BOUNDARY_WIDTH, chunkAt } from './chunks'
import { FRONT_MATTER_LIMIT, mayOpenFrontMatter } from './frontMatter'

export type { Block, Chunk, Definition, Heading, Markdown, Opaque, Prose, Quiet } from './block'

/** Reads a text. Never fails. */
export const parseMarkdown = (text: string): Markdown =>
  reparseMarkdown({ text: '', chunks: [], starts: [] }, text, { from: 0, to: 0, inserted: text.length })

/**
 * Reads a text that differs from an earlier one by one change, and keeps every chunk that the change left alone.
 * The result equals `parseMarkdown(text)`.
 */
export function reparseMarkdown(old: Markdown, text: string, change: Change): Markdown {
  const grown = growth(change)
  const first = firstTouched(old, text, change.from)
  const fresh: Chunk[] = []
  let at = old.starts[first] ?? 0
  let kept = first + 1
  while (at < text.length) {
    while (kept < old.chunks.length && (startOf(old, kept) < change.to || startOf(old, kept) + grown < at)) kept++
    if (startOf(old, kept) + grown === at) break
    const chunk = chunkAt(text, at)
    fresh.push(chunk)
    at += chunk.length
  }
  const rest = at < text.length ? old.chunks.slice(kept) : []
  return assemble(text, old.chunks.slice(0, first).concat(fresh, rest))
}

const startOf = (markdown: Markdown, index: number): number => markdown.starts[index] ?? Infinity

/** The first chunk that a change at `from` may affect: its own, and those whose end was found by looking at it. */
function firstTouched(old: Markdown, text: string, from: number): number {
  if (from < FRONT_MATTER_LIMIT && (mayOpenFrontMatter(old.text) || mayOpenFrontMatter(text))) return 0
  let first = Math.max(0, lastAtMost(old.starts, from, (start) => start))
  while (first > 0 && from - startOf(old, first) < BOUNDARY_WIDTH) first--
  return first
}

function assemble(text: string, chunks: readonly Chunk[]): Markdown {
  const starts: number[] = []
  let at = 0
  for (const chunk of chunks) {
    starts.push(at)
    at += chunk.length
  }
  return { text, chunks, starts }
}

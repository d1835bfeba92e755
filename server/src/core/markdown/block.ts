import type { Span } from '../text/span'
import type { Text } from '../text/text'

/**
 * What the survey needs to know of a Markdown text: its leaf blocks in text order, as plain data.
 * All spans are relative to the start of the chunk that holds the block.
 */
export type Block = Heading | Prose | Definition | Opaque

/** An ATX or setext heading at the top level of the document. */
export interface Heading {
  readonly type: 'heading'
  readonly span: Span
  readonly level: number
  /** The text without hash marks, underline and surrounding blanks. */
  readonly content: Span
  readonly quiet: readonly Quiet[]
}

/** Text that a reader reads: a paragraph, wherever it stands, or a heading inside a list or quotation. */
export interface Prose {
  readonly type: 'prose'
  readonly span: Span
  /** What the outermost emphasis encloses, where a top-level paragraph is nothing but emphasised text. */
  readonly emphasis?: Span
  readonly quiet: readonly Quiet[]
}

/** A link definition: `[7]: url 'title'`. */
export interface Definition {
  readonly type: 'definition'
  readonly span: Span
  /** The label without its brackets. */
  readonly label: Span
  /** The address without angle brackets. */
  readonly url: Span
  /** The title without its quotes. */
  readonly title?: Span
}

/** A block that holds no prose. Only `comment` is invisible to a reader. */
export interface Opaque {
  readonly type: 'code' | 'html' | 'comment' | 'front-matter'
  readonly span: Span
}

/** A stretch of prose in which brackets are not citations. */
export interface Quiet extends Span {
  readonly type: 'code' | 'comment' | 'html' | 'image' | 'link' | 'math' | 'address' | 'escape'
}

/**
 * A run of whole blocks that was parsed on its own. Chunks are values: an edit replaces the chunks it
 * touches and keeps the others, which is what makes a keystroke cheap in a large file.
 */
export interface Chunk<T> {
  /** In UTF-16 units. */
  readonly length: number
  /** What its reader made of its blocks. The blocks themselves are not kept: there are many, and those of most are never asked for. */
  readonly content: T
}

/** Reads the blocks of one chunk, whose text is given. Must depend on nothing else. */
export type ReadChunk<T> = (blocks: readonly Block[], text: string) => T

/** A whole text as chunks without gaps. */
export interface Markdown<T> {
  readonly text: Text
  readonly chunks: readonly Chunk<T>[]
  /** Where each chunk starts in `text`. */
  readonly starts: readonly number[]
  readonly read: ReadChunk<T>
  /** Reads the blocks of a chunk again, by its index. The same one once more costs nothing. */
  blocks(index: number): readonly Block[]
}

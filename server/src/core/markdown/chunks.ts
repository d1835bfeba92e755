import type { Block } from './block'
import { FRONT_MATTER_LIMIT, frontMatterLength, mayOpenFrontMatter } from './frontMatter'
import { parseBlocks, type ParsedBlocks } from './parse'

/** A chunk without headings may be cut at a blank line once it is this long (UTF-16 units). */
export const LONG_CHUNK = 4096

/** How much of a line is looked at to tell whether a chunk starts there: `###### ` and one more. */
export const BOUNDARY_WIDTH = 8

export interface ParsedChunk {
  /** In UTF-16 units. */
  readonly length: number
  readonly blocks: readonly Block[]
}

/** A stretch of a text: all of it, or what is enough to read a chunk or two. */
export interface Excerpt {
  readonly text: string
  /** Where the whole text has it. */
  readonly from: number
  /** Whether it ends where the whole text ends. */
  readonly isLast: boolean
}

/**
 * The chunk that starts at an offset of a stretch. It depends on nothing but the text from there on, so a chunk list is
 * the same whether it was read at once or mended edit by edit. Undefined where the stretch ends too soon to tell.
 */
export function chunkAt({ text, from, isLast }: Excerpt, start: number): ParsedChunk | undefined {
  const isFirst = from + start === 0
  const frontMatter = isFirst ? frontMatterLength(text) : 0
  if (frontMatter > 0) return { length: frontMatter, blocks: frontMatterOf(frontMatter) }
  if (isFirst && !isLast && text.length < FRONT_MATTER_LIMIT && mayOpenFrontMatter(text)) return undefined
  let end = nextBoundary(text, start, start)
  for (;;) {
    if (!isLast && end + BOUNDARY_WIDTH > text.length) return undefined
    const { blocks, open } = blocksOf(text.slice(start, end), isFirst)
    if (!open || end === text.length) return { length: end - start, blocks }
    // An open fence or HTML block reaches past the boundary: take twice as much, so that time stays linear.
    for (const enough = start + 2 * (end - start); end < enough && end < text.length;)
      end = nextBoundary(text, start, end)
  }
}

/** The blocks of a chunk whose text is known. */
export function blocksIn(chunk: string, isFirst: boolean): readonly Block[] {
  const frontMatter = isFirst ? frontMatterLength(chunk) : 0
  return frontMatter > 0 ? frontMatterOf(frontMatter) : blocksOf(chunk, isFirst).blocks
}

const frontMatterOf = (length: number): readonly Block[] => [{ type: 'front-matter', span: { from: 0, to: length } }]

/** A byte order mark is nothing that anybody sees; to Lezer it would be the first word of a paragraph. */
const blocksOf = (chunk: string, isFirst: boolean): ParsedBlocks =>
  parseBlocks(isFirst && chunk.startsWith('\uFEFF') ? ` ${chunk.slice(1)}` : chunk)

/** The start of the next line after `from` at which a chunk that began at `start` may end, or the end of the text. */
function nextBoundary(text: string, start: number, from: number): number {
  for (let line = nextLine(text, from); line < text.length; line = nextLine(text, line)) {
    if (startsHeading(text, line)) return line
    if (line - start > LONG_CHUNK && startsParagraph(text, line) && isBlank(text, previousLine(text, line))) return line
  }
  return text.length
}

const nextLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

const previousLine = (text: string, line: number): number => text.lastIndexOf('\n', line - 2) + 1

function isBlank(text: string, line: number): boolean {
  for (let i = line; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10) return true
    if (c !== 32 && c !== 9 && c !== 13) return false
  }
  return true
}

/** Only a heading in the first column: it ends every list, quotation and paragraph before it. */
function startsHeading(text: string, line: number): boolean {
  let i = line
  while (text.charCodeAt(i) === 35) i++
  if (i === line || i - line > 6) return false
  const c = text.charCodeAt(i)
  return Number.isNaN(c) || c === 32 || c === 9 || c === 10 || c === 13
}

/** Text in the first column that cannot belong to a list or an indented block before it. */
const startsParagraph = (text: string, line: number): boolean => !' \t\r\n-+*>0123456789='.includes(text.charAt(line))

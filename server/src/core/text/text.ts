import type { Characters } from './characters'
import { lastAtMost } from './search'

/** As LSP counts: lines and UTF-16 units, both from 0. `\n`, `\r\n` and `\r` end a line. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** About so long is a piece, in UTF-16 units; one line is never cut. */
const PIECE_LENGTH = 4096

/**
 * A text in pieces of whole lines: an edit copies a piece or two, and the line index of the others is kept. With one
 * string, and one index, a keystroke would copy the whole text. A value: `replace` makes another one.
 */
export class Text implements Characters {
  readonly length: number
  /** Where each piece starts. */
  private readonly starts: readonly number[]
  /** The number of the line on which each piece starts, and of lines in all; counted when somebody asks. */
  private lines: readonly number[] | undefined
  private whole: string | undefined

  private constructor(private readonly pieces: readonly Piece[]) {
    let length = 0
    this.starts = pieces.map(({ text }) => {
      length += text.length
      return length - text.length
    })
    this.length = length
  }

  static of(text: string): Text {
    const made = new Text(cut(text))
    made.whole = text
    return made
  }

  /** The characters from one offset to before another. Offsets beyond the text are taken for its ends. */
  slice(from: number, to = this.length): string {
    if (from <= 0 && to >= this.length) return this.toString()
    let i = this.pieceAt(from)
    const start = this.starts[i] ?? 0
    let found = this.textOf(i).slice(Math.max(0, from - start), Math.max(0, to - start))
    for (i++; (this.starts[i] ?? to) < to; i++) found += this.textOf(i).slice(0, to - (this.starts[i] ?? 0))
    return found
  }

  charCodeAt(offset: number): number {
    const i = this.pieceAt(offset)
    return this.textOf(i).charCodeAt(offset - (this.starts[i] ?? 0))
  }

  /** Where a character stands, at an offset or behind it; -1 where it does not. */
  indexOf(character: string, from = 0): number {
    let i = this.pieceAt(from)
    for (let inPiece = from - (this.starts[i] ?? 0); i < this.pieces.length; i++, inPiece = 0) {
      const found = this.textOf(i).indexOf(character, inPiece)
      if (found >= 0) return (this.starts[i] ?? 0) + found
    }
    return -1
  }

  /** Where a character stands, at an offset or before it; -1 where it does not. */
  lastIndexOf(character: string, from = this.length): number {
    let i = this.pieceAt(from)
    for (let inPiece = from - (this.starts[i] ?? 0); i >= 0 && inPiece >= 0; i--, inPiece = Infinity) {
      const found = this.textOf(i).lastIndexOf(character, inPiece)
      if (found >= 0) return (this.starts[i] ?? 0) + found
    }
    return -1
  }

  /** The text with other characters in the place of those from one offset to before another. */
  replace(from: number, to: number, insert: string): Text {
    const first = this.pieceAt(from)
    let last = this.pieceAt(to)
    let text =
      this.textOf(first).slice(0, from - (this.starts[first] ?? 0)) +
      insert +
      this.textOf(last).slice(to - (this.starts[last] ?? 0))
    if (!text.endsWith('\n') && last + 1 < this.pieces.length) text += this.textOf(++last)
    return new Text([...this.pieces.slice(0, first), ...(text === '' ? [] : cut(text)), ...this.pieces.slice(last + 1)])
  }

  /** The place of an offset; inside a line break, the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length))
    const i = this.pieceAt(at)
    const piece = this.pieces[i]
    if (!piece) return { line: 0, character: 0 }
    const inside = at - (this.starts[i] ?? 0)
    const line = lastAtMost(piece.lineStarts, inside, (start) => start)
    return { line: (this.lineNumbers[i] ?? 0) + line, character: beforeBreak(piece, line, inside) }
  }

  /** The offset of a place. Beyond the end of a line, its end; beyond the last line, the text's. What is no number counts as 0. */
  offsetAt({ line, character }: Position): number {
    const lines = this.lineNumbers
    if (!(line >= 0)) return 0
    if (line >= (lines.at(-1) ?? 0)) return this.length
    const i = lastAtMost(lines, line, (first) => first)
    const piece = this.pieces[i]
    if (!piece) return 0
    const inPiece = line - (lines[i] ?? 0)
    const start = piece.lineStarts[inPiece] ?? 0
    const end = Math.min(start + (character > 0 ? character : 0), piece.lineStarts[inPiece + 1] ?? piece.text.length)
    return (this.starts[i] ?? 0) + start + beforeBreak(piece, inPiece, end)
  }

  toString(): string {
    return (this.whole ??= this.pieces.map(({ text }) => text).join(''))
  }

  private pieceAt(offset: number): number {
    return Math.max(
      0,
      lastAtMost(this.starts, offset, (start) => start),
    )
  }

  private textOf(i: number): string {
    return this.pieces[i]?.text ?? ''
  }

  private get lineNumbers(): readonly number[] {
    if (this.lines) return this.lines
    const lines: number[] = []
    let line = 0
    this.pieces.forEach(({ lineStarts }, i) => {
      lines.push(line)
      // What follows its last line break is a line of its own only at the end of the text.
      line += i + 1 < this.pieces.length ? lineStarts.length - 1 : lineStarts.length
    })
    lines.push(Math.max(1, line))
    return (this.lines = lines)
  }
}

class Piece {
  private found: readonly number[] | undefined

  constructor(readonly text: string) {}

  /** The offsets in the piece at which lines start, the end of the piece among them where it ends in a line break. */
  get lineStarts(): readonly number[] {
    return (this.found ??= lineStartsOf(this.text))
  }
}

function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at + PIECE_LENGTH) + 1 || text.length
    pieces.push(new Piece(text.slice(at, end)))
    at = end
  }
  return pieces
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++
    starts.push(i + 1)
  }
  return starts
}

/** How far an offset is from the start of its line, but not within or behind the line break. */
function beforeBreak({ text, lineStarts }: Piece, line: number, offset: number): number {
  const start = lineStarts[line] ?? 0
  let end = offset
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--
  return end - start
}

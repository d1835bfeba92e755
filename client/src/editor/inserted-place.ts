import { type Position, type Range, type TextEdit } from 'vscode-languageserver-protocol'

/**
 * Where some words without line breaks stand once edits are made that insert them, the first of several; undefined where none
 * does. The edits may come in any order, and do not overlap.
 */
export function insertedPlace(edits: readonly TextEdit[], words: string): Range | undefined {
  const inOrder = [...edits].sort((a, b) => compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end))
  // What follows the last edit begins behind it: before the edits, and after them.
  let old: Position = { line: 0, character: 0 }
  let now: Position = old
  for (const { range, newText } of inOrder) {
    const start = moved(range.start, old, now)
    const index = newText.indexOf(words)
    if (index >= 0) {
      const place = behind(start, newText.slice(0, index))
      return { start: place, end: behind(place, words) }
    }
    old = range.end
    now = behind(start, newText)
  }
  return undefined
}

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character

/** A position that stood at or behind `old` as it stands when that is at `now`. */
const moved = ({ line, character }: Position, old: Position, now: Position): Position => ({
  line: line + now.line - old.line,
  character: line === old.line ? character + now.character - old.character : character,
})

function behind({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/u)
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line, character: character + last.length }
    : { line: line + lines.length - 1, character: last.length }
}

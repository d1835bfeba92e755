import { type Position } from 'vscode-languageserver-protocol'

/** Negative where `a` is before `b` in the text, positive where it is after, 0 where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character
}

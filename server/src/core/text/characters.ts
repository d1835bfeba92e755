/**
 * A text to look around in: a string, or a `Text`, of which nothing need be put together for that. Offsets are UTF-16 units. What is
 * searched for must be one character that no line break is part of, or a line break's last: `\n`.
 */
export interface Characters {
  readonly length: number
  slice(from: number, to?: number): string
  charCodeAt(offset: number): number
  indexOf(character: string, from?: number): number
  lastIndexOf(character: string, from?: number): number
}

/** The offset behind a character that this one is inside of: one of two UTF-16 units. */
export function afterCharacter(text: Characters, offset: number): number {
  const isPair = isHalf(text, offset - 1, 0xd800) && isHalf(text, offset, 0xdc00)
  return isPair ? offset + 1 : offset
}

/** Whether a unit is one of the 1024 that begin, or end, a pair. */
const isHalf = (text: Characters, offset: number, first: number): boolean => {
  const unit = text.charCodeAt(offset)
  return unit >= first && unit < first + 0x400
}

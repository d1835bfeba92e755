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

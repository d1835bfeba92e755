/**
 * `(url "title")` behind the words of a link, as the source of a pattern without groups: balanced parentheses in the address go one
 * level deep. Linear, and bounded where blanks are.
 */
export const LINK_TARGET = String.raw`\(\s{0,99}(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s{1,99}(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s{0,99}\)`

/** Where the target of a link ends that begins at an offset; undefined where none does. */
export function linkTargetEnd(text: { slice(from: number, to: number): string }, at: number): number | undefined {
  const length =
    text.slice(at, at + 1) === '(' ? TARGET.exec(text.slice(at, at + LONGEST_TARGET))?.[0].length : undefined
  return length === undefined ? undefined : at + length
}

const TARGET = new RegExp(`^${LINK_TARGET}`, 'u')

/** UTF-16 units: no address is longer. */
const LONGEST_TARGET = 4096

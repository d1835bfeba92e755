/** A text of so many characters at most, with `…` in place of what is too much. No character is cut through. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${[...text]
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`
}

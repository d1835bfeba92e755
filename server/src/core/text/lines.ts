import type { Characters } from './characters'
import { deletion, type Edit } from './edit'
import type { Span } from './span'

/** Where the line of an offset starts. */
export const lineStart = (text: Characters, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: Characters, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end
}

/** How many line breaks stand between two offsets. */
export function lineBreaks(text: Characters, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The offset after the last character in a span that is no blank; its start where there is none. */
export function trimmedEnd(text: Characters, { from, to }: Span): number {
  while (to > from && BLANK.has(text.charCodeAt(to - 1))) to--
  return to
}

/** The end of what is written in a span, without comments at its end that are about the line after it. */
export function writtenEnd(text: Characters, { from, to }: Span): number {
  for (let end = to; ;) {
    end = trimmedEnd(text, { from, to: end })
    const line = lineStart(text, end)
    if (line < from || line === end || !ABOUT_NEXT.test(text.slice(line, end))) return end
    end = line
  }
}

const ABOUT_NEXT = /^[ \t]*<!--\s*survey-disable-next-line\b[^>]*-->$/u

/** The offset of the first character from `from` on that is no blank; the text's end where there is none. */
export function nextText(text: Characters, from: number): number {
  while (from < text.length && BLANK.has(text.charCodeAt(from))) from++
  return from
}

/**
 * Where to write on below an offset that nothing follows on its line: on the line after the next, where both are blank, so that a blank
 * one stays between; else on the next, where that is; else at the offset itself.
 */
export function freeLine(text: Characters, offset: number): number {
  let free = offset
  for (let count = 0; count < 2; count++) {
    const next = text.indexOf('\n', free) + 1
    if (next === 0 || text.slice(next, endOfLine(text, next)).trim() !== '') break
    free = next
  }
  return free
}

const BLANK: ReadonlySet<number> = new Set([9, 10, 13, 32])

/** Takes away whole lines and the blank lines above them, or below where text follows directly, so that what is left keeps its distance. */
export function removalOf(text: Characters, { from, to }: Span): Edit {
  const line = lineStart(text, from)
  const below = text.indexOf('\n', to) + 1
  // What stood below these lines without a blank one must not come to stand below others.
  if (text.slice(to, below).trim() === '' && text.slice(below, endOfLine(text, below)).trim() !== '' && below > 0)
    return deletion({ from: line, to: below })
  const start = trimmedEnd(text, { from: 0, to: line })
  return deletion({ from: start, to: start === 0 ? nextText(text, to) : to })
}

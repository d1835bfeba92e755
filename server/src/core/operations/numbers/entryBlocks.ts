import type { LinkDefinition, Reference } from '../../references/model'
import { endOfLine, lineStart, nextText, trimmedEnd, writtenEnd } from '../../text/lines'
import { lastAtMost, spanAt } from '../../text/search'
import type { Span } from '../../text/span'

/** An entry, and what is beyond doubt its own. */
export interface Draft {
  readonly reference: Reference
  /** From the start of its first line to the end of its definition. */
  readonly span: Span
}

/** What stands between two entries belongs to the upper one, save for a comment about the lower, headings, rules, and definitions that others have. */
export function blocksOf(
  drafts: readonly Draft[],
  definitions: readonly LinkDefinition[],
  lists: readonly Span[],
  text: string,
): readonly { readonly draft: Draft; readonly block: Span }[] {
  const others = drafts.map(({ reference, span }, i) =>
    otherBetween(reference, span.to, drafts[i + 1]?.span.from ?? text.length, definitions, text),
  )
  const nexts = drafts.map((_, i) => others[i] ?? drafts[i + 1]?.span.from)
  const ends = drafts.map(({ span }, i) => {
    const next = nexts[i]
    if (next === undefined || i === drafts.length - 1 || divides(text.slice(span.to, next))) return undefined
    return writtenEnd(text, { from: span.to, to: next })
  })
  const remarked = ends.filter((end, i) => end !== undefined && isRemark(text.slice(drafts[i]?.span.to, end))).length
  let from = drafts[0]?.span.from ?? 0
  return drafts.map((draft, i) => {
    const { span } = draft
    const end = ends[i]
    const last = end === undefined ? lastEnd(span, nexts[i], lists, text, remarked * 2 > drafts.length - 1) : end
    const to = end === undefined || isRemark(text.slice(span.to, end)) ? last : span.to
    const start =
      i > 0 && ends[i - 1] !== undefined && others[i - 1] === undefined
        ? Math.min(from, span.from)
        : aboutStart(text, span.from)
    from = lineStart(text, nextText(text, ends[i] ?? to))
    return { draft, block: { from: start, to } }
  })
}

/** Where the line of the first definition starts that is not an entry's own, between this and the next; undefined where there is none. */
function otherBetween(
  { number }: Reference,
  end: number,
  next: number,
  definitions: readonly LinkDefinition[],
  text: string,
): number | undefined {
  for (
    let i = lastAtMost(definitions, end - 1, ({ span }) => span.from) + 1;
    (definitions[i]?.span.from ?? next) < next;
    i++
  ) {
    if (definitions[i]?.number !== number) return lineStart(text, definitions[i]?.span.from ?? next)
  }
  return undefined
}

/** Where the last entry before a heading ends: a remark below it is its own where it is indented, or where the others have remarks, too. */
function lastEnd(
  span: Span,
  next: number | undefined,
  lists: readonly Span[],
  text: string,
  remarked: boolean,
): number {
  const limit = Math.min(next ?? text.length, spanAt(lists, span.from)?.to ?? text.length)
  const rest = text.slice(span.to, limit)
  const heading = HEADING.exec(rest)
  const end = writtenEnd(text, { from: span.to, to: span.to + (heading?.index ?? rest.length) })
  const first = text.slice(lineStart(text, nextText(text, span.to)), nextText(text, span.to))
  return end > span.to && (remarked || /^(?: {2}|\t)/u.test(first)) ? end : paragraphEnd(text, span.to)
}

/** Where the text ends that stands directly below a line, without a blank one between. */
export function paragraphEnd(text: string, at: number): number {
  let end = at
  for (let line = endOfLine(text, at); line < text.length;) {
    const start = text.indexOf('\n', line) + 1
    const stop = endOfLine(text, start)
    if (
      start === 0 ||
      text.slice(start, stop).trim() === '' ||
      ENDS_REMARK.test(text.slice(start, Math.min(stop, start + 20)))
    )
      return end
    end = trimmedEnd(text, { from: start, to: stop })
    line = stop
  }
  return end
}

/** A heading, a link definition, or an entry. */
const ENDS_REMARK = /^(?:#|[ \t>]*\[{1,2}\d{1,6}\])/u

/** Where a comment about an entry's first line starts, else that line. */
function aboutStart(text: string, line: number): number {
  const above = lineStart(text, line - 1)
  return line > 0 && /^[ \t]*<!--\s*survey-disable-next-line\b[^>]*-->\s*$/u.test(text.slice(above, line))
    ? above
    : line
}

const HEADING =
  /^ {0,3}#{1,6}(?:\s|$)|^ {0,3}[^\s>#-][^\n]*\n {0,3}(?:=+|-+)[ \t]*\r?$|^[ \t]*(?:\*\*|__|[*_])[^*_\n]+(?:\*\*|__|[*_])[ \t]*\r?$/mu

/** Whether what stands between two entries has a heading in it, or a label. */
export const divides = (between: string): boolean => HEADING.test(between)

/** A rule, `***`, is none, nor are blanks. */
const isRemark = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)

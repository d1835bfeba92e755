import type { Document } from '../document'
import { placeInMarkdown } from '../markdown/prose'
import { allSections } from '../survey/query'
import { endOfLine, lineStart } from '../text/lines'
import { overlaps, touches, type Span } from '../text/span'

/** Why a citation in the place of a span, or at an offset, would make another text of what the survey is read by; undefined where it would not. */
export function whyNotHere(document: Document, { from, to }: Span): string | undefined {
  if (from < to && isLabel(document, { from, to }))
    return 'Keep the words of the heading: put the cursor after them to cite here.'
  if (from === to && joinsLabel(document, from)) return 'Leave a blank line between the heading and the citation.'
  if (isMark(document, from) || isMark(document, to)) return 'Put the cursor after the text to cite here.'
  return undefined
}

/** Words of a heading or a section's label. Citations in it are nobody's words. */
function isLabel({ buffer, markdown, survey }: Document, { from, to }: Span): boolean {
  const words = buffer.slice(from, to).replace(CITATIONS, '')
  if (words.trim() === '') return false
  return (
    placeInMarkdown(markdown, to)?.block.type === 'heading' ||
    allSections(survey).some(
      ({ section: { label } }) => label.form === 'emphasis' && overlaps(label.span, { from, to }),
    )
  )
}

const CITATIONS = /\[{1,2}\^?[\d ,;\u2010-\u2015-]+\]{1,2}(?:\([^()\s]*\))?/gu

/** A blank line that alone keeps a paragraph apart from the label above or below: one that is emphasised, or underlined. */
function joinsLabel({ buffer, markdown, survey }: Document, offset: number): boolean {
  const [start, end] = [lineStart(buffer, offset), endOfLine(buffer, offset)]
  if (
    buffer
      .slice(start, end)
      .replace(/^\ufeff/u, '')
      .trim() !== ''
  )
    return false
  const [above, below] = [Math.max(0, start - 1), buffer.indexOf('\n', end) + 1]
  if (
    placeInMarkdown(markdown, below + 1)?.block.type === 'heading' &&
    !/^ {0,3}#/u.test(buffer.slice(below, below + 4))
  )
    return true
  return allSections(survey).some(
    ({
      section: {
        label: { form, span },
      },
    }) =>
      form === 'emphasis' &&
      (lineStart(buffer, span.from) === below ||
        (lineStart(buffer, span.to) === lineStart(buffer, above) && above > 0)),
  )
}

/** In front of what tells Markdown what a line is, in it, or beside the emphasis that makes a section's label. */
function isMark({ buffer, survey }: Document, offset: number): boolean {
  const start = lineStart(buffer, offset)
  const end = endOfLine(buffer, offset)
  // In front of a byte order mark is in front of the line.
  const line = buffer.slice(start, end).replace(/^\ufeff/u, ' ')
  const column = offset - start
  if (column <= (/^[ \t]*#{1,6}[ \t]+(?:#[\p{L}\p{N}?]*)?/u.exec(line)?.[0].length ?? -1)) return true
  if (/^[ \t]*(?:-+|=+)[ \t]*$/u.test(line)) return true
  if (
    line.slice(0, column).trim() === '' &&
    /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[>|]|\[[^\]]*\]:|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/u.test(line)
  )
    return true
  // On a blank line above a line of dashes, what is written becomes a heading.
  if (line.trim() === '' && /^\r?\n[ \t]*(?:-+|=+)[ \t]*(?:\r?\n|$)/u.test(buffer.slice(end, end + 100))) return true
  return allSections(survey).some(
    ({ section: { label } }) =>
      label.form === 'emphasis' &&
      touches(label.span, offset) &&
      !(label.content.from < offset && offset <= label.content.to),
  )
}

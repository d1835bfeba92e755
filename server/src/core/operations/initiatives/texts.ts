import type { Document } from '../../document'
import type { Initiative } from '../../survey/model'
import { endOfLine, lineStart, writtenEnd } from '../../text/lines'
import type { Span } from '../../text/span'

/** An initiative and the text that goes where it goes: from the line of its label, with what stands right above it for it, to its last text. */
export interface InitiativeText {
  readonly initiative: Initiative
  readonly span: Span
}

/** All of them, in text order; between two of them stand blank lines and headings of groups. */
export function initiativeTexts({ survey: { initiatives }, text }: Document): readonly InitiativeText[] {
  const starts = initiatives.map(({ label }) => startOf(text, label.span.from))
  return initiatives.map((initiative, i) => {
    const { label, span } = initiative
    const end = Math.min(span.to, starts[i + 1] ?? Infinity)
    return { initiative, span: { from: starts[i] ?? 0, to: writtenEnd(text, { from: label.span.to, to: end }) } }
  })
}

/** An anchor for links, or a comment that is about the line below. */
const ABOVE = /^[ \t]*<(?:a\s[^<>]{0,500}><\/a>|!--\s*survey-disable-next-line\b[^>]*-->)[ \t]*$/u

function startOf(text: string, offset: number): number {
  let start = lineStart(text, offset)
  for (;;) {
    const above = lineStart(text, start - 1)
    if (start === 0 || !ABOVE.test(text.slice(above, endOfLine(text, above)))) return start
    start = above
  }
}

import type { Document } from '../../document'
import { countIn } from '../../survey/labels/name'
import { shift, type Span } from '../../text/span'

/** What counts an initiative in front of its title, `2.` or `B)`, or as the item of a list, as the author wrote it. */
export interface Count {
  readonly written: string
  readonly span: Span
}

/** The counts of all initiatives, in text order; undefined unless all have one, and each goes on from the one before. */
export function countsOf(document: Document): readonly Count[] | undefined {
  const counts = writtenCounts(document)
  const isCounted = counts.every(({ written }, i) => i === 0 || isNext(counts[i - 1]?.written ?? '', written))
  return counts.length === document.survey.initiatives.length && isCounted ? counts : undefined
}

/** The counts of those that have one, in text order. */
export function writtenCounts({ survey: { initiatives }, text }: Document): readonly Count[] {
  return initiatives.flatMap(({ label }): readonly Count[] => {
    const mark = /^\d{1,9}(?=[.)])/u.exec(text.slice(label.span.from, label.content.from))
    const inTitle = countIn(text.slice(label.content.from, label.content.to))
    const span = mark
      ? { from: label.span.from, to: label.span.from + mark[0].length }
      : inTitle && shift(inTitle, label.content.from)
    return span ? [{ written: text.slice(span.from, span.to), span }] : []
  })
}

const isNext = (before: string, written: string): boolean =>
  /^\d+$/u.test(written)
    ? Number(written) === Number(before) + 1
    : /^[A-Za-z]$/u.test(written) && written.charCodeAt(0) === before.charCodeAt(0) + 1

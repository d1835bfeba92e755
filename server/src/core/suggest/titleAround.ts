import type { Document } from '../document'
import { known, type Known } from '../known'
import { lastAtMost } from '../text/search'

/** The title of the initiative at an offset, as `initiativeAt` finds it, without a model of every initiative. */
export function titleAround(document: Document, offset: number): string | undefined {
  const titles = known(document, initiatives)
  const {
    gathered: { marks, bases },
    buffer,
  } = document
  const startOf = (mark: number): number => {
    const found = marks[mark]
    return found ? (bases[mark] ?? 0) + found.label.span.from : buffer.length
  }
  const found = titles[lastAtMost(titles, offset, ({ mark }) => startOf(mark))]
  return found && offset <= startOf(found.end) ? found.title : undefined
}

/** The marks that open initiatives, and those that end them. */
const initiatives: Known<readonly { readonly mark: number; readonly end: number; readonly title: string }[]> = {
  reads: ['labels'],
  find({ survey, gathered: { marks, bases } }) {
    const marksAt = new Map(marks.map(({ label }, i) => [(bases[i] ?? 0) + label.span.from, i]))
    return survey.initiatives.flatMap(({ span, title }) => {
      const mark = marksAt.get(span.from)
      return mark === undefined ? [] : [{ mark, end: marksAt.get(span.to) ?? marks.length, title }]
    })
  },
}

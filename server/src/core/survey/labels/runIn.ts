import { closed, closingOf, layoutOf } from './closing'
import { emphasisedIn } from './emphasised'
import type { LabelForm } from './form'

/** Emphasised words that open a line of a paragraph: `**Pros:** fast`, `**Pros**: fast`, `*Pros*. Fast.`, with text behind them or in the next line. */
export const runInForm: LabelForm<'run-in'> = {
  id: 'run-in',

  find({ text, from, to, markAt }) {
    if (markAt !== undefined) return undefined
    const found = emphasisedIn(text.slice(from, to))
    return (
      found && {
        span: { from, to: from + found.end },
        content: { from: from + found.from, to: from + found.to },
        isAlone: from + found.end === to,
      }
    )
  },

  styleOf: (label, text) => ({
    form: 'run-in',
    mark: text.slice(label.span.from, label.content.from),
    closing: closingOf(label, text),
    layout: layoutOf(label, text),
  }),

  write: ({ mark, closing, layout }, lineBreak) => ({
    open: mark,
    close: closed(mark, closing),
    gap: layout.isAbove ? lineBreak : ' ',
    between: layout.isTight ? lineBreak : lineBreak.repeat(2),
  }),
}

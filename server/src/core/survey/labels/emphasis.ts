import { closed, closingOf } from './closing'
import { emphasisedIn } from './emphasised'
import type { LabelForm } from './form'

/** A paragraph of nothing but emphasised words: `_Strengths_`, `**Strengths:**`, `**Strengths** (so far):`. */
export const emphasisForm: LabelForm<'emphasis'> = {
  id: 'emphasis',

  find({ block, text, from, to, isFirst, isLast, markAt, column }) {
    if (!isFirst || !isLast || markAt !== undefined || column > 3) return undefined
    if (block.emphasis) {
      const words = text.slice(block.emphasis.from, block.emphasis.to).replace(/[ \t]*[:：]$/u, '')
      return {
        span: block.span,
        content: { from: block.emphasis.from, to: block.emphasis.from + words.length },
        isAlone: true,
      }
    }
    const found = emphasisedIn(text.slice(from, to))
    if (!found || from + found.end !== to) return undefined
    return { span: { from, to }, content: { from: from + found.from, to: from + found.to }, isAlone: true }
  },

  styleOf: (label, text) => ({
    form: 'emphasis',
    mark: text.slice(label.span.from, label.content.from).trim(),
    closing: closingOf(label, text),
  }),

  write: ({ mark, closing = 'none' }, lineBreak) => ({
    open: mark,
    close: closed(mark, closing),
    gap: lineBreak.repeat(2),
    between: lineBreak.repeat(2),
  }),
}

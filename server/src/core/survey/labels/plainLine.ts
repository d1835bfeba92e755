import { closed, closingOf, layoutOf } from './closing'
import type { LabelForm } from './form'
import { plainIn } from './plain'

/** Plain words in front of a colon that open a line: `Pros:`, `Pros: fast`; and a line that is counted by a letter or number, `B. Plasma`. */
export const plainLineForm: LabelForm<'line'> = {
  id: 'line',

  find({ text, from, to, markAt }) {
    if (markAt !== undefined) return undefined
    const written = text.slice(from, to)
    const plain = plainIn(written)
    if (plain)
      return {
        span: { from, to: from + plain.end },
        content: { from, to: from + plain.to },
        isAlone: from + plain.end === to,
      }
    return COUNTED.test(written) ? { span: { from, to }, content: { from, to }, isAlone: true } : undefined
  },

  styleOf: (label, text) => ({ form: 'line', closing: closingOf(label, text), layout: layoutOf(label, text) }),

  write: ({ closing, layout }, lineBreak) => ({
    open: '',
    close: closed('', closing),
    gap: layout.isAbove ? lineBreak : ' ',
    between: layout.isTight ? lineBreak : lineBreak.repeat(2),
  }),
}

const COUNTED = /^(?:[A-Z]|\d{1,3})[.)][ \t]+\p{Lu}[^\n]{0,80}(?<![.,;:!?])$/u

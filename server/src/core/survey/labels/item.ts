import { lineStart } from '../../text/lines'
import { closed, closingOf } from './closing'
import { emphasisedIn } from './emphasised'
import type { LabelForm, LabelInLine } from './form'
import type { Line } from './line'
import { isFewWords, phraseIn, plainIn } from './plain'

/** What opens an item of a list: `- **Pros**: fast`, `- Pros: fast`, `* Good, because fast`, `* Pros` with a list of its own. */
export const itemForm: LabelForm<'item'> = {
  id: 'item',

  find(line) {
    if (line.markAt === undefined) return undefined
    const written = line.text.slice(line.from, line.to)
    const emphasised = emphasisedIn(written)
    if (emphasised) return found(line, emphasised.from, emphasised.to, emphasised.end)
    const plain = plainIn(written) ?? phraseIn(written)
    if (plain) return found(line, 0, plain.to, plain.end)
    const isTitle = line.isParent && line.isLast && isFewWords(written)
    return isTitle ? found(line, 0, written.length, written.length) : undefined
  },

  styleOf(label, text) {
    const { span, content } = label
    const [, bullet = '', mark = ''] =
      /^(\S+)[ \t]*(?:\[[ xX]\][ \t]+)?([*_]*)/u.exec(text.slice(span.from, content.from)) ?? []
    return {
      form: 'item',
      bullet: text.slice(lineStart(text, span.from), span.from) + (bullet === mark ? bullet.charAt(0) : bullet),
      mark,
      closing: closingOf(label, text),
    }
  },

  write: ({ bullet, mark, closing }, lineBreak) => ({
    open: `${bullet} ${mark}`,
    close: closed(mark, closing),
    gap: closing === 'none' ? `${lineBreak}${' '.repeat(bullet.length + 1)}- ` : ' ',
    between: lineBreak,
  }),
}

const found = ({ markAt = 0, from, to }: Line, start: number, words: number, end: number): LabelInLine => ({
  span: { from: markAt, to: from + end },
  content: { from: from + start, to: from + words },
  isAlone: from + end === to,
})

import { shift, type Span } from '../../text/span'
import type { Entry, ListForm } from './form'

/** `[^7]: Title, URL`, wherever it stands: a footnote is one also where no heading is above it. */
export const footnote: ListForm = {
  id: 'footnote',
  summary: 'footnotes',
  example: '[^7]: Title',
  notation: 'footnotes',
  entriesIn,
  label: (number) => `[^${number}]:`,
}

/** Also of names that are no numbers, as they end what stands above them. */
const FOOTNOTE = /^[ \t>]*(\[\^([^[\]\s^]{1,99})\]):[ \t]*/gmu

/** Those that begin at the start of a line; a footnote needs no blank line above it. */
function entriesIn(text: string, within: Span): readonly Entry[] {
  const paragraph = text.slice(within.from, within.to)
  // Most have none.
  if (!paragraph.includes('[^')) return []
  const starts = [...paragraph.matchAll(FOOTNOTE)]
  return starts.flatMap((match, i) => {
    const [whole, label = '', name = ''] = match
    if (!/^\d{1,6}$/u.test(name)) return []
    const at = match.index + whole.indexOf('[')
    const written = paragraph.slice(at, starts[i + 1]?.index ?? paragraph.length)
    const to = at + written.trimEnd().length
    const numberSpan = { from: at + 2, to: at + 2 + name.length }
    return [
      {
        form: 'footnote' as const,
        number: Number(name),
        span: shift({ from: at, to }, within.from),
        label: shift({ from: at, to: at + label.length }, within.from),
        numberSpan: shift(numberSpan, within.from),
        body: shift({ from: Math.min(to, match.index + whole.length), to }, within.from),
      },
    ]
  })
}

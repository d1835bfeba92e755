import { shift, type Span } from '../../text/span'
import { LATE_DEFINITION } from '../lateDefinition'
import type { Entry, ListForm } from './form'

/** `[7] Title, URL`, one below the other or each a paragraph. */
export const bracketed: ListForm = {
  id: 'bracketed',
  summary: 'numbers in brackets',
  example: '[7] Title',
  notation: 'brackets',
  entriesIn,
  label: (_, citation) => citation,
}

const ENTRY =
  /^[ \t>]*(?:[-*+][ \t]+)?(?:\[\[(\d{1,6})\](?:\([^()\s]*\))?\](?:\([^()\s]*\))?:?|\[(\d{1,6})\](?:\([^()\s]*\))?(?!:))/gmu

const BEGINS_WITH_BRACKET = /^[ \t>]*(?:[-*+][ \t]+)?\[/u

/** The entries that begin at the start of a line of a paragraph that itself begins with one. */
function entriesIn(text: string, within: Span): readonly Entry[] {
  const paragraph = text.slice(within.from, within.to)
  // Few paragraphs begin so.
  if (!BEGINS_WITH_BRACKET.test(paragraph)) return []
  const starts = [...paragraph.matchAll(ENTRY)]
  if (starts[0]?.index !== 0) return []
  const ends = [...paragraph.matchAll(LATE_DEFINITION)].map((match) => match.index)
  let nextEnd = 0
  return starts.map((match, i) => {
    while ((ends[nextEnd] ?? Infinity) <= match.index) nextEnd++
    const digits = match[1] ?? match[2] ?? ''
    const label = { from: match.index + match[0].indexOf('['), to: match.index + match[0].length }
    const limit = Math.min(starts[i + 1]?.index ?? paragraph.length, ends[nextEnd] ?? paragraph.length)
    const body = paragraph.slice(label.to, limit)
    const to = label.to + body.trimEnd().length
    const from = Math.min(to, label.to + (body.length - body.trimStart().length))
    const at = paragraph.indexOf(digits, label.from)
    return {
      form: 'bracketed',
      number: Number(digits),
      span: shift({ from: label.from, to }, within.from),
      label: shift(label, within.from),
      numberSpan: shift({ from: at, to: at + digits.length }, within.from),
      body: shift({ from, to }, within.from),
    }
  })
}

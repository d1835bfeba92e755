import type { Span } from '../../text/span'
import { LATE_DEFINITION } from '../lateDefinition'
import type { Entry, ListForm } from './form'

/** `7. Title, URL`: an item of an ordered list, which Markdown counts. */
export const ordered: ListForm = {
  id: 'ordered',
  summary: 'an ordered list',
  example: '7. Title',
  notation: 'brackets',
  entriesIn,
  label: (number) => `${number}.`,
}

/**
 * The entry that an item of an ordered list is, by its first paragraph. A list of nothing but ones is counted as Markdown does:
 * `previous` is the entry before it.
 */
function entriesIn(text: string, within: Span, previous: Entry | undefined): readonly Entry[] {
  const before = text.slice(Math.max(0, within.from - LONGEST_MARKER), within.from)
  const marker = /(?:^|\n) {0,3}((\d{1,6})[.)])[ \t]{1,4}$/u.exec(before)
  const [, label = '', digits = ''] = marker ?? []
  if (!marker || Number(digits) === 0) return []
  const from = within.from - before.length + marker.index + marker[0].indexOf(label)
  const numberSpan = { from, to: from + digits.length }
  const paragraph = text.slice(within.from, within.to)
  const definition = paragraph.matchAll(LATE_DEFINITION).next().value?.index ?? paragraph.length
  const to = within.from + paragraph.slice(0, definition).trimEnd().length
  const isNext =
    digits === '1' &&
    previous?.form === 'ordered' &&
    text.slice(previous.numberSpan.from, previous.numberSpan.to) === '1'
  return [
    {
      form: 'ordered',
      number: isNext ? previous.number + 1 : Number(digits),
      span: { from, to },
      label: { from, to: from + label.length },
      numberSpan,
      body: { from: within.from, to },
    },
  ]
}

/** UTF-16 units. */
const LONGEST_MARKER = 16

import type { Characters } from '../../text/characters'
import { endOfLine, lineStart } from '../../text/lines'
import type { Closing, Label, Layout } from '../model'
import { phraseIn } from './plain'

/** What stands behind the words of a label, up to its end. */
export function closingOf({ content, span }: Label, text: Characters): Closing {
  const behind = text.slice(content.to, span.to)
  if (/^[ \t]*[:：]/u.test(behind)) return 'inside'
  if (/[:：]\s*$/u.test(behind)) return 'outside'
  if (/[-–—]\s*$/u.test(behind)) return 'dash'
  if (span.to === content.to && phraseIn(text.slice(content.from, content.to))) return 'phrase'
  return /[.。]/u.test(behind) ? 'stop' : 'none'
}

/** The words' end with their mark, closed as others are. */
export function closed(mark: string, closing: Closing): string {
  const close = [...mark].reverse().join('')
  if (mark === '') return closing === 'none' || closing === 'dash' || closing === 'phrase' ? '' : ':'
  return {
    none: close,
    phrase: close,
    inside: `:${close}`,
    outside: `${close}:`,
    stop: `${close}.`,
    dash: `${close} –`,
  }[closing]
}

/** How the text of a label stands to it. */
export function layoutOf({ span }: Label, text: Characters): Layout {
  const start = lineStart(text, span.from)
  const above = text.slice(lineStart(text, Math.max(0, start - 1)), Math.max(0, start - 1))
  return {
    isAbove: text.slice(span.to, endOfLine(text, span.to)).trim() === '',
    isTight: above.trim() !== '' && !/^\s*#/u.test(above),
  }
}

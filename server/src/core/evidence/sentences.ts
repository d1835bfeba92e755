import { span, type Span } from '../text/span'
import { abbreviations } from './abbreviations'

/** Splits running text, in which line breaks are blanks, into its sentences: without the blanks around them, in text order. */
export type SplitSentences = (text: string) => readonly Span[]

/** Getting the rules ready takes longer than most texts, so they are kept. */
export function sentenceSplitter(): SplitSentences {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return (text) => {
    // Nothing in it may end one.
    if (!MAY_END.test(text)) return trimmed(text, [{ from: 0, to: text.length }])
    const found: Span[] = []
    for (const { segment, index } of segmenter.segment(text)) {
      const last = found.at(-1)
      const goesOn =
        last !== undefined && GOES_ON.test(text.slice(Math.max(last.from, last.to - LONGEST_TAIL), last.to))
      if (goesOn) found[found.length - 1] = span(last.from, index + segment.length)
      else found.push(span(index, index + segment.length))
    }
    return trimmed(text, found)
  }
}

const MAY_END = /[.!?\u2026]["'\u201d\u2019)\]]*\s|[\u3002\uff01\uff1f]/u

/** An abbreviation, or the initial of a name. */
const GOES_ON = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[...new Set(Object.values(abbreviations).flat())].map((word) => word.replace(/[.]/gu, String.raw`\.`)).join('|')}|\p{L})\.\s*$`,
  'iu',
)

/** UTF-16 units: abbreviations are shorter. */
const LONGEST_TAIL = 40

const trimmed = (text: string, spans: readonly Span[]): readonly Span[] =>
  spans.flatMap(({ from, to }) => {
    const words = text.slice(from, to)
    const start = from + words.length - words.trimStart().length
    return words.trim() === '' ? [] : [span(start, start + words.trim().length)]
  })

import type { Heading } from '../../markdown'
import type { Span } from '../../text/span'
import type { Label } from '../model'
import type { SectionTemplate } from '../profile'
import type { Reader } from '../reader'
import type { FoundLabel } from './foundLabel'

/** A label as a reader of a profile takes it: a heading, or another whose words are a section's title. */
export interface Mark {
  readonly found: FoundLabel
  readonly label: Label
  /** Without an initiative's number. */
  readonly title: string
  readonly normal: string
  /** The title without citations. */
  readonly words: string
  readonly number: string | undefined
  readonly numberSpan: Span | undefined
  /** The section of an initiative that the title names. */
  readonly initiativeSection: SectionTemplate | undefined
  /** The section of the survey that the title names. */
  readonly surveySection: SectionTemplate | undefined
  readonly opensInitiatives: boolean
}

/** What a label is to a reader; undefined where it is none. */
export function markOf(found: FoundLabel, reader: Reader): Mark | undefined {
  const { label, title, normal } = found
  const isHeading = label.form === 'heading'
  const number = found.numbered
  const initiativeSection = number ? undefined : reader.initiativeSection(found)
  const surveySection = number ? undefined : reader.surveySection(found)
  if (!isHeading && !initiativeSection && !surveySection && !reader.mayBeInitiative(found)) return undefined
  const digits = number?.[1]
  const at = label.content.from + found.written.indexOf(digits ?? '')
  return {
    found,
    label,
    title,
    normal,
    words: found.words,
    number: digits,
    numberSpan: digits === undefined ? undefined : { from: at, to: at + digits.length },
    initiativeSection,
    surveySection,
    opensInitiatives: isHeading && !number && reader.opensInitiatives(normal),
  }
}

/** The words of a heading. Of a setext heading over several lines, the first: findings and labels sit on one line. A comment at its end is no title, nor is an anchor for links. */
export function headingWords({ content, quiet }: Heading, text: string): Span {
  const end = text.slice(content.from, content.to).search(/\r?\n/)
  const line = end < 0 ? content : { from: content.from, to: content.from + end }
  const comment = quiet.find(({ type, to }) => type === 'comment' && to === line.to)
  return withoutAnchor(
    comment ? { from: line.from, to: line.from + text.slice(line.from, comment.from).trimEnd().length } : line,
    text,
  )
}

/** `<a name="plasma"></a>` in front of a title, or behind it. */
function withoutAnchor({ from, to }: Span, text: string): Span {
  const written = text.slice(from, to)
  if (!written.includes('</a>')) return { from, to }
  const before = /^<a\s[^<>]{0,500}><\/a>[ \t]*/iu.exec(written)?.[0].length ?? 0
  const after = /(?<![ \t])[ \t]*<a\s[^<>]{0,500}><\/a>$/iu.exec(written.slice(before))?.[0].length ?? 0
  return { from: from + before, to: to - after }
}

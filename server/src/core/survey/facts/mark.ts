import type { Heading } from '../../markdown'
import type { Span } from '../../text/span'
import type { Label } from '../model'
import type { SectionTemplate } from '../profile'
import type { Reader } from '../reader'
import { INITIATIVE_NUMBER, normalTitle, withoutCitations } from '../titles'

/** A heading, or an emphasised paragraph whose text is a section's title. */
export interface Mark {
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

/** Of a label, with what its words say to a reader. */
export function mark(label: Label, text: string, reader: Reader): Mark {
  const content = text.slice(label.content.from, label.content.to)
  const number = label.form === 'heading' ? INITIATIVE_NUMBER.exec(content) : null
  const title = (number ? content.slice(number[0].length) : content).trim()
  const normal = normalTitle(title)
  const initiativeSection = number ? undefined : reader.initiativeSection(normal)
  const surveySection = number ? undefined : reader.surveySection(normal)
  const digits = number?.[1]
  const at = label.content.from + content.indexOf(digits ?? '')
  return {
    label,
    title,
    normal,
    words: withoutCitations(title),
    number: digits,
    numberSpan: digits === undefined ? undefined : { from: at, to: at + digits.length },
    initiativeSection,
    surveySection,
    opensInitiatives: label.form === 'heading' && !number && reader.opensInitiatives(normal),
  }
}

/** That of a heading. */
export const headingMark = (heading: Heading, text: string, reader: Reader): Mark =>
  mark({ form: 'heading', level: heading.level, span: heading.span, content: words(heading, text) }, text, reader)

/** Of a setext heading over several lines, the first: findings and labels sit on one line. A comment at its end is no title, nor is an anchor for links. */
function words({ content, quiet }: Heading, text: string): Span {
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

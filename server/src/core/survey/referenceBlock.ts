import type { LinkDefinition, Reference } from '../references/model'
import type { Survey } from './model'
import type { Characters } from '../text/characters'
import type { Span } from '../text/span'
import { endOfLine, lineStart, nextText, trimmedEnd } from '../text/lines'

/** The end of an entry and, where it follows right away, of its link definition. */
export function blockEnd(reference: Reference, text: Characters): number {
  if (reference.form === 'footnote') return indentedEnd(reference.span.to, text)
  return isAttached(reference, text) ? definitionSpan(reference.definition, text).to : reference.span.to
}

/** Where a footnote ends: with all that is indented below it, also behind blank lines. */
function indentedEnd(at: number, text: Characters): number {
  let end = at
  for (let next = nextText(text, end); next < text.length; next = nextText(text, end)) {
    const start = lineStart(text, next)
    if (start < end || !/^(?: {2,}|\t)/u.test(text.slice(start, next))) break
    end = trimmedEnd(text, { from: next, to: endOfLine(text, next) })
  }
  return end
}

/** Whether nothing but blanks stands between an entry and its link definition. */
export const isAttached = (
  reference: Reference,
  text: Characters,
): reference is Reference & { readonly definition: LinkDefinition } =>
  reference.definition !== undefined && nextText(text, reference.span.to) === reference.definition.span.from

/** Whether it is an item of an ordered list: Markdown counts those, so taking one away gives the ones behind it other numbers. */
export const isListItem = ({ form }: Reference): boolean => form === 'ordered'

/** A whole link definition. Where it directly follows a paragraph, its title on the next line is no part of the model. */
export function definitionSpan({ span, title }: LinkDefinition, text: Characters): Span {
  const late = title ? undefined : TITLE_BELOW.exec(text.slice(span.to, span.to + LONGEST_TITLE))?.[0]
  return { from: span.from, to: span.to + (late?.length ?? 0) }
}

/** With its own quotation marks behind backslashes, and over several lines, but no blank one. */
const TITLE_BELOW =
  /^[ \t]*\r?\n[ \t]*(?:"(?:[^"\\\n]|\\.|\n(?![ \t]*\r?\n))*"|'(?:[^'\\\n]|\\.|\n(?![ \t]*\r?\n))*')(?=[ \t]*(?:\r?\n|$))/u

/** UTF-16 units. */
const LONGEST_TITLE = 1000

/** Whether most link definitions of a file have a title. */
export const titlesDefinitions = ({ definitions }: Survey): boolean =>
  definitions.filter(({ title }) => title).length * 2 > definitions.length

/** What stands between an entry and its link definition in this file; a blank line where nothing tells. */
export function definitionGap({ references, dialect }: Survey, text: Characters): string {
  const example = references.find((reference) => isAttached(reference, text))
  return example?.definition ? text.slice(example.span.to, example.definition.span.from) : dialect.lineBreak.repeat(2)
}

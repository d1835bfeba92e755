import type { LinkDefinition, Reference } from '../references/model'
import type { Characters } from '../text/characters'
import { endOfLine, freeLine, lineStart, trimmedEnd } from '../text/lines'
import type { Span } from '../text/span'
import type { Initiative, Section, Survey } from './model'
import { isPlaceholder } from './placeholders'

/**
 * Where an author goes on writing in a section: its first placeholder, which is to be written over; else an empty span, where no
 * key overwrites anything: a free line below the label, or the end of what is written.
 */
export function placeToWrite({ placeholders: [placeholder], state, body }: Section, text: Characters): Span {
  return placeholder ?? at(state === 'empty' ? freeLine(text, body.from) : proseEnd(body, text))
}

/** The same for an initiative: its title, where that is a placeholder, else the title's end. */
export function titleToWrite({ title, label: { content } }: Initiative, { profile }: Survey, text: Characters): Span {
  const from = isPlaceholder(title, profile) ? text.slice(content.from, content.to).lastIndexOf(title) : -1
  return from < 0 ? at(content.to) : { from: content.from + from, to: content.from + from + title.length }
}

/** The same for a reference that has no placeholder: its end. */
export const referenceToWrite = ({ span }: Reference | LinkDefinition): Span => at(span.to)

const at = (offset: number): Span => ({ from: offset, to: offset })

/** Without what stands at the end and is no prose: a line that parts this from what follows, link definitions, comments. */
function proseEnd({ from, to }: Span, text: Characters): number {
  const written = trimmedEnd(text, { from, to })
  for (let end = written; end > from;) {
    const line = Math.max(from, lineStart(text, end))
    if (!NO_PROSE.test(text.slice(line, Math.min(end, endOfLine(text, line))))) return end
    end = trimmedEnd(text, { from, to: line })
  }
  return written
}

const NO_PROSE = /^ {0,3}(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|\[[^\]]+\]:[ \t].*|<!--.*-->[ \t]*)$/u

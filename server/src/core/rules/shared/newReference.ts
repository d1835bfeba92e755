import type { Reference } from '../../references/model'
import type { Survey } from '../../survey/model'
import { REFERENCES } from '../../survey/profile'
import { definitionText, PLACEHOLDER, referenceParts, referencesHeading, toText } from '../../survey/skeleton'
import { insertion, replacement, type Edit } from '../../text/edit'
import { blockEnd, definitionGap } from './referenceBlock'
import { isPlaceholder } from './placeholders'
import { lineBreaks, lineStart, trimmedEnd } from '../../text/lines'

/** Puts a reference where its number belongs in the list, with what is known of it. Without a list, begins one at the end. */
export function newReference(number: number, survey: Survey, text: string, today: string): readonly Edit[] {
  const entry = entryText(number, survey, text, today)
  const { references, dialect } = survey
  const next = references.find((reference) => reference.number > number)
  const previous = next ? references[references.indexOf(next) - 1] : references.at(-1)
  if (previous) return [insertion(blockEnd(previous, text), distance(survey, text) + prefixOf(previous, text) + entry)]
  if (next) return [insertion(lineStart(text, next.span.from), prefixOf(next, text) + entry + distance(survey, text))]
  return [beginning(entry, survey, text, dialect.lineBreak)]
}

function entryText(number: number, survey: Survey, text: string, today: string): string {
  const { dialect, definitions } = survey
  const defined = definitions.find((definition) => definition.number === number)
  const known = { accessed: today, ...(defined && { url: defined.url.text }), ...(defined?.title && { title: defined.title.text }) }
  const entry = toText(referenceParts(dialect, number, known))
  return dialect.definitions && !defined ? `${entry}${definitionGap(survey, text)}${definitionText(number, PLACEHOLDER)}` : entry
}

/** What stands before an entry on its line: a list's bullet, a quotation's mark. */
const prefixOf = ({ span }: Reference, text: string): string => text.slice(lineStart(text, span.from), span.from)

/** One line break where the list is written without blank lines, else two. */
function distance({ references, dialect }: Survey, text: string): string {
  const [first, second] = references
  const isTight = first && second && lineBreaks(text, blockEnd(first, text), second.span.from) === 1
  return dialect.lineBreak.repeat(isTight ? 1 : 2)
}

function beginning(entry: string, { profile, dialect, sections }: Survey, text: string, lineBreak: string): Edit {
  const list = sections.find(({ kind }) => kind === REFERENCES)
  if (!list) {
    const end = trimmedEnd(text, { from: 0, to: text.length })
    return replacement({ from: end, to: text.length }, `${lineBreak.repeat(2)}${referencesHeading(profile, dialect)}${lineBreak.repeat(2)}${entry}${lineBreak}`)
  }
  const from = list.label.span.to
  const to = trimmedEnd(text, { from, to: list.body.to })
  if (isPlaceholder(text.slice(from, to), profile)) return replacement({ from, to }, lineBreak.repeat(2) + entry)
  return insertion(to, lineBreak.repeat(2) + entry)
}

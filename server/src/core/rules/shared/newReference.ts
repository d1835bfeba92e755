import type { LinkDefinition, Reference } from '../../references/model'
import type { Survey } from '../../survey/model'
import { REFERENCES } from '../../survey/profile'
import { definitionText, PLACEHOLDER, referenceParts, referencesHeading, toText } from '../../survey/skeleton'
import { insertion, replacement, type Edit } from '../../text/edit'
import { blockEnd, definitionGap, definitionSpan, isListItem } from './referenceBlock'
import { isPlaceholder } from './placeholders'
import { lineBreaks, lineStart, nextText, trimmedEnd } from '../../text/lines'

/** Puts a reference where its number belongs in the list, with what is known of it. Without a list, begins one at the end. */
export function newReference(number: number, survey: Survey, text: string, today: string): readonly Edit[] {
  const next = survey.references.find((reference) => reference.number > number)
  return referenceBefore(next, number, survey, text, today, survey.definitions.find((definition) => definition.number === number))
}

/** Puts a reference in front of another of the list, or at its end. `defined` is its link definition, where there is one already. */
export function referenceBefore(next: Reference | undefined, number: number, survey: Survey, text: string, today: string, defined?: LinkDefinition): readonly Edit[] {
  const { references, definitions, dialect } = survey
  if (references.length === 0 && definitions.length > 0) return [newDefinition(number, survey, text)]
  const previous = next ? references[references.indexOf(next) - 1] : references.at(-1)
  const entry = labelledLike(previous ?? next, number, entryText(number, survey, text, today, defined), survey, text)
  if (previous) return [insertion(blockEnd(previous, text), distance(survey, text) + prefixOf(previous, text) + entry)]
  if (next) return [insertion(lineStart(text, next.span.from), prefixOf(next, text) + entry + distance(survey, text))]
  return [beginning(entry, survey, text, dialect.lineBreak)]
}

/** Where link definitions are all the list that there is. */
function newDefinition(number: number, { definitions, dialect }: Survey, text: string): Edit {
  const previous = definitions.findLast((definition) => definition.number < number)
  const [first] = definitions
  const words = definitionText(number, PLACEHOLDER)
  if (previous || !first) return insertion(previous ? definitionSpan(previous, text).to : text.length, dialect.lineBreak + words)
  return insertion(first.span.from, words + dialect.lineBreak)
}

function entryText(number: number, survey: Survey, text: string, today: string, defined: LinkDefinition | undefined): string {
  const { dialect } = survey
  const known = { accessed: today, ...(defined && { url: defined.url.text }), ...(defined?.title && { title: defined.title.text }) }
  const entry = toText(referenceParts(dialect, number, known))
  return dialect.definitions && !defined ? `${entry}${definitionGap(survey, text)}${definitionText(number, PLACEHOLDER)}` : entry
}

/** With the number of a list item, where its neighbour is one: `7.` for `[7]`. In a list of nothing but ones, `1.` where it counts right. */
function labelledLike(neighbour: Reference | undefined, number: number, entry: string, { references }: Survey, text: string): string {
  if (!neighbour || !isListItem(neighbour)) return entry
  const written = ({ numberSpan: { from, to } }: Reference): string => text.slice(from, to)
  const isCounted = written(neighbour) === '1' && neighbour.number === number - 1 && references.some((each) => isListItem(each) && Number(written(each)) !== each.number)
  return `${isCounted ? 1 : number}${text.slice(neighbour.numberSpan.to, neighbour.label.to)}${entry.slice(entry.indexOf(' '))}`
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
  const next = nextText(text, to)
  const words = lineBreak.repeat(2) + entry + (next < text.length ? lineBreak.repeat(Math.max(0, 2 - lineBreaks(text, to, next))) : '')
  return isPlaceholder(text.slice(from, to), profile) ? replacement({ from, to }, words) : insertion(to, words)
}

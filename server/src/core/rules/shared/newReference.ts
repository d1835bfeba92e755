import type { ReferenceFields } from '../../references/dialect'
import type { Reference } from '../../references/model'
import type { Survey } from '../../survey/model'
import { REFERENCES } from '../../survey/profile'
import { definitionText, PLACEHOLDER, referenceParts, referencesHeading, toText } from '../../survey/skeleton'
import { insertion, replacement, type Edit } from '../../text/edit'
import { blockEnd, definitionGap, definitionSpan, isListItem } from './referenceBlock'
import { isPlaceholder } from './placeholders'
import { lineBreaks, lineStart, nextText, trimmedEnd } from '../../text/lines'

/** What is known of a reference that is to be written. */
export type Known = Partial<Record<keyof ReferenceFields, string>>

/** Puts a reference where its number belongs in the list, with what is known of it. Without a list, begins one at the end. */
export const newReference = (number: number, survey: Survey, text: string, today: string): readonly Edit[] => newReferences([{ number, known: {} }], survey, text, today)

/** Puts references with successive numbers, at least one, where they belong in the list. What is not known of one becomes a placeholder. */
export function newReferences(entries: readonly { readonly number: number; readonly known: Known }[], survey: Survey, text: string, today: string): readonly Edit[] {
  const { references, definitions } = survey
  const number = entries[0]?.number ?? 0
  if (references.length === 0 && definitions.length > 0) return [newDefinitions(entries, survey, text)]
  const next = references.find((reference) => reference.number > number)
  const previous = next ? references[references.indexOf(next) - 1] : references.at(-1)
  const words = entries.map((entry) => labelledLike(previous ?? next, entry.number, entryText(entry.number, entry.known, survey, text, today), text))
  const gap = distance(survey, text)
  if (previous) return [insertion(blockEnd(previous, text), words.map((each) => gap + prefixOf(previous, text) + each).join(''))]
  if (next) return [insertion(lineStart(text, next.span.from), words.map((each) => prefixOf(next, text) + each + gap).join(''))]
  return [beginning(words.join(gap), survey, text)]
}

/** Where link definitions are all the list that there is. */
function newDefinitions(entries: readonly { readonly number: number; readonly known: Known }[], { definitions, dialect }: Survey, text: string): Edit {
  const number = entries[0]?.number ?? 0
  const previous = definitions.findLast((definition) => definition.number < number)
  const [first] = definitions
  const words = entries.map(({ number: each, known }) => definitionText(each, known.url ?? PLACEHOLDER, known.title))
  if (previous || !first) return insertion(previous ? definitionSpan(previous, text).to : text.length, words.map((each) => dialect.lineBreak + each).join(''))
  return insertion(first.span.from, words.map((each) => each + dialect.lineBreak).join(''))
}

function entryText(number: number, known: Known, survey: Survey, text: string, today: string): string {
  const { dialect, definitions } = survey
  const defined = definitions.find((definition) => definition.number === number)
  const entry = toText(referenceParts(dialect, number, { accessed: today, ...(defined && { url: defined.url.text }), ...(defined?.title && { title: defined.title.text }), ...known }))
  if (!dialect.definitions || defined) return entry
  const titled = definitions.filter((definition) => definition.title).length * 2 > definitions.length
  return `${entry}${definitionGap(survey, text)}${definitionText(number, known.url ?? PLACEHOLDER, titled ? known.title : undefined)}`
}

/** With the number of a list item, where its neighbour is one: `7.` for `[7]`. */
function labelledLike(neighbour: Reference | undefined, number: number, entry: string, text: string): string {
  if (!neighbour || !isListItem(neighbour)) return entry
  return `${number}${text.slice(neighbour.numberSpan.to, neighbour.label.to)}${entry.slice(entry.indexOf(' '))}`
}

/** What stands before an entry on its line: a list's bullet, a quotation's mark. */
const prefixOf = ({ span }: Reference, text: string): string => text.slice(lineStart(text, span.from), span.from)

/** One line break where the list is written without blank lines, else two. */
function distance({ references, dialect }: Survey, text: string): string {
  const [first, second] = references
  const isTight = first && second && lineBreaks(text, blockEnd(first, text), second.span.from) === 1
  return dialect.lineBreak.repeat(isTight ? 1 : 2)
}

function beginning(entry: string, { profile, dialect, sections }: Survey, text: string): Edit {
  const { lineBreak } = dialect
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

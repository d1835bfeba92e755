import type { ReferenceFields } from '../references/dialect'
import type { LinkDefinition, Reference } from '../references/model'
import type { Survey } from '../survey/model'
import { REFERENCES } from '../survey/profile'
import { definitionText, PLACEHOLDER, referenceParts, referencesHeading, toText } from './skeleton'
import type { Characters } from '../text/characters'
import { insertion, replacement, type Edit } from '../text/edit'
import { blockEnd, definitionGap, definitionSpan, isListItem, titlesDefinitions } from '../survey/referenceBlock'
import { isPlaceholder } from '../survey/placeholders'
import { lineBreaks, lineStart, nextText, trimmedEnd } from '../text/lines'

/** What is known of a reference that is to be written. */
export type KnownFields = Partial<Record<keyof ReferenceFields, string>>

/** A reference that is to be written. */
export interface NewEntry {
  readonly number: number
  readonly known: KnownFields
  /** Its link definition, where there is one already. */
  readonly defined?: LinkDefinition | undefined
}

/** Puts a reference where its number belongs in the list. Without a list, begins one at the end. What is not known of it becomes a placeholder. */
export function newReference(number: number, survey: Survey, text: Characters, today: string): readonly Edit[] {
  const next = survey.references.find((reference) => reference.number > number)
  const defined = survey.definitions.find((definition) => definition.number === number)
  return entriesBefore(next, [{ number, known: {}, defined }], survey, text, today)
}

/** Puts references with successive numbers, at least one, at the end of the list; their numbers must be above all that are there. */
export const appendedReferences = (
  entries: readonly NewEntry[],
  survey: Survey,
  text: Characters,
  today: string,
): readonly Edit[] => entriesBefore(undefined, entries, survey, text, today)

/** Puts a reference in front of another of the list, or at its end. `defined` is its link definition, where there is one already. */
export const referenceBefore = (
  next: Reference | undefined,
  number: number,
  survey: Survey,
  text: Characters,
  today: string,
  defined?: LinkDefinition,
): readonly Edit[] => entriesBefore(next, [{ number, known: {}, defined }], survey, text, today)

function entriesBefore(
  next: Reference | undefined,
  entries: readonly NewEntry[],
  survey: Survey,
  text: Characters,
  today: string,
): readonly Edit[] {
  const { references, definitions } = survey
  if (references.length === 0 && definitions.length > 0) return [newDefinitions(entries, survey, text)]
  const previous = next ? references[references.indexOf(next) - 1] : references.at(-1)
  const words = entries.map((entry, i) =>
    labelledLike(previous ?? next, entry.number, i, entryText(entry, survey, text, today), survey, text),
  )
  const gap = distance(survey, text)
  if (previous)
    return [insertion(blockEnd(previous, text), words.map((each) => gap + prefixOf(previous, text) + each).join(''))]
  if (next)
    return [insertion(lineStart(text, next.span.from), words.map((each) => prefixOf(next, text) + each + gap).join(''))]
  return [beginning(words.join(gap), survey, text)]
}

/** Where link definitions are all the list that there is. */
function newDefinitions(entries: readonly NewEntry[], { definitions, dialect }: Survey, text: Characters): Edit {
  const number = entries[0]?.number ?? 0
  const previous = definitions.findLast((definition) => definition.number < number)
  const [first] = definitions
  const words = entries.map(({ number: each, known }) =>
    titledDefinition(each, known.url ?? PLACEHOLDER, known.title, definitions, text),
  )
  if (previous || !first)
    return insertion(
      previous ? definitionSpan(previous, text).to : text.length,
      words.map((each) => dialect.lineBreak + each).join(''),
    )
  return insertion(first.span.from, words.map((each) => each + dialect.lineBreak).join(''))
}

function entryText({ number, known, defined }: NewEntry, survey: Survey, text: Characters, today: string): string {
  const { dialect, definitions } = survey
  const entry = toText(
    referenceParts(dialect, number, {
      accessed: today,
      ...(defined && { url: defined.url.text }),
      ...(defined?.title && { title: defined.title.text }),
      ...known,
    }),
  )
  if (!dialect.definitions || defined) return entry
  return `${entry}${definitionGap(survey, text)}${titledDefinition(number, known.url ?? PLACEHOLDER, titlesDefinitions(survey) ? known.title : undefined, definitions, text)}`
}

/** With the quotes that most titles of the file's definitions have, unless the title has such quotes itself and the other ones would do without a backslash. */
function titledDefinition(
  number: number,
  url: string,
  title: string | undefined,
  definitions: readonly LinkDefinition[],
  text: Characters,
): string {
  const isDouble = ({ title: words }: LinkDefinition): boolean | undefined =>
    words ? text.slice(words.span.from - 1, words.span.from) === '"' : undefined
  const quotes = definitions.map(isDouble).filter((each) => each !== undefined)
  const prefersDouble = quotes.filter(Boolean).length * 2 > quotes.length
  if (title === undefined || !prefersDouble || (title.includes('"') && !title.includes("'")))
    return definitionText(number, url, title)
  return `${definitionText(number, url)} "${title.replaceAll('"', String.raw`\"`)}"`
}

/** With the number of a list item, where its neighbour is one: `7.` for `[7]`. In a list of nothing but ones, `1.` where it counts right. */
function labelledLike(
  neighbour: Reference | undefined,
  number: number,
  position: number,
  entry: string,
  { references }: Survey,
  text: Characters,
): string {
  if (!neighbour || !isListItem(neighbour)) return entry
  const written = ({ numberSpan: { from, to } }: Reference): string => text.slice(from, to)
  const isCounted =
    written(neighbour) === '1' &&
    neighbour.number === number - position - 1 &&
    references.some((each) => isListItem(each) && Number(written(each)) !== each.number)
  return `${isCounted ? 1 : number}${text.slice(neighbour.numberSpan.to, neighbour.label.to)}${entry.slice(entry.indexOf(' '))}`
}

/** What stands before an entry on its line: a list's bullet, a quotation's mark. */
const prefixOf = ({ span }: Reference, text: Characters): string => text.slice(lineStart(text, span.from), span.from)

/** One line break where the list is written without blank lines, else two. */
function distance({ references, dialect }: Survey, text: Characters): string {
  const [first, second] = references
  const isTight = first && second && lineBreaks(text, blockEnd(first, text), second.span.from) === 1
  return dialect.lineBreak.repeat(isTight ? 1 : 2)
}

function beginning(entry: string, { profile, dialect, sections }: Survey, text: Characters): Edit {
  const { lineBreak } = dialect
  const list = sections.find(({ kind }) => kind === REFERENCES)
  if (!list) {
    const end = trimmedEnd(text, { from: 0, to: text.length })
    return replacement(
      { from: end, to: text.length },
      `${lineBreak.repeat(2)}${referencesHeading(profile, dialect)}${lineBreak.repeat(2)}${entry}${lineBreak}`,
    )
  }
  const from = list.label.span.to
  const to = trimmedEnd(text, { from, to: list.body.to })
  const next = nextText(text, to)
  const words =
    lineBreak.repeat(2) +
    entry +
    (next < text.length ? lineBreak.repeat(Math.max(0, 2 - lineBreaks(text, to, next))) : '')
  return isPlaceholder(text.slice(from, to), profile) ? replacement({ from, to }, words) : insertion(to, words)
}

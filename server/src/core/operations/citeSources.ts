import type { Document } from '../document'
import { known, type Known } from '../known'
import type { Reference } from '../references/model'
import { addressOf, sourceKeys, type Source } from '../references/source'
import { byEntry } from '../rules/shared/byEntry'
import { newReferences, type Known as KnownFields } from '../rules/shared/newReference'
import { folded } from '../suggest/fold'
import { citationPlace, inReferenceList } from '../suggest/citationPlace'
import { isProseAt, placeAt } from '../suggest/place'
import type { Survey } from '../survey/model'
import { allSections, citationAt, undefinedCitations } from '../survey/query'
import { citation } from '../survey/skeleton'
import { replacement, type Edit } from '../text/edit'
import { endOfLine, lineStart } from '../text/lines'
import { once } from '../text/once'
import { touches, type Span } from '../text/span'
import type { Text } from '../text/text'
import type { Refusal } from './operation'

/** Sources cited at a place: those that the list lacks are appended to it. */
export interface CitedSources {
  /** What is written at the place. */
  readonly citation: Edit
  /** What is appended to the list; none where it has every source already. */
  readonly references: readonly Edit[]
  /** All of them, to be made together, as one undo. */
  readonly edits: readonly Edit[]
  /** For each source that was given, the number that it is cited by. */
  readonly numbers: readonly number[]
  /** How many of them are new to the list. */
  readonly added: number
}

/**
 * Cites sources, at least one, in the file's own form; refuses where a citation would not be one. A number is a reference that the list has.
 * `at` is an offset, or what the citation takes the place of. `today` is `YYYY-MM-DD`.
 */
export function citeSources(document: Document, at: number | Span, sources: readonly (Source | number)[], today: string): CitedSources | Refusal {
  const place = placeForCitation(document, at)
  if ('refused' in place) return place
  if (sources.length === 0) return { refused: 'There is no source to cite in this text.' }
  const { references, definitions } = document.survey
  const gone = sources.find((source) => typeof source === 'number' && ![...references, ...definitions].some(({ number }) => number === source))
  if (typeof gone === 'number') return { refused: `The reference list has no [${gone}].` }
  return createCiter(document, today)(place, sources)
}

/** Cites several times in one version of a document: what is in its list is looked through once. The place must be one for a citation. */
export function createCiter(document: Document, today: string): (place: Place, sources: readonly (Source | number)[]) => CitedSources {
  const { survey } = document
  const listed = createListed(document)
  const free = once(() => nextNumbers(survey))
  return (place, sources) => {
    const added: { readonly number: number; readonly source: Source }[] = []
    const own = createIndex()
    const next = free()()
    const numbers = sources.map((source) => {
      if (typeof source === 'number') return source
      const known = listed(source) ?? own.find(source)
      if (known !== undefined) return known
      const number = next()
      own.add(source, number)
      added.push({ number, source })
      return number
    })
    const words = [...new Set(numbers)].map((number) => citation(survey.dialect, number)).join(', ')
    const cited = { ...place.edit, insert: place.before + words + place.after }
    const references = added.length === 0 ? [] : newReferences(added.map(({ number, source }) => ({ number, known: knownOf(source, survey) })), survey, document.text, today)
    const apart = references.map((edit) => behind(cited, edit))
    return { citation: cited, references: apart, edits: [cited, ...apart], numbers, added: added.length }
  }
}

/** A list that begins at the end of the text takes the place of the blanks there. A citation among them stays in front of it. */
const behind = (cited: Edit, edit: Edit): Edit =>
  (edit.span.from <= cited.span.to && cited.span.to <= edit.span.to ? { ...edit, span: { from: cited.span.to, to: edit.span.to } } : edit)

/** Where a citation is written, and what keeps it apart from its neighbours. */
export interface Place {
  readonly edit: Edit
  readonly before: string
  readonly after: string
}

/** The number that a document's list has a source by; undefined where it lacks it. */
export function createListed(document: Document): (source: Source) => number | undefined {
  const { references, index, titles, written } = known(document, listing)
  return (source) => {
    const found = index.find(source)
    if (found !== undefined) return found
    if (addressOf(source) === undefined) return titles().find(source)
    // An entry may give a DOI beside another address, or none at all.
    const { doi } = source
    return doi === undefined ? undefined : numberWith(doi, references, written())
  }
}

/** What is in the list, by addresses and titles. */
const listing: Known<{ readonly references: readonly Reference[]; readonly index: Index; readonly titles: () => Index; readonly written: () => readonly string[] }> = {
  reads: ['labels', 'entries', 'definitions'],
  find({ survey: { references, definitions }, buffer }) {
    const index = createIndex()
    for (const { number, source, title, url } of references) index.addKeys(number, source === undefined ? [] : [source], url ? undefined : title?.text)
    for (const { number, source } of definitions) index.addKeys(number, source === undefined ? [] : [source], undefined)
    const titles = once(() => {
      const made = createIndex()
      for (const { number, title } of references) made.addKeys(number, [], title?.text)
      return made
    })
    return { references, index, titles, written: once(() => references.map((reference) => lowered(reference, buffer))) }
  },
}

const lowered = byEntry(({ body }: Reference, text: Text): string => text.slice(body.from, body.to).toLowerCase())

type Index = ReturnType<typeof createIndex>

/** Whether a DOI stands in an entry as a whole: `10.1000/1` is not in `10.1000/12`. */
function numberWith(doi: string, references: readonly Reference[], texts: readonly string[]): number | undefined {
  const found = texts.findIndex((each) => {
    const at = each.indexOf(doi)
    return at >= 0 && !/^(?:[\p{L}\p{N}/_-]|\.[\p{L}\p{N}])/u.test(each.slice(at + doi.length, at + doi.length + 2))
  })
  return references[found]?.number
}

function createIndex() {
  const byAddress = new Map<string, number>()
  const byTitle = new Map<string, number>()
  const addKeys = (number: number, keys: readonly string[], title: string | undefined): void => {
    for (const key of keys) if (!byAddress.has(key)) byAddress.set(key, number)
    const words = title === undefined ? '' : titleKey(title)
    if (words !== '' && !byTitle.has(words)) byTitle.set(words, number)
  }
  return {
    addKeys,
    add: (source: Source, number: number): void => addKeys(number, sourceKeys(source), addressOf(source) === undefined ? source.title : undefined),
    find(source: Source): number | undefined {
      const keys = sourceKeys(source)
      const known = keys.map((key) => byAddress.get(key)).find((number) => number !== undefined)
      return known ?? (source.title === undefined ? undefined : byTitle.get(titleKey(source.title)))
    },
  }
}

const titleKey = (title: string): string => folded(title).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Numbers behind all that the list has, and none that prose cites already: its source is another one. */
function nextNumbers(survey: Survey): () => () => number {
  const highest = [...survey.references, ...survey.definitions].reduce((most, { number }) => Math.max(most, number), 0)
  const missing = new Set(undefinedCitations(survey).map(({ number }) => number))
  return () => {
    let last = highest
    return () => {
      do last++; while (missing.has(last))
      return last
    }
  }
}

/** What an entry says of a source, on one line and without what Markdown would take for marks. */
function knownOf(source: Source, { dialect }: Survey): KnownFields {
  const title = source.title === undefined ? undefined : plain(source.title)
  const url = addressOf(source)?.trim().replace(/[\s<>"]/gu, (character) => encodeURIComponent(character))
  const quoted = dialect.references === 'ieee' ? title?.replace(/"([^"]*)"/gu, '“$1”').replaceAll('"', "'") : title
  return {
    ...(quoted && { title: quoted }),
    ...(source.authors && { authors: plain(source.authors) }),
    ...(url && { url }),
    ...(source.accessed && { accessed: source.accessed.replaceAll('-', dialect.dateHyphen) }),
  }
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(/[`*[\]]|<(?=[/!?\p{L}])|\\(?=\p{P})|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)

/** Where a citation may be written: at an offset, or in the place of a span. Refuses where it would not be one. */
export function placeForCitation(document: Document, at: number | Span): Place | Refusal {
  const { length } = document.buffer
  const { from, to } = typeof at === 'number' ? { from: at, to: at } : trimmed(document, at)
  if (!(from >= 0 && from <= to && to <= length)) return { refused: 'This place is not in the text.' }
  if (inReferenceList(document, from) || inReferenceList(document, to)) return { refused: 'This is the reference list. Put the cursor where the source is to be cited.' }
  return from < to ? inPlaceOf(document, widened(document, { from, to })) : atCursor(document, from)
}

function atCursor(document: Document, offset: number): Place | Refusal {
  const open = citationPlace(document, offset)
  // A bracket that was opened for the citation. One with something in it is a citation already, or belongs to the prose.
  if (open?.query.trim() === '' && document.buffer.slice(open.replace.from, open.replace.to).replace(/[[\]\s]/gu, '') === '') return { edit: replacement(open.replace, ''), before: '', after: '' }
  const at = behindCitation(document, offset)
  return inPlaceOf(document, { from: at, to: at })
}

function inPlaceOf(document: Document, { from, to }: Span): Place | Refusal {
  const { buffer, markdown } = document
  if (from < to && placeAt(markdown, from + 1)?.from !== placeAt(markdown, to)?.from) return { refused: 'A citation cannot take the place of several paragraphs. Select words of one.' }
  if ([from, to].some((at) => !isProseAt(markdown, at) || isProtected(document, at))) return { refused: 'A citation here would be part of code, a link, a comment or the like. Put the cursor into prose.' }
  if ([from, to].some((at) => isMark(document, at))) return { refused: 'A citation here would be part of a heading’s or a list’s marks. Put the cursor behind the words.' }
  const [before, after] = [buffer.slice(Math.max(0, from - 2), from), buffer.slice(to, to + 2)]
  if (WORD_END.test(before) && WORD_START.test(after)) return { refused: from < to ? 'What is selected is inside a word. Select all of it.' : 'The cursor is inside a word. Put it behind the word.' }
  return { edit: replacement({ from, to }, ''), before: isBehindCitation(document, from) ? ', ' : NEEDS_BLANK.test(before) ? ' ' : '', after: WORD_START.test(after) ? ' ' : '' }
}

/** Without the blanks at its ends, which keep the citation apart from its neighbours. */
function trimmed({ buffer }: Document, span: Span): Span {
  const [from, to] = [Math.min(span.from, span.to), Math.max(span.from, span.to)]
  const words = buffer.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return words.trim() === '' ? { from, to: from } : { from: start, to: start + words.trim().length }
}

/** With the whole of the citations that it has a part of: what is left of one would be none. */
function widened({ survey, buffer }: Document, span: Span): Span {
  const [first, last] = [citationAt(survey, span.from)?.span, citationAt(survey, span.to - 1)?.span]
  const from = first && first.from < span.from && span.from < first.to ? first.from : span.from
  if (!last || last.from >= span.to || last.to < span.to) return { from, to: span.to }
  // In `[[7]](url)` the number leads there: with another number it would lead elsewhere.
  const target = last.to - last.from > 4 ? /^\([^()\s]*\)/u.exec(buffer.slice(last.to, last.to + 2000))?.[0].length ?? 0 : 0
  return { from, to: last.to + target }
}

const isBehindCitation = ({ survey }: Document, offset: number): boolean =>
  citationAt(survey, offset - 1)?.span.to === offset || survey.groups.some(({ span }) => span.to === offset)

const WORD_END = /[\p{L}\p{N}_]\p{M}*$/u
/** Behind words, emoji and what ends a sentence; scripts that are written without blanks need none. */
const NEEDS_BLANK = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}.,;:!?)\]”’…%]$/u
const WORD_START = /^[\p{L}\p{N}_]/u

/** In front of what tells Markdown what a line is, in it, or beside the emphasis that makes a section's label. */
function isMark({ text, survey }: Document, offset: number): boolean {
  // In front of a byte order mark is in front of the line.
  const line = text.slice(lineStart(text, offset), endOfLine(text, offset)).replace(/^\ufeff/u, ' ')
  const column = offset - lineStart(text, offset)
  if (column <= (/^[ \t]*#{1,6}[ \t]+(?:#[\p{L}\p{N}?]*)?/u.exec(line)?.[0].length ?? -1)) return true
  if (/^[ \t]*(?:-+|=+)[ \t]*$/u.test(line)) return true
  if (line.slice(0, column).trim() === '' && /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[>|]|\[[^\]]*\]:|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/u.test(line)) return true
  // On a blank line above a line of dashes, what is written becomes a heading.
  if (line.trim() === '' && /^\r?\n[ \t]*(?:-+|=+)[ \t]*(?:\r?\n|$)/u.test(text.slice(endOfLine(text, offset), endOfLine(text, offset) + 100))) return true
  return allSections(survey).some(({ section: { label } }) => label.form === 'emphasis' && touches(label.span, offset) && !(label.content.from < offset && offset <= label.content.to))
}

/** At the end of the citation that an offset is inside of: `[7|]` is a place for another one behind it, and so is `[1, 2|]`. */
function behindCitation({ survey, buffer }: Document, offset: number): number {
  const inside = citationAt(survey, offset) ?? survey.groups.find(({ span }) => span.from < offset && offset < span.to)
  if (inside && inside.span.from < offset) return inside.span.to
  // Between the two characters of a line break there is no place.
  return buffer.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset
}

/** In a link definition, or in the front matter: neither is a block of prose, nor between blocks. */
function isProtected({ markdown }: Document, offset: number): boolean {
  const type = placeAt(markdown, offset)?.block.type
  return type !== undefined && type !== 'prose' && type !== 'heading'
}

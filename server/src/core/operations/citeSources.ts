import type { Document } from '../document'
import type { Reference } from '../references/model'
import { addressOf, sourceKeys, type Source } from '../references/source'
import { newReferences, type Known } from '../rules/shared/newReference'
import { folded } from '../suggest/fold'
import { citationPlace, inReferenceList } from '../suggest/citationPlace'
import { isProseAt, placeAt } from '../suggest/place'
import type { Survey } from '../survey/model'
import { allSections, citationAt, undefinedCitations } from '../survey/query'
import { citation } from '../survey/skeleton'
import { insertion, replacement, type Edit } from '../text/edit'
import { endOfLine, lineStart } from '../text/lines'
import { once } from '../text/once'
import { touches } from '../text/span'
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
}

/** Cites sources, at least one, at `offset`, in the file's own form; refuses where a citation would not be one. `today` is `YYYY-MM-DD`. */
export function citeSources(document: Document, offset: number, sources: readonly Source[], today: string): CitedSources | Refusal {
  const place = placeForCitation(document, offset)
  if ('refused' in place) return place
  if (sources.length === 0) return { refused: 'There is no source to cite in this text.' }
  return createCiter(document, today)(place, sources)
}

/** Cites several times in one version of a document: what is in its list is looked through once. The place must be one for a citation. */
export function createCiter(document: Document, today: string): (place: Place, sources: readonly Source[]) => CitedSources {
  const { survey, text } = document
  const listed = createListed(document)
  const free = once(() => nextNumbers(survey))
  return (place, sources) => {
    const added: { readonly number: number; readonly source: Source }[] = []
    const own = createIndex()
    const next = free()()
    const numbers = sources.map((source) => {
      const known = listed(source) ?? own.find(source)
      if (known !== undefined) return known
      const number = next()
      own.add(source, number)
      added.push({ number, source })
      return number
    })
    const words = [...new Set(numbers)].map((number) => citation(survey.dialect, number)).join(', ')
    const cited = { ...place.edit, insert: place.before + words + place.after }
    const references = added.length === 0 ? [] : newReferences(added.map(({ number, source }) => ({ number, known: knownOf(source, survey) })), survey, text, today)
    const apart = references.map((edit) => behind(cited, edit))
    return { citation: cited, references: apart, edits: [cited, ...apart], numbers }
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
export function createListed({ survey, text }: Document): (source: Source) => number | undefined {
  const { references, definitions } = survey
  const index = once(() => {
    const made = createIndex()
    for (const { number, source, title, url } of references) made.addKeys(number, source === undefined ? [] : [source], url ? undefined : title?.text)
    for (const { number, source } of definitions) made.addKeys(number, source === undefined ? [] : [source], undefined)
    return made
  })
  const titles = once(() => {
    const made = createIndex()
    for (const { number, title } of references) made.addKeys(number, [], title?.text)
    return made
  })
  const written = once(() => references.map((reference) => text.slice(reference.body.from, reference.body.to).toLowerCase()))
  return (source) => {
    const known = index().find(source)
    if (known !== undefined) return known
    if (addressOf(source) === undefined) return titles().find(source)
    // An entry may give a DOI beside another address, or none at all.
    const { doi } = source
    return doi === undefined ? undefined : numberWith(doi, references, written())
  }
}

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
function knownOf(source: Source, { dialect }: Survey): Known {
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

function placeForCitation(document: Document, offset: number): Place | Refusal {
  const { text, survey, markdown } = document
  if (!(offset >= 0 && offset <= text.length)) return { refused: 'This place is not in the text.' }
  if (inReferenceList(document, offset)) return { refused: 'This is the reference list. Put the cursor where the source is to be cited.' }
  const open = citationPlace(document, offset)
  // A bracket that was opened for the citation. One with something in it is a citation already, or belongs to the prose.
  if (open?.query.trim() === '' && text.slice(open.replace.from, open.replace.to).replace(/[[\]\s]/gu, '') === '') return { edit: replacement(open.replace, ''), before: '', after: '' }
  const at = behindCitation(document, offset)
  if (!isProseAt(markdown, at) || isProtected(document, at)) return { refused: 'A citation here would be part of code, a link, a comment or the like. Put the cursor into prose.' }
  if (isMark(document, at)) return { refused: 'A citation here would be part of a heading’s or a list’s marks. Put the cursor behind the words.' }
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)]
  if (WORD_END.test(before) && WORD_START.test(after)) return { refused: 'The cursor is inside a word. Put it behind the word.' }
  const isBehindCitation = survey.citations.some(({ span }) => span.to === at)
  return { edit: insertion(at, ''), before: isBehindCitation ? ', ' : NEEDS_BLANK.test(before) ? ' ' : '', after: WORD_START.test(after) ? ' ' : '' }
}

const WORD_END = /[\p{L}\p{N}_]\p{M}*$/u
/** Behind words and what ends a sentence; scripts that are written without blanks need none. */
const NEEDS_BLANK = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}.,;:!?)\]”’…%]$/u
const WORD_START = /^[\p{L}\p{N}_]/u

/** In front of what tells Markdown what a line is, in it, or beside the emphasis that makes a section's label. */
function isMark({ text, survey }: Document, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), endOfLine(text, offset))
  const column = offset - lineStart(text, offset)
  if (column <= (/^[ \t]*#{1,6}[ \t]+(?:#[\p{L}\p{N}?]*)?/u.exec(line)?.[0].length ?? -1)) return true
  if (/^[ \t]*(?:-+|=+)[ \t]*$/u.test(line)) return true
  if (line.slice(0, column).trim() === '' && /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[>|]|\[[^\]]*\]:|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/u.test(line)) return true
  // On a blank line above a line of dashes, what is written becomes a heading.
  if (line.trim() === '' && /^\r?\n[ \t]*(?:-+|=+)[ \t]*(?:\r?\n|$)/u.test(text.slice(endOfLine(text, offset), endOfLine(text, offset) + 100))) return true
  return allSections(survey).some(({ section: { label } }) => label.form === 'emphasis' && touches(label.span, offset) && !(label.content.from < offset && offset <= label.content.to))
}

/** At the end of the citation that an offset is inside of: `[7|]` is a place for another one behind it. */
function behindCitation({ survey, text }: Document, offset: number): number {
  const inside = citationAt(survey, offset)
  if (inside && inside.span.from < offset) return inside.span.to
  // Between the two characters of a line break there is no place.
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset
}

/** In a link definition, or in the front matter: neither is a block of prose, nor between blocks. */
function isProtected({ markdown }: Document, offset: number): boolean {
  const type = placeAt(markdown, offset)?.block.type
  return type !== undefined && type !== 'prose' && type !== 'heading'
}

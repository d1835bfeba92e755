import type { Document } from '../document'
import { known, type Known } from '../known'
import { addressOf, type Source } from '../references/source'
import { appendedReferences, type KnownFields } from '../writing/newReference'
import { addressOfReference, citationWriter } from './citationWriter'
import type { Survey } from '../survey/model'
import { referenceNumbered, undefinedCitations } from '../survey/query'
import type { Edit } from '../text/edit'
import { once } from '../text/once'
import type { Span } from '../text/span'
import { createIndex, createListed } from './listedSources'
import { placeForCitation, type PlaceForCitation } from './placeForCitation'
import type { Refusal } from '../refusal'

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
export function citeSources(
  document: Document,
  at: number | Span,
  sources: readonly (Source | number)[],
  today: string,
): CitedSources | Refusal {
  const place = placeForCitation(document, at)
  if ('refused' in place) return place
  if (sources.length === 0) return { refused: 'There is no source to cite in this text.' }
  const { references, definitions } = document.survey
  const gone = sources.find(
    (source) => typeof source === 'number' && ![...references, ...definitions].some(({ number }) => number === source),
  )
  if (typeof gone === 'number') return { refused: `The reference list has no [${gone}].` }
  return createCiter(document, today)(place, sources)
}

/** Cites several times in one version of a document: what is in its list is looked through once. The place must be one for a citation. */
export function createCiter(
  document: Document,
  today: string,
): (place: PlaceForCitation, sources: readonly (Source | number)[]) => CitedSources {
  const { survey } = document
  const listed = createListed(document)
  return (place, sources) => {
    const added: { readonly number: number; readonly source: Source }[] = []
    const own = createIndex()
    const free = once(() => numbersFrom(known(document, freeNumbers)))
    const numbers = sources.map((source) => {
      if (typeof source === 'number') return source
      const there = listed(source) ?? own.find(source)
      if (there !== undefined) return there
      const number = free().next().value
      own.add(source, number)
      added.push({ number, source })
      return number
    })
    const write = citationWriter(document, place.isLinked)
    const addressBy = (number: number): string | undefined => {
      const reference = referenceNumbered(survey, number)
      const source = added.find((each) => each.number === number)?.source
      return source
        ? writtenAddress(source)
        : reference
          ? addressOfReference(reference)
          : survey.definitions.find((each) => each.number === number)?.url.text
    }
    const distinct = [...new Set(numbers)]
    const words =
      place.separator === undefined
        ? distinct.map((number) => write(number, addressBy(number))).join(survey.notation === 'footnotes' ? '' : ', ')
        : distinct.join(place.separator)
    const cited = { ...place.edit, insert: place.before + words + place.after }
    const references =
      added.length === 0
        ? []
        : appendedReferences(
            added.map(({ number, source }) => ({ number, known: knownOf(source, survey) })),
            survey,
            document.buffer,
            today,
          )
    const apart = references.map((edit) => behind(cited, edit))
    return { citation: cited, references: apart, edits: [cited, ...apart], numbers, added: added.length }
  }
}

/** A list that begins at the end of the text takes the place of the blanks there. A citation among them stays in front of it. */
const behind = (cited: Edit, edit: Edit): Edit =>
  edit.span.from <= cited.span.to && cited.span.to <= edit.span.to
    ? { ...edit, span: { from: cited.span.to, to: edit.span.to } }
    : edit

/** Numbers behind all that the list has, and none that prose cites already: its source is another one. */
const freeNumbers: Known<{ readonly highest: number; readonly missing: ReadonlySet<number> }> = {
  reads: ['labels', 'numbers', 'definitions', 'citations'],
  find: ({ survey }) => ({
    highest: [...survey.references, ...survey.definitions].reduce((most, { number }) => Math.max(most, number), 0),
    missing: new Set(undefinedCitations(survey).map(({ number }) => number)),
  }),
}

function* numbersFrom({
  highest,
  missing,
}: {
  readonly highest: number
  readonly missing: ReadonlySet<number>
}): Generator<number, never> {
  for (let number = highest + 1; ; number++) if (!missing.has(number)) yield number
}

/** What an entry says of a source, on one line and without what Markdown would take for marks. */
function knownOf(source: Source, { dialect }: Survey): KnownFields {
  const title = source.title === undefined ? undefined : plain(source.title)
  const url = writtenAddress(source)
  const quoted = dialect.references === 'ieee' ? title?.replace(/"([^"]*)"/gu, '“$1”').replaceAll('"', "'") : title
  return {
    ...(quoted && { title: quoted }),
    ...(source.authors && { authors: plain(source.authors) }),
    ...(url && { url }),
    ...(source.accessed && { accessed: source.accessed.replaceAll('-', dialect.dateHyphen) }),
  }
}

const writtenAddress = (source: Source): string | undefined =>
  addressOf(source)
    ?.trim()
    .replace(/[\s<>"]/gu, (character) => encodeURIComponent(character))

const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[`*[\]]|<(?=[/!?\p{L}])|\\(?=\p{P})|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)

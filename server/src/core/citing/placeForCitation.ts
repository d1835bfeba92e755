import { changeDocument, type Document } from '../document'
import { known } from '../known'
import { citationForm } from './citationForm'
import { citationPlace, targetLength, type CitationPlace } from './citationPlace'
import { isHalfTyped } from './halfTyped'
import { isProse, isProseAt, placeInMarkdown } from '../markdown/prose'
import { citationAt } from '../survey/query'
import { afterCharacter } from '../text/characters'
import { replacement, type Edit } from '../text/edit'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import { whyNotHere } from './whyNotHere'
import { inReferenceList } from './referenceLists'
import { citationsBefore } from './citationsBefore'
import type { Refusal } from '../refusal'

/** Where a citation is written, and what keeps it apart from its neighbours. */
export interface PlaceForCitation {
  readonly edit: Edit
  readonly before: string
  readonly after: string
  /** Among the numbers of a group, what stands between two of them: they have no brackets of their own. */
  readonly separator?: string
  /** Whether what gives way leads to its source itself, as `[[7]](https://…)`. */
  readonly isLinked?: boolean
}

/** Where a citation may be written: at an offset, or in the place of a span. Refuses where it would not be one. */
export function placeForCitation(document: Document, at: number | Span): PlaceForCitation | Refusal {
  const { length } = document.buffer
  const { from, to } = typeof at === 'number' ? { from: at, to: at } : trimmed(document, at)
  if (!(from >= 0 && from <= to && to <= length)) return { refused: 'This place is not in the text.' }
  if (inReferenceList(document, from) || inReferenceList(document, to))
    return { refused: 'Put the cursor into the text: this is the reference list.' }
  return from < to
    ? (inPlaceOfMember(document, { from, to }) ?? inPlaceOf(document, widened(document, { from, to })))
    : atCursor(document, afterCharacter(document.buffer, from))
}

function atCursor(document: Document, offset: number): PlaceForCitation | Refusal {
  const open = citationPlace(document, offset)
  // A place in a group that nothing stands in yet.
  if (open?.group && document.buffer.slice(open.replace.from, open.replace.to).trim() === '') return inGroup(open)
  // A bracket that was opened for the citation. One with something in it is a citation already, or belongs to the prose.
  if (
    open?.query.trim() === '' &&
    document.buffer.slice(open.replace.from, open.replace.to).replace(/[[\]^\s]/gu, '') === ''
  )
    return { edit: replacement(open.replace, ''), before: '', after: '' }
  const at = behindCitation(document, offset)
  return inPlaceOf(document, { from: at, to: at })
}

/** A whole number of a group that is selected. */
function inPlaceOfMember(document: Document, span: Span): PlaceForCitation | undefined {
  const place = citationPlace(document, span.to)
  return place?.group && place.replace.from === span.from && place.replace.to === span.to ? inGroup(place) : undefined
}

const inGroup = ({ replace, group }: CitationPlace): PlaceForCitation => ({
  edit: replacement(replace, ''),
  before: '',
  after: '',
  ...(group && { separator: group.separator }),
})

function inPlaceOf(document: Document, { from, to }: Span): PlaceForCitation | Refusal {
  const { buffer, markdown } = document
  if (from < to && placeInMarkdown(markdown, from + 1)?.from !== placeInMarkdown(markdown, to)?.from)
    return { refused: 'Select words of one paragraph, or none.' }
  if ([from, to].some((at) => !isProseAt(markdown, at) || isProtected(document, at)) || isHalfTyped(document, from))
    return NO_PROSE
  const refused = whyNotHere(document, { from, to })
  if (refused !== undefined) return { refused }
  const [before, after] = [buffer.slice(Math.max(0, from - 2), from), buffer.slice(to, to + 2)]
  if (WORD_END.test(before) && WORD_START.test(after))
    return {
      refused: from < to ? 'Select the whole word, or none.' : 'Put the cursor after the word to cite here.',
    }
  const isDouble = known(document, citationForm).citation === 'double'
  const place = {
    edit: replacement({ from, to }, ''),
    before: isFootnoted(document) ? '' : isBehindCitation(document, from) ? ', ' : NEEDS_BLANK.test(before) ? ' ' : '',
    after: GOES_ON.test(after) || (isDouble && NUMBER.test(buffer.slice(to, to + LONGEST_NUMBER))) ? ' ' : '',
  }
  return isReadAsCitation(document, place) ? place : NO_PROSE
}

/** A mark in superscript stands at the word that it is about. */
const isFootnoted = ({ survey }: Document): boolean => survey.notation === 'footnotes'

/** Behind `[[7]]` it would be the name of a link definition. */
const NUMBER = /^\[\d{1,6}\]/u

/** `[123456]`, in UTF-16 units. */
const LONGEST_NUMBER = 8

const NO_PROSE: Refusal = {
  refused: 'Put the cursor into prose: this is code, a link, a comment or the like.',
}

/** Whether what is written there is a citation then: on an indented line it becomes code, and before a colon a definition. */
function isReadAsCitation(
  document: Document,
  {
    edit: {
      span: { from, to },
    },
    before,
    after,
  }: PlaceForCitation,
): boolean {
  const words = before + (isFootnoted(document) ? '[^1]' : '[1]') + after
  const written = changeDocument(document, document.buffer.replace(from, to, words), {
    from,
    to,
    inserted: words.length,
  })
  const [last] = citationsBefore(written, from + before.length + 1)
  return last?.from === from + before.length
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
  return { from, to: endOfCitation(buffer, last) }
}

function isBehindCitation({ survey, buffer }: Document, offset: number): boolean {
  const target = /\]\](\([^()\s]*\))$/u.exec(buffer.slice(Math.max(0, offset - 2000), offset))?.[1]?.length ?? 0
  return (
    citationAt(survey, offset - target - 1)?.span.to === offset - target ||
    survey.groups.some(({ span }) => span.to === offset)
  )
}

/** Behind where it leads, in `[[7]](url)`. */
const endOfCitation = (buffer: Text, { from, to }: Span): number =>
  to + (buffer.slice(from, from + 2) === '[[' ? targetLength(buffer, to) : 0)

const WORD_END = /[\p{L}\p{N}_]\p{M}*$/u
/** Behind words, emoji and what ends a sentence; scripts that are written without blanks need none. */
const NEEDS_BLANK =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}.,;:!?)\]”’…%]$/u
/** An underscore alone closes emphasis. */
const WORD_START = /^_{0,2}[\p{L}\p{N}]/u
/** Before a word; before a parenthesis it would be the words of a link. */
const GOES_ON = /^(?:_{0,2}[\p{L}\p{N}]|\()/u

/** At the end of the citation that an offset is inside of: `[7|]` is a place for another one behind it, and so is `[1, 2|]`. */
function behindCitation({ survey, buffer }: Document, offset: number): number {
  const inside = citationAt(survey, offset) ?? survey.groups.find(({ span }) => span.from < offset && offset < span.to)
  if (inside && inside.span.from < offset) return endOfCitation(buffer, inside.span)
  // Between the two characters of a line break there is no place.
  return buffer.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset
}

/** In a link definition, code, or the front matter, or right in front of it, where it would become a part of what is written. */
const isProtected = ({ markdown }: Document, offset: number): boolean =>
  [offset, offset + 1].some((at) => {
    const block = placeInMarkdown(markdown, at)?.block
    return block !== undefined && !isProse(block)
  })

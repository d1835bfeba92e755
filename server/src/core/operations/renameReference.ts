import type { Document } from '../document'
import type { LinkDefinition } from '../references/model'
import { highest } from './numbers/words'
import type { Survey } from '../survey/model'
import { citationAt, referenceAt } from '../survey/query'
import { touches, type Span } from '../text/span'
import { planExchange } from './numbers/exchange'
import { findItem } from './numbers/find'
import { numbersOf } from './numbers/numbering'
import type { Outcome } from './operation'

/** A number that can be changed, and its digits in the text. */
export interface ReferenceNumber {
  readonly number: number
  readonly span: Span
}

/** The number at an offset: of a citation, an entry or a link definition, as long as the list has it. */
export function referenceNumberAt(survey: Survey, offset: number): ReferenceNumber | undefined {
  const found = citationAt(survey, offset) ?? definitionAt(survey, offset) ?? referenceAt(survey, offset)
  return found && isListed(survey, found.number) ? { number: found.number, span: found.numberSpan } : undefined
}

/**
 * Another number for a reference: what cites it follows. Where that number is taken the two swap, so that every citation
 * keeps its source. `written` is what the author typed; what is no number is refused.
 */
export function renameReference(document: Document, number: number, written: string): Outcome {
  const digits = /^\s*\[{0,2}\s*0*(\d{1,100})\s*\]{0,2}\s*$/u.exec(written)?.[1]
  if (digits === undefined) return { refused: `A reference is called by its number, so its new name must be one, such as ${highest(document.survey.references.map((each) => each.number)) + 1}.` }
  const wanted = Number(digits)
  if (wanted === 0) return { refused: 'Numbers of references begin at 1.' }
  if (wanted > HIGHEST) return { refused: `A reference can have a number up to ${HIGHEST}.` }
  const numbers = numbersOf(document)
  const item = findItem(numbers, number)
  if ('refused' in item) return item
  if (wanted === number) return { edits: [], changes: [], losses: [] }
  const { items } = numbers.list
  if (items.some((each) => each.number === wanted)) {
    const other = findItem(numbers, wanted)
    if ('refused' in other) return other
  } else {
    const taken = document.survey.citations.find((citation) => citation.number === wanted)
    // Such a citation would stay as it is, and all at once have a source.
    if (taken && isYear(wanted) && highest(items.map((each) => each.number)) < 1000) {
      return { refused: `[${wanted}] stands in the text as a year. It would cite this reference if that had the number.`, span: taken.span }
    }
  }
  return planExchange(numbers, number, wanted)
}

/** A citation has six digits at most. */
const HIGHEST = 999_999

const isYear = (number: number): boolean => number >= 1900 && number < 2100

const definitionAt = ({ definitions }: Survey, offset: number): LinkDefinition | undefined =>
  definitions.find(({ numberSpan: { from, to } }) => touches({ from: from - 1, to: to + 1 }, offset))

/** Where a survey lists no entries, its link definitions are its list. */
const isListed = ({ references, definitions }: Survey, number: number): boolean =>
  (references.length > 0 ? references : definitions).some((each) => each.number === number)

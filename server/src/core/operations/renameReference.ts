import type { Document } from '../document'
import type { LinkDefinition } from '../references/model'
import { highest } from './numbers/words'
import type { Survey } from '../survey/model'
import { citingAt } from '../survey/citing'
import { referenceAt } from '../survey/query'
import { touches, type Span } from '../text/span'
import { planExchange } from './numbers/exchange'
import type { Outcome } from './operation'
import { numbersOf } from './numbers/numbers'

/** A number that can be changed, and its digits in the text. */
export interface ReferenceNumber {
  readonly number: number
  readonly span: Span
}

/** The number at an offset: of a citation, an entry or a link definition, as long as the list has it. */
export function referenceNumberAt(survey: Survey, offset: number): ReferenceNumber | undefined {
  const found = citingAt(survey, offset) ?? definitionAt(survey, offset) ?? referenceAt(survey, offset)
  return found && isListed(survey, found.number) ? { number: found.number, span: found.numberSpan } : undefined
}

/**
 * Another number for a reference: what cites it follows. Where that number is taken the two swap, so that every citation
 * keeps its source. `written` is what the author typed; what is no number is refused.
 */
export function renameReference(document: Document, number: number, written: string): Outcome {
  const wanted = numberWritten(written)
  if (wanted === undefined)
    return {
      refused: `Type a number, such as ${highest(document.survey.references.map((each) => each.number)) + 1}.`,
    }
  if (wanted === 0) return { refused: 'Numbers begin at 1.' }
  return planExchange(numbersOf(document), number, wanted)
}

/** The number that somebody means who types `7`, `[7]` or `[[7]]`; undefined where that is none. */
export function numberWritten(written: string): number | undefined {
  const digits = /^\s*\[{0,2}\s*0*(\d{1,100})\s*\]{0,2}\s*$/u.exec(written)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const definitionAt = ({ definitions }: Survey, offset: number): LinkDefinition | undefined =>
  definitions.find(({ numberSpan: { from, to } }) => touches({ from: from - 1, to: to + 1 }, offset))

/** Where a survey lists no entries, its link definitions are its list. */
const isListed = ({ references, definitions }: Survey, number: number): boolean =>
  (references.length > 0 ? references : definitions).some((each) => each.number === number)

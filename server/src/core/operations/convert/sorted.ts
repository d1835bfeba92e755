import type { Document } from '../../document'
import type { Choices } from '../operation'
import { mostCommon } from '../../text/mostCommon'
import type { DialectPart, Collected, Convertible } from './dialectPart'
import { dialectParts } from './dialectParts'
import { lossesByReason, type Loss } from './losses'
import type { Wanted } from './wanted'

/** What is wanted of each part, sorted into what is converted and what is not. */
export const sortedParts = (document: Document, wanted: Wanted): readonly Sorted[] =>
  dialectParts
    .filter(({ option }) => wanted[option] !== undefined)
    .map((part) => sorted(part, part.collect(document, wanted), wanted))

/** The choices that lead back. */
export const backOf = (parts: readonly Sorted[]): Choices =>
  Object.fromEntries(parts.flatMap(({ back }) => Object.entries(back)))

export interface Sorted {
  readonly part: DialectPart
  readonly items: readonly Convertible[]
  readonly losses: readonly Loss[]
  /** Whether the way back does more, or less, than restore what is converted. */
  readonly isOneWay: boolean
  /** What to choose for the way back. */
  readonly back: Choices
}

/** What is converted, and what had better not be, or will not come back: whatever the way back would not restore to its own bytes. */
function sorted(
  part: DialectPart,
  { items, left, target, source, already, alreadyOdd = 0 }: Collected,
  { inexact }: Wanted,
): Sorted {
  const usual =
    mostCommon(
      [...Array.from({ length: already - alreadyOdd }, () => ({ form: target })), ...items],
      ({ form }) => form,
    ) ?? target
  const lostOf = ({ form, lost = 'how they are written' }: Convertible): string | undefined => {
    if (form === undefined) return lost
    if (source !== undefined || (form === usual && usual !== target)) return undefined
    return usual === target ? MOSTLY_SO : 'that they are written differently from most'
  }
  const kept = inexact ? items : items.filter((item) => lostOf(item) === undefined)
  const [first] = kept
  const others = items.filter(({ form }) => form !== undefined).length - kept.length
  const isMixed = first !== undefined && already > 0
  const isMinority = first !== undefined && !isMixed && others >= kept.length
  const astray = isMixed
    ? `${already} of ${already + kept.length} are already written that way. Converting back would change all of them.`
    : isMinority
      ? othersLeft(others)
      : undefined
  return {
    part,
    items: kept,
    losses: [
      ...(first && astray !== undefined ? [{ span: first.span, message: `${part.subject}: ${astray}` }] : []),
      ...lossesByReason(
        part,
        items.map((item) => ({ name: item.name, span: item.span, reason: lostOf(item) })),
        inexact ? WILL_NOT : WOULD_NOT,
      ),
      ...lossesByReason(part, left, (reason) => `left as they are: ${reason}`),
    ],
    isOneWay: astray !== undefined || (inexact && kept.some((item) => lostOf(item) !== undefined)),
    back: part.choicesFor(first ? (source ?? usual) : usual),
  }
}

/** Too many to be told from what is converted, on the way back. */
export const othersLeft = (count: number): string =>
  `${count} others stay as they are. Converting back would leave all of them.`

const MOSTLY_SO =
  'the difference from the others, most of which are written as is wanted (“inexact: convert” brings it into line)'

const WILL_NOT = (lost: string): string => `converting back will not restore ${lost}`

const WOULD_NOT = (lost: string): string => `left as they are: converting back would not restore ${lost}`

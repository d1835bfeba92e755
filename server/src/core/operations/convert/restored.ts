import type { Document } from '../../document'
import { applyEdits } from '../../text/edit'
import { once } from '../../text/once'
import { type Choices } from '../operation'
import { CONVERTING, ownChoices, readChoices, wholes } from './choices'
import type { Conversion } from './conversion'
import { sortedParts } from './sorted'
import type { Wanted } from './wanted'
import { isRefusal } from '../../refusal'

/** For a plan: what the way back would not restore after all, a sentence each, and how to ask for it where that is not plain. */
export interface Restored {
  readonly losses: readonly string[]
  readonly wayBack?: Choices
}

/**
 * Walks the way back and compares. What is left alone makes no difference; so nothing is lost unless something was
 * overlooked. Who went by the name of a whole way of writing may come back by that of the other one, where that is enough.
 */
export function restored(
  document: Document,
  { range }: Wanted,
  { edits, after, isOneWay, back }: Conversion,
  { to = '' }: Choices,
): Restored {
  if (edits.length === 0 || isOneWay || Number.isFinite(range.to) || range.from > 0) return NOTHING
  const own = once(() => ownChoices(after))
  const wanted = (choices: Choices): Wanted | undefined => {
    const read = readChoices(after, choices, own)
    return isRefusal(read) ? undefined : read
  }
  const text = writtenAs(after, wanted(back))
  if (text !== document.text) {
    return {
      losses: [
        `Converting back would not restore the file exactly: the first difference is in line ${firstDifference(document.text, text)}.`,
      ],
    }
  }
  const other = wholes.find(({ name, opposite }) => opposite === to && name !== to)
  if (
    !other ||
    isSame(wanted({ to: other.name }), wanted(back)) ||
    writtenAs(after, wanted({ to: other.name })) === text
  )
    return NOTHING
  let flags: Choices = { ...Object.fromEntries(CONVERTING.map((name) => [name, 'keep'])), ...back }
  for (const name of Object.keys(flags)) {
    const { [name]: _, ...fewer } = flags
    if (isSame(wanted({ to: other.name, ...fewer }), wanted(back))) flags = fewer
  }
  return { losses: [], wayBack: { to: other.name, ...flags } }
}

const NOTHING: Restored = { losses: [] }

const writtenAs = (document: Document, wanted: Wanted | undefined): string =>
  wanted
    ? applyEdits(
        document.text,
        sortedParts(document, wanted).flatMap(({ items }) => items.flatMap((item) => item.edits)),
      )
    : document.text

const isSame = (a: Wanted | undefined, b: Wanted | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The line, from 1 on. */
function firstDifference(a: string, b: string): number {
  let at = 0
  while (b[at] === a[at]) at++
  return a.slice(0, at).split('\n').length
}

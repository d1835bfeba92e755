import { openDocument, type Document } from '../../document'
import { applyEdits, type Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import type { Choices, PlannedChange } from '../operation'
import type { DialectPart, Convertible } from './dialectPart'
import { differences, type Difference } from './difference'
import { misread, type Loss } from './losses'
import { backOf, othersLeft, sortedParts, type Sorted } from './sorted'
import type { Wanted } from './wanted'
import type { Refusal } from '../../refusal'

export interface Conversion {
  readonly edits: readonly Edit[]
  readonly changes: readonly PlannedChange[]
  readonly losses: readonly Loss[]
  readonly after: Document
  /** Whether something was there already, or cannot be restored, so that the way back leads elsewhere. */
  readonly isOneWay: boolean
  readonly back: Choices
}

/** A conversion that says the same when it is read again; a refusal where there is none. */
export function converted(document: Document, wanted: Wanted): Conversion | Refusal {
  const parts = sortedParts(document, wanted)
  const blamed = new Map<string, string>()
  for (let attempt = 0; ; attempt++) {
    const kept = parts.map((part) => ({ ...part, items: part.items.filter(({ key }) => !blamed.has(key)) }))
    const edits = kept
      .flatMap(({ items }) => items.flatMap((item) => item.edits))
      .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    const after = edits.length === 0 ? document : openDocument(applyEdits(document.text, edits), document.hints)
    const found = edits.length === 0 ? [] : differences(document, after)
    const [difference] = found
    if (!difference) {
      const left = parts.map(({ part, items }) => ({ part, items: items.filter(({ key }) => blamed.has(key)) }))
      const outnumbered = parts.flatMap(({ part }, i) => leavesAll(part, kept[i]?.items ?? [], left[i]?.items ?? []))
      return {
        edits,
        after,
        changes: kept.flatMap(({ part, items }) => changesOf(part, items)).sort(inTextOrder),
        losses: [...parts.flatMap(({ losses }) => losses), ...outnumbered, ...misread(left, blamed)].sort(inTextOrder),
        isOneWay: parts.some(({ isOneWay }) => isOneWay) || outnumbered.length > 0,
        back: backOf(parts),
      }
    }
    if (!found.some(({ key }) => key !== undefined && !blamed.has(key)) || attempt >= MOST_ATTEMPTS)
      return refusalFor(difference, parts, edits)
    for (const { key, message } of found) if (key !== undefined && !blamed.has(key)) blamed.set(key, message)
  }
}

/** On the way back, what was left alone here is what most of a file is written in, once it is no fewer than what was converted. */
const leavesAll = (
  { subject }: DialectPart,
  [first, ...more]: readonly Convertible[],
  left: readonly Convertible[],
): readonly Loss[] =>
  first && left.length > more.length ? [{ span: first.span, message: `${subject}: ${othersLeft(left.length)}` }] : []

const inTextOrder = (a: { readonly span: Span }, b: { readonly span: Span }): number => a.span.from - b.span.from

/** So often something is taken out that would be read differently; a text where more goes wrong is left alone. */
const MOST_ATTEMPTS = 4

function refusalFor(
  { message, span, spanAfter }: Difference,
  parts: readonly Sorted[],
  edits: readonly Edit[],
): Refusal {
  const used = parts.filter(({ items }) => items.length > 0)
  const suspect = used[0]
  const place = spanAfter ? placeBefore(spanAfter, edits) : (span ?? suspect?.items[0]?.span)
  const advice =
    suspect && used.length > 1
      ? `Leave the ${suspect.part.option} as they are (“${suspect.part.option}: keep”), or change that place first.`
      : 'Change that place first.'
  return {
    refused: `Nothing was converted: the result would say something else. ${message} ${advice}`,
    ...(place && { span: place }),
  }
}

/** Where what stands in the result stands in the text as it is. */
function placeBefore({ from, to }: Span, edits: readonly Edit[]): Span {
  let grown = 0
  for (const { span, insert } of edits) {
    if (span.from + grown > from) break
    grown += insert.length - (span.to - span.from)
  }
  return { from: from - grown, to: to - grown }
}

/** Entries one by one, as each is a text; all else by its first example. */
function changesOf({ subject }: DialectPart, items: readonly Convertible[]): readonly PlannedChange[] {
  const own = items.flatMap(({ subject: title, before, after, span }) =>
    title === undefined ? [] : [{ subject: title, before, after, span }],
  )
  const others = items.filter((item) => item.subject === undefined)
  const [first] = others
  return first
    ? [
        ...own,
        {
          subject: others.length === 1 ? subject : `${subject} (${others.length})`,
          before: first.before,
          after: first.after,
          span: first.span,
          places: others.length,
        },
      ]
    : own
}

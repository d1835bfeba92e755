import { applyEdits, compatible, replacement, type Edit } from './edit'
import type { Span } from './span'

/** What edits make of a text, and how to make further edits of that as edits of the text as it was. */
export interface Edited {
  readonly text: string
  readonly edits: readonly Edit[]
  /** Where something was that stands in the new text; what is new has the place of what it replaced. */
  spanBefore(span: Span): Span
  /** The same with further edits, of the new text. */
  and(edits: readonly Edit[]): Edited
}

/** Makes edits of a text, further ones of what they make, and so on. Of edits that overlap the later is left out, as `applyEdits` does. */
export function edited(before: string, edits: readonly Edit[]): Edited {
  const first = joinedEdits(compatible(edits))
  const text = applyEdits(before, first)
  let grown = 0
  const places = first.map(({ span, insert }) => {
    const from = span.from + grown
    grown += insert.length - (span.to - span.from)
    return { span, from, to: from + insert.length, growth: grown }
  })
  const offsetBefore = (offset: number, end: 'from' | 'to'): number => {
    const place = places.findLast(({ from }) => from <= offset)
    if (!place) return offset
    return offset >= place.to && (offset > place.from || end === 'from') ? offset - place.growth : place.span[end]
  }
  const spanBefore = ({ from, to }: Span): Span => {
    const start = offsetBefore(from, 'from')
    return { from: start, to: Math.max(start, offsetBefore(to, 'to')) }
  }
  return {
    text,
    edits: first,
    spanBefore,
    and(more) {
      const second = compatible(more)
      const kept = first.filter((_, i) => {
        const place = places[i]
        return place && !second.some(({ span }) => touches(span, place))
      })
      const joined = second.map(({ span, insert }) => {
        const met = places.filter((place) => touches(span, place))
        const from = Math.min(span.from, ...met.map((place) => place.from))
        const to = Math.max(span.to, ...met.map((place) => place.to))
        return { span: { from, to }, insert: text.slice(from, span.from) + insert + text.slice(span.to, to), met }
      })
      const isPlain = joined.every(({ span, met }, i) => {
        const previous = joined[i - 1]
        return !previous || (span.from >= previous.span.to && !met.some((place) => previous.met.includes(place)))
      })
      const final = applyEdits(text, second)
      if (!isPlain) return edited(before, [changed(before, final)])
      return edited(before, [
        ...kept,
        ...joined.map(({ span, insert, met }) =>
          replacement(
            {
              from: met[0]?.from === span.from ? met[0].span.from : offsetBefore(span.from, 'from'),
              to: met.at(-1)?.to === span.to ? (met.at(-1)?.span.to ?? 0) : offsetBefore(span.to, 'to'),
            },
            insert,
          ),
        ),
      ])
    },
  }
}

/** With those that touch as one: two insertions at one place have an order. */
function joinedEdits(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = []
  for (const { span, insert } of edits) {
    const last = joined.at(-1)
    if (last && span.from <= last.span.to)
      joined[joined.length - 1] = replacement({ from: last.span.from, to: span.to }, last.insert + insert)
    else joined.push({ span, insert })
  }
  return joined
}

const touches = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

/** All between the first and the last character in which two texts differ. */
function changed(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++
  return replacement({ from, to: before.length - same }, after.slice(from, after.length - same))
}

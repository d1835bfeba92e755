import { applyEdits, replacement, type Edit } from '../../text/edit'
import { shift, type Span } from '../../text/span'

/** Texts that change places: `order` says, for each place, which of them comes to stand there. Apart, and in text order. */
export interface Slots {
  readonly spans: readonly Span[]
  readonly order: readonly number[]
}

export interface Rearranged {
  /** As long as before. */
  readonly text: string
  /** Where an offset of the text as it was comes to be. */
  placeOf(offset: number): number
  /** Where something was that stands in the new text. */
  spanBefore(span: Span): Span
  /** The edits of the text as it was that make it the new one, and make edits of the new one. */
  editsWith(edits: readonly Edit[]): readonly Edit[]
}

/** A text in which some parts have changed places; what stands between them stays where it is, after as many of them as before. */
export function rearranged(text: string, groups: readonly Slots[]): Rearranged {
  const places = groups
    .flatMap(({ spans, order }) => spans.map((span, i) => ({ span, from: spans[order[i] ?? i] ?? span })))
    .sort((a, b) => a.span.from - b.span.from)
  const pieces: { readonly span: Span; readonly at: number }[] = []
  let written = ''
  const add = (span: Span): void => {
    if (span.from < span.to) pieces.push({ span, at: written.length })
    written += text.slice(span.from, span.to)
  }
  let end = 0
  for (const { span, from } of places) {
    add({ from: end, to: span.from })
    add(from)
    end = span.to
  }
  add({ from: end, to: text.length })
  const ranges = groups.flatMap(({ spans, order }): readonly Span[] => {
    const [first, last] = [order.findIndex((from, i) => from !== i), order.findLastIndex((from, i) => from !== i)]
    const [a, b] = [spans[first], spans[last]]
    return a && b ? [{ from: a.from, to: b.to }] : []
  })
  return {
    text: written,
    placeOf(offset) {
      const piece = pieces.find(({ span }) => span.from <= offset && offset < span.to)
      return piece ? piece.at + offset - piece.span.from : offset
    },
    spanBefore(place) {
      const piece = pieces.find(({ at, span }) => at <= place.from && place.from < at + span.to - span.from)
      return shift(place, piece ? piece.span.from - piece.at : 0)
    },
    editsWith(edits) {
      const isInside = ({ span }: Edit, range: Span): boolean => span.from >= range.from && span.to <= range.to
      return [
        ...edits.filter((edit) => !ranges.some((range) => isInside(edit, range))),
        ...ranges.map((range) =>
          replacement(
            range,
            applyEdits(
              written.slice(range.from, range.to),
              edits
                .filter((edit) => isInside(edit, range))
                .map(({ span, insert }) => replacement(shift(span, -range.from), insert)),
            ),
          ),
        ),
      ].sort((a, b) => a.span.from - b.span.from)
    },
  }
}

/** The places from 0 on when some of `count` come to stand at `to` in a row, in the order in which they stand. */
export function reordered(count: number, moving: readonly number[], to: number): readonly number[] {
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => !moving.includes(i))
  return [...others.slice(0, to), ...moving, ...others.slice(to)]
}

import { compatible, replacement, type Edit } from '../../text/edit'
import { lastAtMost } from '../../text/search'
import type { Span } from '../../text/span'

/** A stretch of text takes the place of another, with the edits that fall into it. */
export interface Move {
  readonly to: Span
  readonly from: Span
}

/** The edits and moves of one plan as edits that can be made together. Moves must not overlap; what stands between them stays. */
export function composed(text: string, edits: readonly Edit[], moves: readonly Move[]): readonly Edit[] {
  const small = compatible(edits)
  const moved = moves.filter(({ from, to }) => from.from !== to.from).sort((a, b) => a.to.from - b.to.from)
  const outside = small.filter(({ span }) => {
    const move = moved[lastAtMost(moved, span.from, ({ to }) => to.from)]
    return !move || span.from >= move.to.to
  })
  return [...outside, ...moved.map(({ to, from }) => replacement(to, edited(text, from, small)))].sort(
    (a, b) => a.span.from - b.span.from,
  )
}

function edited(text: string, { from, to }: Span, edits: readonly Edit[]): string {
  let result = ''
  let at = from
  for (let i = lastAtMost(edits, from - 1, ({ span }) => span.from) + 1; (edits[i]?.span.to ?? Infinity) <= to; i++) {
    const { span, insert } = edits[i] as Edit
    result += text.slice(at, span.from) + insert
    at = span.to
  }
  return result + text.slice(at, to)
}

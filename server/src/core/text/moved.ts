import { growth, type Change } from './change'
import type { Span } from './span'

/**
 * Where a span is after a change that may have happened before, behind or within it. What is inserted at one of its ends
 * is outside of it. Undefined where the change took one of its ends away.
 */
export function moved({ from, to }: Span, change: Change): Span | undefined {
  const start = from >= change.to ? from + growth(change) : from <= change.from ? from : undefined
  const end = to <= change.from ? to : to >= change.to ? to + growth(change) : undefined
  return start === undefined || end === undefined || start > end ? undefined : { from: start, to: end }
}

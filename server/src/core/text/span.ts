/** A half-open range of UTF-16 offsets: `from` is in it, `to` is not. `from <= to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const span = (from: number, to: number): Span => ({ from, to })

export const shift = (s: Span, by: number): Span => ({ from: s.from + by, to: s.to + by })

/** Whether `offset` lies in the span or touches one of its ends, as a cursor does. */
export const touches = (s: Span, offset: number): boolean => s.from <= offset && offset <= s.to

export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to

/** Whether the two share a character, or touch where one of them is empty. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.from === a.to || b.from === b.to ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to

/** One replaced range: `from` to `to` of the old text became `inserted` UTF-16 units of the new one. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly inserted: number
}

export const growth = ({ from, to, inserted }: Change): number => inserted - (to - from)

/** One change that covers two: `second` is in offsets of the text that `first` made. */
export function joined(first: Change, second: Change): Change {
  const from = Math.min(first.from, second.from)
  const to = Math.max(first.from + first.inserted, second.to)
  return { from, to: to - growth(first), inserted: to - from + growth(second) }
}

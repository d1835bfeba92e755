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

/** The change that makes one text of another: all between what they have in common at their beginnings and at their ends. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let behind = 0
  while (
    behind < shorter - from &&
    before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)
  )
    behind++
  return { from, to: before.length - behind, inserted: after.length - behind - from }
}

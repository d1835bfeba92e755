import fc from 'fast-check'
import type { Change } from '../../server/src/core'
import { anyPiece } from './pieces'

/** An edit of any text: its place and length as shares of that text. */
export interface AnyEdit {
  readonly at: number
  readonly length: number
  readonly insert: string
}

/**
 * A share from 0 to 1, each part of it as likely as any other. (`fc.double` is as likely for each number that there is, and most of
 * those are next to 0: places chosen by it are nearly all at the beginning of a text.)
 */
export const share: fc.Arbitrary<number> = fc.noBias(fc.nat(10_000)).map((n) => n / 10_000)

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  at: share,
  length: share,
  insert: fc.array(anyPiece, { maxLength: 3 }).map((pieces) => pieces.join('')),
})

/** A text after an edit, and where it differs from the one before. */
export interface Step {
  readonly text: string
  readonly change: Change
}

/** Most edits replace little. */
export function applied(before: string, { at, length, insert }: AnyEdit): Step {
  const from = Math.floor(at * before.length)
  const to = Math.min(before.length, from + Math.floor(length ** 4 * (before.length - from)))
  return { text: before.slice(0, from) + insert + before.slice(to), change: { from, to, inserted: insert.length } }
}

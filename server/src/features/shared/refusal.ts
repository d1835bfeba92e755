import type { Refusal } from '../../core'
import type { PlanRefusal } from '../../protocol'
import { toRange } from './convert'
import type { OpenFile } from '../feature'

/** Why something is not done, and every place to look at. */
export const toRefusal = (
  file: OpenFile,
  { refused, span, places = span ? [span] : [], question }: Refusal,
): PlanRefusal => ({
  refused,
  ranges: places.map((place) => toRange(file, place)),
  ...(question && { question }),
})

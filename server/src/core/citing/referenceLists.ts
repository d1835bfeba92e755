import type { Document } from '../document'
import { referenceListsOf } from '../survey/query'
import { spanAt } from '../text/search'
import { touches } from '../text/span'

/** Whether an offset is in a reference list, where a number in brackets cites nothing. */
export function inLists({ survey }: Document): (offset: number) => boolean {
  const lists = referenceListsOf(survey)
  return (offset) => spanAt(lists, offset) !== undefined
}

/** Whether a cursor is in the reference list, its end included. */
export const inReferenceList = ({ survey }: Document, offset: number): boolean =>
  referenceListsOf(survey).some((list) => touches(list, offset))

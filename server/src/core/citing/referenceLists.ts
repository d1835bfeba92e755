import type { Document } from '../document'
import { touches } from '../text/span'

/** Whether a cursor is in the reference list, its end included. */
export const inReferenceList = ({ survey }: Document, offset: number): boolean =>
  survey.lists.some((list) => touches(list, offset))

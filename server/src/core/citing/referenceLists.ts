import type { Document } from '../document'

/** Whether a cursor is in the reference list, its end included. */
export const inReferenceList = ({ survey }: Document, offset: number): boolean =>
  survey.lists.some(({ from, to }) => from <= offset && offset <= to)

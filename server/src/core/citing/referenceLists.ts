import type { Document } from '../document'
import { REFERENCES } from '../survey/profile'

/** Whether an offset is in a reference list, where a number in brackets cites nothing. */
export function inLists({ survey }: Document): (offset: number) => boolean {
  const lists = survey.sections.filter(({ kind }) => kind === REFERENCES).map(({ body }) => body)
  return (offset) => lists.some(({ from, to }) => from <= offset && offset < to)
}

/** Whether a cursor is in the reference list, its end included. */
export const inReferenceList = ({ survey }: Document, offset: number): boolean =>
  survey.sections.some(({ kind, body }) => kind === REFERENCES && body.from <= offset && offset <= body.to)

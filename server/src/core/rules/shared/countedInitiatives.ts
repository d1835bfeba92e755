import type { Initiative, Survey } from '../../survey/model'

/** The initiatives that a number belongs to. One without number and without sections may be a heading of another kind. */
export const countedInitiatives = ({ initiatives }: Survey): readonly Initiative[] =>
  initiatives.filter(({ number, sections }) =>
    number === undefined ? sections.some(({ kind }) => kind) : /^\d/.test(number),
  )

import type { Profile } from '../profile'
import type { Structure } from './structure'

/** How front matter, settings and configs ask for a profile that is inferred from the file. */
export const INFERRED = 'inferred'

/** The profile by which a file is read as it is written; `base` is the one that it would be read by, and says what the structure does not. */
export const inferredProfile = ({ templates }: Structure, base: Profile): Profile => ({
  name: INFERRED,
  initiatives: { title: 'Items', endings: [], isTelling: false, numbered: false },
  initiative: templates,
  survey: base.survey,
  suffixes: [],
  placeholders: base.placeholders,
  none: base.none,
  own: base.own,
})

import type { Reference } from '../references/model'
import { oneLine } from '../text/oneLine'
import { holdsPlaceholder } from './placeholders'
import type { Profile } from './profile'

/** Something that an entry says of its source. */
export interface EntryFact {
  /** As a message calls it: `authors`. */
  readonly name: string
  /** As it stands there; none of a link definition, whose words are the address again. */
  readonly words: string
}

/** What tells which of two entries of one source says more. */
export interface SaidByEntry extends Pick<Reference, 'accessedOn'> {
  readonly title?: string | undefined
  readonly authors?: string | undefined
  readonly url?: string | undefined
  readonly isDefined: boolean
}

/** What an entry says, without what is still to be written. */
export function entryFacts(
  { title, authors, url, accessedOn, isDefined }: SaidByEntry,
  profile: Profile,
): readonly EntryFact[] {
  const written = (words: string | undefined): string =>
    words === undefined || holdsPlaceholder(words, profile) ? '' : oneLine(words)
  const facts = [
    { name: 'title', words: written(title) },
    { name: 'authors', words: written(authors) },
    { name: 'address', words: written(url) },
    { name: ACCESS_DATE, words: accessedOn ?? '' },
  ].filter(({ words }) => words !== '')
  return isDefined ? [...facts, { name: LINK_DEFINITION, words: '' }] : facts
}

export const ACCESS_DATE = 'access date'
export const LINK_DEFINITION = 'link definition'

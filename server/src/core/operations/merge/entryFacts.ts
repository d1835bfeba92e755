import type { Document } from '../../document'
import { isPlaceholder } from '../../survey/placeholders'
import { oneLine } from '../../text/oneLine'
import type { Item } from '../numbers/item'
import { remarkOf } from '../numbers/losses'

/** Something that an entry says of its source. */
export interface EntryFact {
  /** As a message calls it: `authors`. */
  readonly name: string
  /** As it stands there; none of a link definition, whose words are the address again. */
  readonly words: string
}

/** What an entry says, without what is still to be written. */
export function entryFacts(item: Item, { text, survey: { profile } }: Document): readonly EntryFact[] {
  const written = (words: string | undefined): string =>
    words === undefined || isPlaceholder(words, profile) || /\?{3}/u.test(words) ? '' : oneLine(words)
  return [
    { name: 'title', words: written(item.title) },
    { name: 'authors', words: written(item.authors) },
    { name: 'address', words: written(item.url) },
    { name: DATE, words: item.accessedOn ?? '' },
    { name: 'remark', words: remarkOf(item, text) },
    ...(item.definitions.length > 0 ? [{ name: DEFINITION, words: '' }] : []),
  ].filter(({ name, words }) => name === DEFINITION || words !== '')
}

export const DATE = 'access date'
export const DEFINITION = 'link definition'

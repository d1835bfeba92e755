import type { Known } from '../known'
import { readable } from '../markdown/readable'
import { bareAddress, hostOf } from '../references/address'
import type { Reference } from '../references/model'
import { byEntry } from '../references/byEntry'
import { yearsIn } from '../references/year'
import { oneLine } from '../text/oneLine'
import type { Text } from '../text/text'
import { folded } from '../text/fold'
import { createWordIndex, type WordIndex } from './wordIndex'

/** The reference list as one looks for something in it. Indexes are those of `survey.listing`. */
export interface Catalogue {
  /** Everything that one may remember of each reference, folded; the title on a line of its own. */
  readonly texts: readonly string[]
  /** Their addresses as one types them, folded; empty where there is none. */
  readonly addresses: readonly string[]
  readonly numbers: readonly number[]
  /** The numbers as they are written. */
  readonly digits: readonly string[]
  /** Which references have a number. */
  readonly places: ReadonlyMap<number, readonly number[]>
  readonly words: WordIndex
}

export const catalogue: Known<Catalogue> = {
  reads: ['labels', 'entries', 'definitions'],
  find({ survey: { listing: references }, buffer }) {
    const texts = references.map((reference) => wordsOf(reference, buffer))
    const numbers = references.map(({ number }) => number)
    const places = new Map<number, number[]>()
    for (const [i, number] of numbers.entries()) {
      const others = places.get(number)
      if (others) others.push(i)
      else places.set(number, [i])
    }
    return {
      texts,
      addresses: references.map(typedAddress),
      numbers,
      digits: numbers.map(String),
      places,
      words: createWordIndex(texts),
    }
  },
}

const typedAddress = byEntry(({ url }: Reference): string => (url ? folded(bareAddress(readable(url.text))) : ''))

/** What it is called, by whom it is, where and from which year, and its number. */
const wordsOf = byEntry(({ number, title, authors, url, body }: Reference, text: Text): string => {
  const years = yearsIn(text.slice(body.from, Math.min(body.to, body.from + LONGEST_ENTRY_FOR_YEARS)))
  const rest = [authors?.text, url && hostOf(url.text), ...new Set(years), number].filter((part) => part !== undefined)
  return [title?.text ?? '', rest.join(' ')].map((words) => folded(oneLine(readable(words)))).join('\n')
})

/** UTF-16 units of an entry that years are looked for in. */
const LONGEST_ENTRY_FOR_YEARS = 2000

import type { Reference } from '../references/model'
import { byEntry } from '../references/byEntry'
import { firstAtLeast } from '../text/search'
import type { Text } from '../text/text'

/** Finds the first entry of a list that has a DOI somewhere in its words, as a whole: `10.1000/1` is not in `10.1000/12`. In lower case, as `doiIn` has it. */
export function createWrittenDois(references: readonly Reference[], text: Text): (doi: string) => number | undefined {
  const written = references
    .flatMap((reference, place) => doisOf(reference, text).map((words) => ({ words, place })))
    .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.place - b.place))
  return (doi) => {
    let first: number | undefined
    for (let i = firstAtLeast(written, doi, ({ words }) => words); written[i]?.words.startsWith(doi); i++) {
      const { words = '', place = 0 } = written[i] ?? {}
      if (!GOES_ON.test(words.slice(doi.length, doi.length + 2))) first = Math.min(first ?? place, place)
    }
    return first === undefined ? undefined : references[first]?.number
  }
}

const GOES_ON = /^(?:[\p{L}\p{N}/_-]|\.[\p{L}\p{N}])/u

/** Each with what follows it up to the next blank: where it ends depends on which one is looked for. */
const doisOf = byEntry(({ body }: Reference, text: Text): readonly string[] => {
  const words = text.slice(body.from, body.to)
  return words.includes('10.') ? [...words.toLowerCase().matchAll(DOI)].map(([, found = '']) => found) : []
})

const DOI = /(?=(10\.\d{4,9}\/\S{1,300}))10\./gu

import type { Document } from '../document'
import { known, type Known } from '../known'
import { addressOf, sourceKeys, type Source } from '../references/source'
import { folded } from '../text/fold'
import { once } from '../text/once'
import { createWrittenDois } from './writtenDois'

/** The number that a document's list has a source by; undefined where it lacks it. */
export function createListed(document: Document): (source: Source) => number | undefined {
  const { index, titles, written } = known(document, listing)
  return (source) => {
    const found = index.find(source)
    if (found !== undefined) return found
    if (addressOf(source) === undefined) return titles().find(source)
    // An entry may give a DOI beside another address, or none at all.
    const { doi } = source
    return doi === undefined ? undefined : written()(doi)
  }
}

/** What is in the list, by addresses and titles. */
const listing: Known<{
  readonly index: Index
  readonly titles: () => Index
  readonly written: () => (doi: string) => number | undefined
}> = {
  reads: ['labels', 'entries', 'definitions'],
  find({ survey: { references, definitions }, buffer }) {
    const index = createIndex()
    for (const { number, source, title, url } of references)
      index.addKeys(number, source === undefined ? [] : [source], url ? undefined : title?.text)
    for (const { number, source } of definitions) index.addKeys(number, source === undefined ? [] : [source], undefined)
    const titles = once(() => {
      const made = createIndex()
      for (const { number, title } of references) made.addKeys(number, [], title?.text)
      return made
    })
    return { index, titles, written: once(() => createWrittenDois(references, buffer)) }
  },
}

export type Index = ReturnType<typeof createIndex>

/** Numbers of sources, by what tells a source from others. */
export function createIndex() {
  const byAddress = new Map<string, number>()
  const byTitle = new Map<string, number>()
  const addKeys = (number: number, keys: readonly string[], title: string | undefined): void => {
    for (const key of keys) if (!byAddress.has(key)) byAddress.set(key, number)
    const words = title === undefined ? '' : titleKey(title)
    if (words !== '' && !byTitle.has(words)) byTitle.set(words, number)
  }
  return {
    addKeys,
    add: (source: Source, number: number): void =>
      addKeys(number, sourceKeys(source), addressOf(source) === undefined ? source.title : undefined),
    find(source: Source): number | undefined {
      const keys = sourceKeys(source)
      const known = keys.map((key) => byAddress.get(key)).find((number) => number !== undefined)
      return known ?? (source.title === undefined ? undefined : byTitle.get(titleKey(source.title)))
    },
  }
}

const titleKey = (title: string): string =>
  folded(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

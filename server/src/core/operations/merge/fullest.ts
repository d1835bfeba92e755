import type { Document } from '../../document'
import type { Item } from '../numbers/item'
import { itemFacts } from './itemFacts'
import { entryWords } from './entryWords'

/** Of entries of one source the one that says most: the most of title, authors, access date and the like, else all the words of the first and more; else the first. */
export function fullest([first, ...others]: readonly [Item, ...Item[]], document: Document): Item {
  let best = first
  let most = itemFacts(first, document).length
  for (const item of others) {
    const count = itemFacts(item, document).length
    if (count < most || (count === most && !saysMore(item, best))) continue
    best = item
    most = count
  }
  return best
}

function saysMore(item: Item, other: Item): boolean {
  const [words, known] = [new Set(entryWords(item.words)), new Set(entryWords(other.words))]
  return words.size > known.size && [...known].every((word) => words.has(word))
}

import type { Document } from '../../document'
import { ACCESS_DATE, LINK_DEFINITION, type EntryFact } from '../../survey/entryFacts'
import { quoted } from '../../survey/names'
import { cut } from '../../text/cut'
import { sameSource, type Item } from '../numbers/item'
import { itemFacts } from './itemFacts'
import { entryWords } from './entryWords'

/** What an entry says that goes, and the one that stays does not, for a message: `authors “V. Buterin”`. */
export function lostFacts(gone: Item, kept: Item, document: Document): readonly string[] {
  const known = new Map(itemFacts(kept, document).map(({ name, words }) => [name, words]))
  const said = entryWords(document.text.slice(kept.block.from, kept.block.to))
  const isSaid = ({ name, words }: EntryFact): boolean => {
    if (name === LINK_DEFINITION) return known.has(name)
    if (name === 'address' && known.has(name) && sameSource(gone, kept)) return true
    if (name === ACCESS_DATE) return known.get(name) === words
    const own = entryWords(words)
    return own.length > 0 ? follows(said, own) : known.get(name) === words
  }
  const facts = itemFacts(gone, document)
  const lost = facts.filter((fact) => !isSaid(fact))
  const accounted = new Set([...said, ...FRAME, ...facts.flatMap(({ words }) => entryWords(words))])
  const others = entryWords(gone.words).filter((word) => !accounted.has(word))
  return [...lost.map(described), ...(others.length > 0 ? [`the words ${quoted(cut(others.join(' '), LONGEST))}`] : [])]
}

function described({ name, words }: EntryFact): string {
  if (name === LINK_DEFINITION) return `its ${name}`
  return `${name} ${name === ACCESS_DATE ? words : quoted(cut(words, LONGEST))}`
}

/** Whether some words stand among others in the same order, one right behind the other. */
const follows = (words: readonly string[], part: readonly string[]): boolean =>
  ` ${words.join(' ')} `.includes(` ${part.join(' ')} `)

/** What entries say in any style around what they say of their sources. */
const FRAME = [
  'online',
  'available',
  'at',
  'from',
  'date',
  'accessed',
  'last',
  'visited',
  'on',
  'retrieved',
  'and',
  'et',
  'al',
]

/** UTF-16 units. */
const LONGEST = 60

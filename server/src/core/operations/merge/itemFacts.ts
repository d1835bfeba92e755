import type { Document } from '../../document'
import { entryFacts, type EntryFact } from '../../survey/entryFacts'
import type { Item } from '../numbers/item'
import { remarkOf } from '../numbers/losses'

/** What an entry says, and the remark below it. */
export function itemFacts(item: Item, { text, survey: { profile } }: Document): readonly EntryFact[] {
  const remark = remarkOf(item, text)
  const facts = entryFacts({ ...item, isDefined: item.definitions.length > 0 }, profile)
  return remark === '' ? facts : [...facts, { name: 'remark', words: remark }]
}

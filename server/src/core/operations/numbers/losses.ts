import { quoted } from '../../survey/names'
import { cut } from '../../text/cut'
import { oneLine } from '../../text/oneLine'
import { writtenTo, type Item } from './item'

/** What goes away with an entry besides its own words and definitions. */
export function lossOf(item: Item, text: string): readonly string[] {
  const remark = remarkOf(item, text)
  return remark === '' ? [] : [`The text below [${item.number}] is removed, too: ${quoted(cut(remark, LONGEST))}.`]
}

/** What is written below an entry, on one line; nothing where no words are. */
export function remarkOf(item: Item, text: string): string {
  const remark = oneLine(text.slice(writtenTo(item), item.block.to))
  return /[\p{L}\p{N}]/u.test(remark) ? remark : ''
}

/** Characters. */
const LONGEST = 60

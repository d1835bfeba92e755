import { quoted } from '../../survey/names'
import { oneLine } from '../../text/oneLine'
import { writtenTo, type Item } from './item'

/** What goes away with an entry besides its own words and definitions. */
export function lossOf(item: Item, text: string): readonly string[] {
  const end = writtenTo(item)
  const remark = oneLine(text.slice(end, item.block.to))
  return /[\p{L}\p{N}]/u.test(remark)
    ? [
        `What is written below [${item.number}] goes with it: ${quoted(remark.length > 60 ? `${[...remark].slice(0, 59).join('')}…` : remark)}`,
      ]
    : []
}

import type { LinkDefinition } from '../../references/model'
import { definitionSpan } from '../../survey/referenceBlock'
import { plainTitle } from '../../survey/names'
import { lineStart, trimmedEnd } from '../../text/lines'
import { oneLine } from '../../text/oneLine'
import type { Item, ReferenceList } from './item'

/** The list of a survey that has link definitions and no entries. */
export function definitionList(definitions: readonly LinkDefinition[], text: string): ReferenceList {
  const items = definitions.map((definition): Item => {
    const { number, numberSpan, url, source } = definition
    const whole = definitionSpan(definition, text)
    // Not the model's, which has none where a definition directly follows a paragraph.
    const title = /\s(["'])(.*)\1$/su.exec(text.slice(url.span.to, whole.to))?.[2]
    return {
      number,
      numberSpan,
      source,
      entry: whole,
      label: { from: numberSpan.from - 1, to: numberSpan.to + 1 },
      block: { from: lineStart(text, whole.from), to: whole.to },
      definitions: [definition],
      words: oneLine(text.slice(numberSpan.to, whole.to)),
      name: plainTitle(oneLine(title ?? url.text)) || `[${number}]`,
      title,
      authors: undefined,
      url: url.text,
      accessedOn: undefined,
      isDefinition: true,
      counted: false,
    }
  })
  const stretches: Item[][] = []
  items.forEach((item, i) => {
    const previous = items[i - 1]
    if (previous && trimmedEnd(text, { from: previous.block.to, to: item.block.from }) === previous.block.to)
      stretches.at(-1)?.push(item)
    else stretches.push([item])
  })
  return { items, stretches, strays: [] }
}

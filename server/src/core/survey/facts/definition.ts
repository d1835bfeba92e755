import type { Definition } from '../../markdown'
import { normalAddress } from '../../references/address'
import type { LinkDefinition } from '../../references/model'

/** A link definition whose name is a number; undefined for any other. */
export function numberedDefinition(definition: Definition, text: string): LinkDefinition | undefined {
  const label = text.slice(definition.label.from, definition.label.to)
  if (!/^\d{1,6}$/.test(label)) return undefined
  const { url, title } = definition
  return {
    number: Number(label),
    span: definition.span,
    numberSpan: definition.label,
    url: { text: text.slice(url.from, url.to), span: url },
    source: normalAddress(text.slice(url.from, url.to)),
    ...(title && { title: { text: text.slice(title.from, title.to), span: title } }),
  }
}

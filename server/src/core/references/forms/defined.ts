import type { LinkDefinition, Reference } from '../model'
import type { ListForm } from './form'

/** `[7]: url "Title"` where a file has nothing else for a list. */
export const defined: ListForm = {
  id: 'defined',
  summary: 'link definitions alone',
  example: '[7]: https://example.org "Title"',
  notation: 'brackets',
  // Markdown says where they are, not their words.
  entriesIn: () => [],
  label: (number) => `[${number}]:`,
}

/** A link definition as the entry that it stands for. */
export function definedReference(definition: LinkDefinition): Reference {
  const { number, span, numberSpan, url, title, source } = definition
  return {
    form: 'defined',
    number,
    span,
    label: { from: numberSpan.from - 1, to: numberSpan.to + 1 },
    numberSpan,
    body: { from: Math.min(url.span.from, span.to), to: span.to },
    style: 'plain',
    title,
    url,
    source,
    definition,
    origin: definition,
  }
}

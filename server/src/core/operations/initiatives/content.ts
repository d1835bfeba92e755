import type { Document } from '../../document'
import type { InitiativeText } from './texts'

/** What an initiative says: its text, and how that is read. */
export const initiativeContent = (
  { span, initiative: { title, sections } }: InitiativeText,
  { text }: Document,
): string =>
  JSON.stringify([
    text.slice(span.from, span.to),
    title,
    sections.map(({ kind, state, label }) => [kind, state, label.content.from - span.from]),
  ])

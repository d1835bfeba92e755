import type { LinkDefinition, Reference } from '../references/model'
import { startingBy } from '../text/search'
import type { Span } from '../text/span'
import type { Survey } from './model'
import type { Profile } from './profile'

/** Whether a field or title holds nothing but a stand-in: nothing at all, `???`, `…`, `TBD`. */
export const isPlaceholder = (text: string, profile: Profile): boolean =>
  /^[\s?.…"'<>-]*$/u.test(text) || profile.placeholders.includes(text.trim())

/** The entries with a placeholder in them, each with its first. */
export function placeholdersByEntry({ placeholders, references }: Survey): ReadonlyMap<Reference, Span> {
  const found = new Map<Reference, Span>()
  for (const placeholder of placeholders) {
    const entry = startingBy(references, placeholder.from)
    if (entry && placeholder.from < entry.span.to && !found.has(entry)) found.set(entry, placeholder)
  }
  return found
}

/** Whether a field holds a stand-in, alone or with something around it: `https:/????`. */
export const holdsPlaceholder = (text: string, profile: Profile): boolean =>
  isPlaceholder(text, profile) || /\?{3}/u.test(text)

/** What of a link definition is still to be written: its address, else its title. */
export const definitionPlaceholder = ({ url, title }: LinkDefinition, profile: Profile): Span | undefined =>
  [url, ...(title ? [title] : [])].find(({ text }) => holdsPlaceholder(text, profile))?.span

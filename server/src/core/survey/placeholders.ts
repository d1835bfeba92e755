import type { Reference } from '../references/model'
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

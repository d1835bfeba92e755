import { lastAtMost } from '../../text/search'
import type { Span } from '../../text/span'
import type { Survey } from '../../survey/model'
import type { Profile } from '../../survey/profile'

/** Whether a field or title holds nothing but a stand-in: nothing at all, `???`, `…`, `TBD`. */
export const isPlaceholder = (text: string, profile: Profile): boolean =>
  /^[\s?.…"'<>-]*$/u.test(text) || profile.placeholders.includes(text.trim())

/** The first placeholder that starts in a span. */
export function placeholderIn({ placeholders }: Survey, within: Span): Span | undefined {
  const found = placeholders[lastAtMost(placeholders, within.from - 1, ({ from }) => from) + 1]
  return found && found.from < within.to ? found : undefined
}

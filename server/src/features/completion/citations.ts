import { suggestCitations } from '../../core'
import { TYPED_ON } from '../../protocol'
import { referenceItem } from './referenceItem'
import type { CompletionSource } from './source'
import { sourceItems } from './sourceItems'

/**
 * References after `[` and `[^`, and behind them sources from elsewhere. Blanks and marks ask again, so that titles and addresses can be typed; outside an open
 * bracket they have no answer.
 */
export const citations: CompletionSource = {
  triggers: ['[', '^', ...TYPED_ON],
  complete(session, file, offset) {
    const suggestions = suggestCitations(file.document, offset)
    const own =
      suggestions?.items.map((item, rank) => referenceItem(session.client, file, suggestions, item, rank)) ?? []
    const offered = new Set(suggestions?.items.map(({ reference }) => reference.number))
    const others = sourceItems(
      session.client,
      file,
      offset,
      offered,
      (typed, limit) => session.sources(file.uri, typed, limit),
      session.today(),
    )
    return suggestions || others.length > 0 ? { isIncomplete: true, items: [...own, ...others] } : null
  },
}

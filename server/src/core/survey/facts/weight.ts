import type { Prose } from '../../markdown'
import type { Span } from '../../text/span'
import type { Words } from '../words'
import { normalTitle } from '../titles'

/** How far a block is written; and a heading without text, which is one that is being typed. */
export const WEIGHTS = { placeholder: 1, draft: 2, none: 4, text: 8, heading: 16 } as const

/** One of `WEIGHTS`, or 0 where there is nothing to read. */
export function weigh(block: Prose, text: string, placeholders: readonly Span[], words: Words): number {
  const without = [...placeholders, ...block.quiet.filter((quiet) => quiet.type === 'comment')]
  const rest = remove(text, block.span, without)
  if (
    !/[a-z0-9]/i.test(rest) &&
    !/[\p{L}\p{N}\p{So}]/u.test(rest) &&
    !block.quiet.some((quiet) => quiet.type === 'image')
  ) {
    return placeholders.length > 0 ? WEIGHTS.placeholder : 0
  }
  if (placeholders.length > 0) return WEIGHTS.draft
  return rest.length < 40 && words.saysNone(normalTitle(rest)) ? WEIGHTS.none : WEIGHTS.text
}

function remove(text: string, within: Span, spans: readonly Span[]): string {
  let rest = ''
  let at = within.from
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from < at) continue
    rest += `${text.slice(at, span.from)} `
    at = span.to
  }
  return rest + text.slice(at, within.to)
}

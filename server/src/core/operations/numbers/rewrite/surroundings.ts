import type { Span } from '../../../text/span'

/** With the brackets around it and the blank before it, where nothing else stands in those. */
export function withSurroundings({ from, to }: Span, text: string): Span {
  while (text[from - 1] === '(' && text[to] === ')') {
    from--
    to++
  }
  if (/[ \t]/u.test(text[from - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/u.test(text.slice(to, to + 1))) {
    while (/[ \t]/u.test(text[from - 1] ?? '')) from--
  } else if (/^(?:\n|$)/u.test(text[from - 1] ?? '')) {
    while (/[ \t]/u.test(text[to] ?? '')) to++
  }
  return { from, to }
}

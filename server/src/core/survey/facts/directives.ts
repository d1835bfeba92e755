import type { Span } from '../../text/span'

/** A comment that says where findings are not wanted. */
export interface Directive {
  readonly span: Span
  readonly reach: 'line' | 'next-line' | 'section' | 'file'
  readonly codes: readonly string[]
}

const DIRECTIVE = /<!--\s{0,99}survey-disable-(line|next-line|section|file)\b([^<>]{0,999}?)-->/gu

export function directivesIn(text: string, within: Span): readonly Directive[] {
  return [...text.slice(within.from, within.to).matchAll(DIRECTIVE)].map((match) => ({
    span: { from: within.from + match.index, to: within.from + match.index + match[0].length },
    reach: match[1] as Directive['reach'],
    codes: match[2]?.match(/[a-z][a-z-]*[a-z]/gu) ?? [],
  }))
}

import type { Span } from '../../text/span'
import type { Text } from '../../text/text'

/** As much of a span as is on its first line. */
export const onFirstLine = ({ from, to }: Span, text: Text): Span => {
  const end = text.slice(from, to).search(/\r?\n/u)
  return { from, to: end < 0 ? to : from + end }
}

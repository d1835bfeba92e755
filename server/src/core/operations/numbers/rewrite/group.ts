import type { GroupPart, NumberGroup } from '../../../references/model'
import { rises } from '../../../references/scan'
import { deletion, replacement, type Edit } from '../../../text/edit'
import { distinct } from './distinct'
import { runsOf } from './runs'
import { withSurroundings } from './surroundings'
import type { Writer } from './writer'

/** `[1, 3–5]`: number by number, its own commas and dashes kept. */
export function rewriteGroup({ span, parts }: NumberGroup, { mapping, merged, text }: Writer): readonly Edit[] {
  const isChanging = (number: number): boolean => mapping(number) !== number
  if (!parts.some(({ numbers }) => numbers.some(isChanging))) return []
  const separators = parts.map(({ span: { from } }, i) => (i === 0 ? '' : text.slice(parts[i - 1]?.span.to, from)))
  const comma = separators.find((each) => /^[,;] ?$/u.test(each)) ?? ', '
  const cited = new Set<number>()
  let written = ''
  parts.forEach((part, i) => {
    const numbers = distinct(part.numbers.map(mapping)).filter((number) => !cited.has(number) || !merged.has(number))
    if (numbers.length === 0) return
    written += cited.size > 0 ? separators[i] : ''
    written += part.numbers.some(isChanging)
      ? rewritten(part, numbers, comma, text)
      : text.slice(part.span.from, part.span.to)
    for (const number of numbers) cited.add(number)
  })
  return [
    written === ''
      ? deletion(withSurroundings(span, text))
      : replacement({ from: span.from + 1, to: span.to - 1 }, written),
  ]
}

function rewritten(
  { numbers: old, first, last }: GroupPart,
  numbers: readonly number[],
  comma: string,
  text: string,
): string {
  if (first === last) return String(numbers[0])
  const dash = text.slice(first.to, last.from)
  // A dash that made no range must not make one now.
  if (!rises(old[0] ?? 0, old.at(-1) ?? 0)) return numbers.join(rises(numbers[0] ?? 0, numbers[1] ?? 0) ? comma : dash)
  const sorted = [...numbers].sort((a, b) => a - b)
  const isPair = sorted.length === 2 && (sorted[1] ?? 0) - (sorted[0] ?? 0) === 1
  return isPair ? sorted.join(dash) : runsOf(sorted, String, dash, comma)
}

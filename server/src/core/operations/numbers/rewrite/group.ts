import { rises } from '../../../references/scan'
import { deletion, replacement, type Edit } from '../../../text/edit'
import type { Span } from '../../../text/span'
import { runsOf } from './runs'
import { withSurroundings } from './surroundings'
import type { Writer } from './writer'

/** `[1, 3–5]`: number by number, its own commas and dashes kept. */
export function rewriteGroup(span: Span, { mapping, text }: Writer): readonly Edit[] {
  const inside = text.slice(span.from + 1, span.to - 1)
  const written: string[] = []
  const cited = new Set<number>()
  let isChanged = false
  const add = (number: number | undefined): readonly number[] => {
    if (number === undefined || cited.has(number)) return []
    cited.add(number)
    return [number]
  }
  const separators = inside.match(/\s?[,;]\s?/gu) ?? []
  inside.split(/\s?[,;]\s?/u).forEach((part, i) => {
    const dash = /\s?[-\u2010-\u2015]\s?/u.exec(part)?.[0]
    const [from = 0, to = from] = part.split(GROUP_DASH).map(Number)
    const old =
      dash !== undefined && rises(from, to)
        ? Array.from({ length: to - from + 1 }, (_, k) => from + k)
        : dash === undefined
          ? [from]
          : [from, to]
    const changed = old.some((number) => mapping(number) !== number)
    const before = i > 0 && written.length > 0 ? (separators[i - 1] ?? ', ') : ''
    const numbers =
      changed || old.some((number) => cited.has(number)) ? old.flatMap((number) => add(mapping(number))) : old
    for (const number of numbers) cited.add(number)
    isChanged ||= changed
    if (numbers.length === 0) return
    if (!changed) written.push(before + part)
    else if (dash === undefined) written.push(before + String(numbers[0]))
    else if (rises(from, to))
      written.push(
        before +
          (numbers.length === 2 && follow(numbers)
            ? [...numbers].sort((a, b) => a - b).join(dash)
            : runsOf(
                [...numbers].sort((a, b) => a - b),
                String,
                dash,
              )),
      )
    else written.push(before + numbers.join(rises(numbers[0] ?? 0, numbers[1] ?? 0) ? ', ' : dash))
  })
  if (!isChanged) return []
  return [
    written.length === 0
      ? deletion(withSurroundings(span, text))
      : replacement({ from: span.from + 1, to: span.to - 1 }, written.join('')),
  ]
}

const follow = ([a = 0, b = 0]: readonly number[]): boolean => Math.abs(a - b) === 1

const GROUP_DASH = /[-\u2010-\u2015]/u

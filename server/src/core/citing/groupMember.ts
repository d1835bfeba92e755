import { rises } from '../references/scan'
import type { Survey } from '../survey/model'
import type { Span } from '../text/span'

/** One of several numbers in one pair of brackets, `[1, |3]`. */
export interface GroupMember {
  /** The member without the blanks around it. Offsets are those of the words that were given. */
  readonly span: Span
  /** What the others cite, ranges in full. */
  readonly others: readonly number[]
  /** What keeps the members apart: `, `. */
  readonly separator: string
}

/**
 * The member of a group that `at` is in, by the words between the brackets; undefined where they are no group, as all the other members would have to be
 * numbers, and one of them a reference's. `none` where a citation has no place in it: in a range, and
 * between a comma and the blank behind it.
 */
export function groupMember(words: string, at: number, survey: Survey): GroupMember | 'none' | undefined {
  const members = membersOf(words)
  const own = members.find(({ from, to }) => from <= at && at <= to)
  if (!own) return undefined
  const others = members
    .filter((member) => member !== own)
    .map(({ from, to }) => words.slice(from, to).trim())
    .filter((each) => each !== '')
  if (!others.every((each) => MEMBER.test(each))) return undefined
  const text = words.slice(own.from, own.to)
  // Of a single range, `[2-`, nobody can tell whether it is to be one, or words as `2-way`.
  if (members.length === 1) return undefined
  const isRange = RANGE.test(text.trim())
  const cited = others.flatMap(numbersOf)
  const isListed = (number: number): boolean =>
    [survey.references, survey.definitions].some((list) => list.some((each) => each.number === number))
  if (!cited.some(isListed)) return undefined
  if (isRange) return 'none'
  const from = own.from + text.length - text.trimStart().length
  if (at < from && text.trim() !== '') return 'none'
  return {
    span: { from: Math.min(from, at), to: Math.max(own.from + text.trimEnd().length, at) },
    others: cited,
    separator: separatorIn(words),
  }
}

const MEMBER = /^\d{1,6}(?:\s?[-\u2010-\u2015]\s?\d{1,6})?$/u
const RANGE = /^\d{1,6}\s?[-\u2010-\u2015]\s?\d{0,6}$/u

function membersOf(words: string): readonly Span[] {
  const ends = [...[...words.matchAll(/[,;]/gu)].map(({ index }) => index), words.length]
  return ends.map((to, i) => ({ from: i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, to }))
}

const separatorIn = (words: string): string => /[,;][ \t]?/u.exec(words)?.[0] ?? ', '

function numbersOf(member: string): readonly number[] {
  const [from = 0, to = from] = member.split(/[-\u2010-\u2015]/u).map(Number)
  return rises(from, to) ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [from, to]
}

import { shareInCommon } from '../text/shareInCommon'

/** Something with a title, and what is written below it. */
export interface Titled {
  readonly normal: string
  readonly text: string
}

/**
 * How surely one thing has become another, from 0 to 1, and 0 where it has not: by the words of the two texts; where one of them has too few
 * to tell, by their titles.
 */
export function likeness(a: Titled, b: Titled): number {
  const [ours, theirs] = [wordsIn(a.text), wordsIn(b.text)]
  const isByText = Math.min(ours.length, theirs.length) >= FEWEST_WORDS
  const share = isByText ? shareInCommon(ours, theirs) : shareInCommon(pairsIn(a.normal), pairsIn(b.normal))
  return share >= (isByText ? ALIKE_TEXTS : ALIKE_TITLES) ? share : 0
}

const FEWEST_WORDS = 8

/** Unlike texts share their articles and conjunctions, a third of all words or so. */
const ALIKE_TEXTS = 0.6
const ALIKE_TITLES = 0.75

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Two letters that follow each other: a slip changes few. */
const pairsIn = (title: string): readonly string[] =>
  Array.from({ length: Math.max(0, title.length - 1) }, (_, i) => title.slice(i, i + 2))

import { phrases } from '../vocabulary'

/** Words in front of a colon at the beginning of a line. */
export interface Plain {
  /** Where the words end in the line, and where the label ends: behind the colon. UTF-16 offsets. */
  readonly to: number
  readonly end: number
}

const PLAIN = /^(\p{L}[^\n:：*_`[\]()（）<>|.!?]{0,60}?)(?:[ \t]*[(（][^()（）\n]{0,60}[)）])?[ \t]*(?::(?=\s|$)|：)/u

/** More words than these are a sentence. */
const MOST_WORDS = 6

/** The plain label that a line begins with: `Pros: fast`, `Pros (so far):`. */
export function plainIn(line: string): Plain | undefined {
  const match = PLAIN.exec(line)
  const words = match?.[1] ?? ''
  return match && words.split(/\s+/u).length <= MOST_WORDS ? { to: words.length, end: match[0].length } : undefined
}

const PHRASE = new RegExp(String.raw`^(?:${phrases.join('|')})(?=[ \t]|$)`, 'iu')

/** The words that a line begins with and goes on from: `Good, because it is fast`. */
export function phraseIn(line: string): Plain | undefined {
  const length = PHRASE.exec(line)?.[0].length
  return length === undefined ? undefined : { to: length, end: length }
}

/** A line of few words that is no sentence. */
export const isFewWords = (line: string): boolean =>
  /^\p{L}[^\n:*_`[\]<>|]{0,60}(?<![.,;!?])$/u.test(line) && line.split(/\s+/u).length <= MOST_WORDS

import { judgingTitles } from './kinds'
import { phraseIn } from './labels/plain'
import type { Profile } from './profile'
import { normalTitle } from './titles'

/** Whether a text has any sign of a survey, found without parsing it. */
export type SignFinder = (text: string) => boolean

/**
 * Finds what a text must have to be taken for a survey by its structure: a line that may end like the heading above the initiatives, or
 * two that may be labels of sections, of the profile or of such as judge. It says yes too often and never no too often: where it says
 * no, reading the text would find nothing. Linear.
 */
export function signFinder({ initiatives, initiative, suffixes }: Profile): SignFinder {
  const labels = sequences([...initiative.flatMap(({ title, aliases }) => [title, ...aliases]), ...judgingTitles])
  const endings = new Set(
    [initiatives.title, ...initiatives.endings].flatMap((ending) => wordsOf(normalTitle(ending)).slice(-1)),
  )
  const tails = new Set(suffixes.flatMap((suffix) => wordsOf(normalTitle(suffix)).slice(0, 1)))
  const isLabelAt = (words: Words, first: number): boolean =>
    labels.get(words.at(first)?.word ?? '')?.some((sequence) => isSequenceAt(words, first, sequence, tails)) === true

  const hasEnding = (words: Words): boolean => {
    for (let i = 0; ; i++) {
      const found = words.at(i)
      if (!found || endings.has(found.word)) return found !== undefined
    }
  }
  const hasLabel = (words: Words): boolean => {
    for (let i = 0; words.isTangled || i < WORDS_BEFORE; i++) {
      if (!words.at(i)) return false
      if (isLabelAt(words, i)) return true
    }
    return false
  }

  return (written) => {
    const text = written.normalize('NFC')
    let isSecond = false
    let paragraph = 0
    for (let from = 0; from < text.length;) {
      const to = endOfLine(text, from)
      const line = new Words(text, from, to)
      if (mayBeHeading(text, from, to) && hasEnding(line)) return true
      if (hasLabel(line)) {
        if (isSecond) return true
        isSecond = true
      }
      const isBlank = line.at(0) === undefined
      if (isBlank) {
        // An underline makes a heading of the lines above it.
        if (UNDERLINE.test(text.slice(from, to)) && hasEnding(new Words(text, paragraph, from))) return true
        paragraph = to
      }
      from = text.startsWith('\r\n', to) ? to + 2 : to + 1
    }
    return false
  }
}

/** How many words may stand in front of a label's: `Option 2: A. Pros`. Pictures and marks are no words. */
const WORDS_BEFORE = 4

/** What makes words stand elsewhere than where one reads them: tags, links and pictures, and marks within a word. */
const TANGLED = /<|\]\(|&(?:nbsp|#160);|[\p{L}\p{M}][*_`\\]+\p{L}/iu

/** UTF-16 units. */
const HEADING_MARKS = 60
const HEADING = /^[\s>*+\-\d.)]*#/u
const UNDERLINE = /^[\s>*+\d.)]*[-=][\s>*+\-=\d.)]*$/u

/** The one letter among pictures is no word: ℹ. What is longer than any word counts as several: one of megabytes is too long for a pattern. */
const WORD = /(?!\u2139)\p{L}(?:(?!\u2139)[\p{L}\p{M}]){0,99}/gu

interface Word {
  readonly word: string
  /** Where it ends. A UTF-16 offset. */
  readonly to: number
}

/** The words of a line, in lower case, each looked for when somebody asks. */
class Words {
  private readonly found: Word[] = []
  private next: number
  readonly isTangled: boolean

  constructor(
    readonly text: string,
    from: number,
    readonly end: number,
  ) {
    this.next = from
    const line = text.slice(from, end)
    this.isTangled = TANGLED.test(line)
    if (this.isTangled) {
      this.text = line.replace(/&(?:nbsp|#160);/giu, ' ').replace(/[*_`\\]+/gu, '')
      this.next = 0
      this.end = this.text.length
    }
  }

  at(index: number): Word | undefined {
    while (this.found.length <= index) {
      WORD.lastIndex = this.next
      const match = this.next < this.end ? WORD.exec(this.text) : null
      if (!match || match.index >= this.end) {
        this.next = this.end
        return undefined
      }
      this.next = WORD.lastIndex
      this.found.push({ word: match[0].toLowerCase(), to: this.next })
    }
    return this.found[index]
  }
}

const wordsOf = (text: string): readonly string[] => (text.match(WORD) ?? []).map((word) => word.toLowerCase())

/** Titles as the words that they consist of, by the first of them. */
function sequences(titles: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const title of titles) {
    const words = wordsOf(normalTitle(title))
    const [first] = words
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), words])
  }
  return found
}

/** Whether a title's words stand there, and no more of a sentence behind them. */
function isSequenceAt(words: Words, first: number, sequence: readonly string[], tails: ReadonlySet<string>): boolean {
  if (!sequence.every((word, i) => words.at(first + i)?.word === word)) return false
  const { to } = words.at(first + sequence.length - 1) as Word
  const isFollowed = /^[ \t]+\p{L}/u.test(words.text.slice(to, to + 40))
  return !isFollowed || isPhrase(sequence) || tails.has(words.at(first + sequence.length)?.word ?? '')
}

/** A title of several words that a sentence goes on from. */
const isPhrase = ([first = '', ...others]: readonly string[]): boolean =>
  others.length > 0 && phraseIn(`${first}, ${others.join(' ')}`) !== undefined

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.length : feed
  const carriage = text.slice(from, end).indexOf('\r')
  return carriage < 0 ? end : from + carriage
}

const mayBeHeading = (text: string, from: number, to: number): boolean =>
  HEADING.test(text.slice(from, Math.min(to, from + HEADING_MARKS)))

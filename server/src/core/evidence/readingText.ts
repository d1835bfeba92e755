import type { Quiet } from '../markdown'
import { overlaps, shift, type Span } from '../text/span'
import type { Text } from '../text/text'

/** A stretch of prose as it is read, every character where it stands in the text. */
export interface ReadingText {
  /** Blanks stand for line breaks, marks, comments, citations and the targets of links; code is one word. */
  readonly words: string
  /** Where its author says that it is their own, in offsets of the text. */
  readonly own: readonly Span[]
  /** Links to the web, in offsets of the text. */
  readonly links: readonly Span[]
}

export function readingText(
  within: Span,
  text: Text,
  quiet: readonly Quiet[],
  cites: readonly Span[],
  ownWords: readonly string[],
): ReadingText {
  const written = text.slice(within.from, within.to)
  const letters = written.split('')
  const fill = ({ from, to }: Span, letter: string): void =>
    void letters.fill(letter, Math.max(0, from - within.from), Math.min(letters.length, to - within.from))
  const links: Span[] = []
  for (const each of quiet) {
    const source = text.slice(each.from, each.to)
    const target = each.type === 'link' ? /\](?=[([])[^]*$/u.exec(source)?.index : undefined
    if (each.type === 'link' && target !== undefined) {
      fill({ from: each.from + target, to: each.to }, ' ')
      fill({ from: each.from, to: each.from + 1 }, ' ')
      if (/\]\(<?https?:/iu.test(source)) links.push(each)
    } else if (each.type === 'address') {
      fill(each, 'x')
      links.push(each)
    } else if (each.type !== 'escape' && each.type !== 'link') fill(each, SPOKEN.has(each.type) ? 'x' : ' ')
  }
  for (const { index, 0: address } of written.matchAll(/https?:\/\/[^\s<>()[\]]+/gu)) {
    const bare = shift({ from: index, to: index + address.length }, within.from)
    if (!quiet.some((each) => overlaps(each, bare))) links.push(bare)
  }
  const own = ownWords.flatMap((word) => placesOf(word, written).map((place) => shift(place, within.from)))
  for (const place of [...cites, ...own]) fill(place, ' ')
  const words = letters
    .join('')
    .replace(/\r?\n[ \t>]*/gu, (lineBreak) => ' '.repeat(lineBreak.length))
    .replace(/[*~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (marks) => ' '.repeat(marks.length))
    // What is left of citations in parentheses.
    .replace(/\([\s,;–-]*\)/gu, (empty) => ' '.repeat(empty.length))
  const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.from - b.from)
  return { words, own: inOrder(own), links: inOrder(links) }
}

/** What a reader reads as a word. */
const SPOKEN: ReadonlySet<Quiet['type']> = new Set(['code', 'math'])

function placesOf(word: string, text: string): readonly Span[] {
  const [sought, within] = [word.toLowerCase(), text.toLowerCase()]
  const found: Span[] = []
  if (sought === '' || within.length !== text.length) return found
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length))
    found.push({ from: at, to: at + sought.length })
  return found
}

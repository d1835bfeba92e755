import type { Span } from '../../text/span'
import type { SlugStyle } from '../slugs'

/** A list of links to headings near the top of a file. Offsets are UTF-16 units. */
export interface Contents {
  readonly entries: readonly ContentsEntry[]
  /** Every heading of the file, in text order. */
  readonly headings: readonly ListedHeading[]
  /** How its links call headings. */
  readonly style: SlugStyle
  /** Whether its links go by what makes anchors of headings here: where few lead anywhere, a site makes them in a way of its own. */
  readonly isUnderstood: boolean
}

/** An item of a list that is a link to a heading of the same file and nothing else: `- [Plasma](#plasma)`. */
export interface ContentsItem {
  /** From the first blank or mark of its line to behind the link. */
  readonly span: Span
  /** `  - `, `1. `: what stands in front of the link. */
  readonly mark: string
  readonly words: Span
  /** What stands after `#`, as it is written. */
  readonly anchor: Span
}

export interface ContentsEntry extends ContentsItem {
  /** What it leads to, if that is a heading. */
  readonly heading?: ListedHeading
  /** Whether it leads to anything. */
  readonly leads: boolean
  /** What it may be meant to lead to, where that is no heading. */
  readonly meant?: ListedHeading
}

export interface HeadingWords {
  readonly span: Span
  /** 1 to 6. */
  readonly level: number
  /** As they are written. */
  readonly words: string
}

export interface ListedHeading extends HeadingWords {
  readonly slug: string
  /** The nearest heading above it that is of a higher level; undefined where there is none. */
  readonly parent: ListedHeading | undefined
}

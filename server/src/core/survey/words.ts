import type { Profile } from './profile'
import { normalTitle, startsUnspaced } from './titles'

/** The words of a profile that are looked for in every block. */
export interface Words {
  saysNone(normalText: string): boolean
  /** Matches wherever `placeholder` does, and is sooner ready and done. */
  readonly mayHoldPlaceholder: RegExp
  /** Global; matches text still to be written. */
  readonly placeholder: RegExp
}

export function wordsOf({ none, placeholders }: Profile): Words {
  const nothing = new Set(none.map(normalTitle))
  return {
    saysNone: (text) => nothing.has(text.replace(/^[-+*\s]+/u, '')),
    mayHoldPlaceholder: new RegExp([String.raw`\?\?`, ...placeholders.map(escaped)].join('|')),
    placeholder: placeholderPattern(placeholders),
  }
}

/** `???` and what sticks to it, dates with unknown parts, and the profile's words. Three marks after a word are a question. */
function placeholderPattern(words: readonly string[]): RegExp {
  const parts = [String.raw`(?<![\p{L}\p{N}?])\?{3,}[\p{L}\p{N}]*`, String.raw`(?<!\d)\d{4}-(?:\d\d-)?\?\?(?:-\?\?)?`]
  const spaced = words.filter((word) => !startsUnspaced(word))
  if (spaced.length > 0) parts.push(String.raw`(?<![\p{L}\p{N}_])(?:${spaced.map(escaped).join('|')})(?![\p{L}\p{N}_])`)
  parts.push(...words.filter(startsUnspaced).map(escaped))
  return new RegExp(parts.join('|'), 'gu')
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

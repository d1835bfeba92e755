import { REFERENCES, type Profile } from './profile'
import { isReferencesTitle } from './referenceTitles'
import { initiativesMatcher, normalTitle, startsUnspaced, titleMatcher, type TitleMatcher } from './titles'

/** A profile made ready for reading: everything that is looked up for each block. */
export interface Reader {
  readonly profile: Profile
  readonly initiativeSection: TitleMatcher
  readonly surveySection: TitleMatcher
  opensInitiatives(normalTitle: string): boolean
  saysNone(normalText: string): boolean
  /** Matches wherever `placeholder` does, and is sooner ready and done. */
  readonly mayHoldPlaceholder: RegExp
  /** Global; matches text still to be written. */
  readonly placeholder: RegExp
}

export function readerOf(profile: Profile): Reader {
  const own = titleMatcher(profile.survey, profile.suffixes)
  const references = profile.survey.find(({ kind }) => kind === REFERENCES)
  const none = new Set(profile.none.map(normalTitle))
  return {
    profile,
    initiativeSection: titleMatcher(profile.initiative, profile.suffixes),
    surveySection: (title) => own(title) ?? (isReferencesTitle(title) ? references : undefined),
    opensInitiatives: initiativesMatcher(profile.initiatives),
    saysNone: (text) => none.has(text.replace(/^[-+*\s]+/u, '')),
    mayHoldPlaceholder: new RegExp([String.raw`\?\?`, ...profile.placeholders.map(escaped)].join('|')),
    placeholder: placeholderPattern(profile.placeholders),
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

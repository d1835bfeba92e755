import { LINK_TARGET } from '../markdown/linkTarget'
import type { InitiativesTemplate, SectionTemplate } from './profile'

/** Looks for the start of a run only: a run of nothing but blanks would take the square of its length. */
const CITATIONS = new RegExp(String.raw`(?<![\s(,;])[\s(,;]*\[\[?\^?\d+\]\]?(?:${LINK_TARGET})?\)?`, 'gu')

/** Most titles are nothing but words. */
const PLAIN_WORDS = /^[A-Za-z\d]+(?:[ -][A-Za-z\d]+)*$/

/** How titles are compared: without case, citations, marks, entities and closing punctuation. Linear, as titles may be anything. */
export const normalTitle = (text: string): string =>
  PLAIN_WORDS.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFC')
        .replace(CITATIONS, ' ')
        .replace(/&(?:nbsp|#160);/gi, ' ')
        .replace(/[*_`\\]/gu, '')
        .replace(/[\s\u00a0]+/gu, ' ')
        .trim()
        .replace(/(?<![\s.:?!…。：？！])[\s.:?!…。：？！]+$/u, '')
        .toLowerCase()

/** Finds the section template that a title names. */
export type TitleMatcher = (normalTitle: string) => SectionTemplate | undefined

export function titleMatcher(templates: readonly SectionTemplate[], suffixes: readonly string[]): TitleMatcher {
  const byTitle = new Map<string, SectionTemplate>()
  for (const template of templates) {
    for (const title of [template.title, ...template.aliases]) byTitle.set(normalTitle(title), template)
    // A title that is still to be written is no section's.
    byTitle.delete('')
  }
  const tails = suffixes.map((suffix) =>
    /\p{L}$/u.test(suffix) ? ` ${suffix.normalize('NFC').toLowerCase()} ` : ` ${suffix}`,
  )
  return (title) => {
    const exact = byTitle.get(title)
    if (exact) return exact
    for (const tail of tails) {
      const at = title.indexOf(tail)
      const template = at > 0 ? byTitle.get(normalTitle(title.slice(0, at))) : undefined
      if (template) return template
    }
    return undefined
  }
}

/** Whether a title is that of the heading above the initiatives. */
export function initiativesMatcher({ title, endings }: InitiativesTemplate): (normalTitle: string) => boolean {
  const titles = new Set([title, ...endings].map(normalTitle).filter((each) => each !== ''))
  const tails = endings
    .map(normalTitle)
    .filter((each) => each !== '')
    .map((ending) => (startsUnspaced(ending) ? ending : ` ${ending}`))
  return (found) => titles.has(found) || tails.some((tail) => found.endsWith(tail))
}

/** Chinese, Japanese and Thai put no blanks between words. */
export const startsUnspaced = (words: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)

/** `#1 Plasma`, `#? What else?`, `#7`: the number and where the name begins. */
export const INITIATIVE_NUMBER = /^#[ \t]?(\d+|\?+)(?![^\s.:)])[.:)]?[ \t]*/u

export const withoutCitations = (title: string): string => title.replace(CITATIONS, '').trim()

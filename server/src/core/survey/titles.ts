import type { Profile, SectionTemplate } from './profile'

/** How titles are compared: without case, citations, marks, entities and closing punctuation. */
export const normalTitle = (text: string): string =>
  text
    .replace(/\[\[?\d+\]\]?(?:\([^()\s]*\))?/gu, ' ')
    .replace(/&nbsp;|&#160;/giu, ' ')
    .replace(/[*_`\\]/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(/[\s.:?!…]+$/u, '')
    .toLowerCase()

/** Finds the section template that a title names. */
export type TitleMatcher = (normalTitle: string) => SectionTemplate | undefined

export function titleMatcher(templates: readonly SectionTemplate[], suffixes: readonly string[]): TitleMatcher {
  const byTitle = new Map<string, SectionTemplate>()
  for (const template of templates) {
    for (const title of [template.title, ...template.aliases]) byTitle.set(normalTitle(title), template)
  }
  const tails = suffixes.map((suffix) => (/\p{L}$/u.test(suffix) ? ` ${suffix.toLowerCase()} ` : ` ${suffix}`))
  return (title) => {
    const exact = byTitle.get(title)
    if (exact) return exact
    for (const tail of tails) {
      const at = title.indexOf(tail)
      const template = at > 0 ? byTitle.get(title.slice(0, at)) : undefined
      if (template) return template
    }
    return undefined
  }
}

export const opensInitiatives = (profile: Profile, title: string): boolean =>
  profile.initiatives.endings.some((ending) => title === ending || title.endsWith(` ${ending}`))

/** `#1 Plasma`, `#? What else?`, `#7`: the number and where the name begins. */
export const INITIATIVE_NUMBER = /^#[ \t]?(\d+|\?+)(?![^\s.:)])[.:)]?[ \t]*/u

const CITATIONS = /[\s(,;]*\[\[?\d+\]\]?(?:\([^()\s]*\))?\)?/gu

export const withoutCitations = (title: string): string => title.replace(CITATIONS, '').trim()

/**
 * How a site makes, of a heading, what links call it after `#`. A table: a site that does it in another way is one more entry.
 * The first is what is meant where a file does not show it.
 */
export const slugStyles: readonly SlugStyle[] = [
  {
    id: 'github',
    // Lower case, blanks as `-`, punctuation and symbols left out; VS Code does the same.
    slugOf: (words) => hyphened(words.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\s-]/gu, '')),
  },
  {
    id: 'gitlab',
    // The same with one `-` for several.
    slugOf: (words) => hyphened(words.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\s-]/gu, '')).replace(/-{2,}/gu, '-'),
  },
  {
    id: 'mdbook',
    // Letters and digits, `_` and `-`: no signs that combine with letters.
    slugOf: (words) => hyphened(words.replace(/[^\p{L}\p{N}_\s-]/gu, '')),
  },
]

export interface SlugStyle {
  readonly id: 'github' | 'gitlab' | 'mdbook'
  /** Of words in lower case, without the marks of links and emphasis. */
  slugOf(words: string): string
}

/** What links call each heading, in text order, as they are written; one that was there before gets `-1`, `-2`. */
export function slugsOf(headings: readonly string[], { slugOf }: SlugStyle = GITHUB): readonly string[] {
  const counts = new Map<string, number>()
  return headings.map((heading) => {
    const [, own] = OWN.exec(heading) ?? []
    if (own !== undefined) return own.toLowerCase()
    const slug = slugOf(plain(heading).trim().toLowerCase())
    const count = counts.get(slug)
    counts.set(slug, (count ?? -1) + 1)
    return count === undefined ? slug : `${slug}-${count + 1}`
  })
}

/** An anchor that its author chose: `Plasma {#plasma}`. */
const OWN = /\{[^{}]{0,100}#([^\s{}]{1,200})[^{}]{0,100}\}\s*$/u

const GITHUB = slugStyles[0] as SlugStyle

const hyphened = (words: string): string => words.replace(/\s/gu, '-')

/** Without addresses of links and the underscores of emphasis; other marks are punctuation. */
const plain = (heading: string): string =>
  heading
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu, '')

/** What stands after `#` in a link, as anchors are compared. */
export function linkedSlug(written: string): string {
  try {
    return decodeURIComponent(written).toLowerCase()
  } catch {
    return written.toLowerCase()
  }
}

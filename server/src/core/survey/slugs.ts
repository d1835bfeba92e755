/**
 * What links to headings call them after `#`, as GitHub and VS Code do: lower case, blanks as `-`, punctuation and symbols
 * left out; one that was there before gets `-1`, `-2`. `headings` are all of a file in text order, as they are written.
 */
export function slugsOf(headings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return headings.map((heading) => {
    const slug = slugOf(heading)
    const count = counts.get(slug)
    counts.set(slug, (count ?? -1) + 1)
    return count === undefined ? slug : `${slug}-${count + 1}`
  })
}

const slugOf = (heading: string): string =>
  plain(heading)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-')

/** Without addresses of links and the underscores of emphasis; other marks are punctuation. */
const plain = (heading: string): string =>
  heading
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu, '')

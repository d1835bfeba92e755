import { readable } from '../markdown/readable'
import { folded } from '../text/fold'
import { oneLine } from '../text/oneLine'
import { bestMatches, wordsIn } from './match'

/**
 * The authors by whom each of these sources was found: of them alone a word that was typed is, and not in the title. For what is shown: who looks for
 * somebody wants to see the name. Of many authors the one that was meant, `V. Buterin et al.`; undefined where it was found otherwise.
 */
export function soughtAuthors(
  typed: string,
  sources: readonly { readonly title: string | undefined; readonly authors: string | undefined }[],
): readonly (string | undefined)[] {
  const titles = sources.map(({ title }) => folded(readable(title ?? '')))
  const authors = sources.map(({ authors: written }) => oneLine(readable(written ?? '')))
  const names = authors.map(folded)
  const found = new Map<number, string>()
  for (const word of wordsIn(typed).filter(({ length }) => length >= SHORTEST_NAME_SOUGHT)) {
    const others = [...sources.keys()].filter((i) => !found.has(i) && names[i] !== '' && !titles[i]?.includes(word))
    const matched = bestMatches(
      others.map((i) => names[i] ?? ''),
      word,
      others.length,
    )
    for (const i of matched) found.set(others[i] ?? -1, word)
  }
  return authors.map((all, i) => {
    const word = found.get(i)
    return word === undefined ? undefined : brief(all, word)
  })
}

/** A letter alone is in every name, as an initial. */
const SHORTEST_NAME_SOUGHT = 2

function brief(authors: string, word: string): string {
  const each = namesIn(authors)
  if (each.length === 1 || authors.length <= LONGEST_AUTHORS_SHOWN) return authors
  const best = bestMatches(each.map(folded), word, 1)[0] ?? 0
  return `${each[best] ?? authors} et al.`
}

/** In UTF-16 units: a list is narrow, and the title has to stand in it, too. */
const LONGEST_AUTHORS_SHOWN = 24

/** `Poon, J. and T. Dryja` are two. */
const namesIn = (authors: string): readonly string[] =>
  authors
    .split(/,?\s+(?:and|&)\s+|[,;]\s+(?!(?:\p{Lu}\.[\s-]?)+(?:[,;]|\s(?:and|&)\s|$))/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')

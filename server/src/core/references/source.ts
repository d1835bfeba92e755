import { arxivIn, doiIn, normalAddress } from './address'
import type { Reference } from './model'

/** A source that may be cited, wherever it was found: a pasted address, an entry of a bibliography, a reference of another survey. */
export interface Source {
  readonly title?: string
  /** As reference lists have them: `J. Poon, T. Dryja and V. Buterin`. */
  readonly authors?: string
  readonly url?: string
  /** `10.1000/xyz`. */
  readonly doi?: string
  readonly year?: string
  /** When it was read, `YYYY-MM-DD`, where it was read before today. */
  readonly accessed?: string
  /** What its bibliography calls it: `poon2016`. */
  readonly key?: string
}

/** Where a reader finds it: its address, else that of its DOI. */
export const addressOf = ({ url, doi }: Source): string | undefined =>
  url ?? (doi === undefined ? undefined : `https://doi.org/${doi}`)

/** Every address by which two lists may have the same source, as `Reference.source` has them. */
export function sourceKeys({ url, doi }: Source): readonly string[] {
  const keys = [url, doi].map((address) => (address === undefined ? undefined : normalAddress(address)))
  return [...new Set(keys.filter((key) => key !== undefined))]
}

/** A source by nothing but its address, its DOI or its arXiv id; undefined where a text is none of them. */
export function addressedSource(text: string): Source | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/u, '$1')
  const arxiv = arxivIn(trimmed)
  // Which version was read is for the author to say; any of them is the same source.
  if (arxiv !== undefined)
    return {
      url: /^https?:/iu.test(trimmed)
        ? trimmed
        : `https://arxiv.org/abs/${arxiv}${/\d(v\d{1,3})$/iu.exec(trimmed)?.[1]?.toLowerCase() ?? ''}`,
    }
  const doi = doiIn(trimmed)
  if (doi !== undefined) return { url: `https://doi.org/${doi}`, doi }
  const address = /^(?:https?:\/\/|www\.)[^\s<>]+$/iu.test(trimmed) ? normalAddress(trimmed) : undefined
  if (address === undefined) return undefined
  const published = doiIn(address)
  return {
    url: /^www/iu.test(trimmed) ? `https://${trimmed}` : trimmed,
    ...(published !== undefined && { doi: published }),
  }
}

/** An entry of a reference list as a source that another survey may cite; undefined where nothing of it can be told. */
export function sourceFrom({ title, authors, url }: Reference): Source | undefined {
  if (!title && !url) return undefined
  return {
    ...(title && { title: unescaped(title.text) }),
    ...(authors && { authors: unescaped(authors.text) }),
    ...(url && { url: unescaped(url.text) }),
  }
}

const unescaped = (text: string): string => text.replace(/\\(?=[\p{P}\p{S}])/gu, '').replace(/\s+/gu, ' ')

import { addressedSource, type Source, type Span } from '../../core'
import type { SourceFormat } from '../format'

/** Addresses, DOIs and arXiv ids, one a line; `[Title](https://…)` as well. */
export const address: SourceFormat = {
  id: 'address',
  summary: 'An address, a DOI or an arXiv id',
  extensions: [],
  example: 'https://arxiv.org/abs/1601.12345',
  needs: [],

  looksLike(text) {
    const found = text.length > LONGEST_PASTE ? [] : linesOf(text)
    return found.length > 0 && found.every(({ source }) => source)
  },

  *scan(text) {
    for (const { span, source, words } of linesOf(text)) {
      if (source) yield { entry: { span, words, source: () => source } }
      else yield { problem: { span, message: 'This is neither an address nor a DOI or an arXiv id.' } }
    }
  },
}

/** UTF-16 units: who pastes more did not mean a few addresses. */
const LONGEST_PASTE = 20_000

const LINK = /^\[([^[\]\n]{1,1000})\]\((\S+)\)$/u

/** Without what stands around addresses where they are copied from: `DOI: https://doi.org/…`, `arXiv:1601.12345 [cs.CR]`, the end of a sentence. */
const asCopied = (words: string): string =>
  words
    .replace(/^doi:?\s{1,3}(?=https?:\/\/|10\.)/iu, '')
    .replace(/^(arxiv:\s{0,3}\S{1,40})\s{1,3}\[[a-z.-]{1,30}\]\.?$/iu, '$1')
    .replace(/(?<![.,;])[.,;]+$/u, '')

/** `1801.00001v2`: year, month and number. */
const BARE_ARXIV = /^\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,3})?$/u

function linesOf(
  text: string,
): readonly { readonly span: Span; readonly words: string; readonly source: Source | undefined }[] {
  return [...text.matchAll(/[^\r\n]+/gu)].flatMap(({ index, 0: line }) => {
    const words = line.replace(/^\ufeff/u, '').trim()
    if (words === '') return []
    const from = index + line.indexOf(words)
    const copied = asCopied(words).replace(BARE_ARXIV, 'arXiv:$&')
    const [, title, url] = LINK.exec(copied) ?? []
    const source = addressedSource(url ?? copied)
    return [
      {
        span: { from, to: from + words.length },
        words,
        source: source && title !== undefined && addressedSource(title) === undefined ? { ...source, title } : source,
      },
    ]
  })
}

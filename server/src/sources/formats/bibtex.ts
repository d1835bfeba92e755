import { addressedSource, doiIn, type Source, type Span } from '../../core'
import type { ScannedEntry, SourceFormat } from '../format'
import { authorsOf } from '../authors'
import type { BibtexLibrary } from './bibtex/library'
import { bibtexBlocks, type BibtexBlock } from './bibtex/scan'

/** BibTeX and BibLaTeX. Entries are found here, as that is quick and tells where they are; what one says, the library reads. */
export const bibtex: SourceFormat = {
  id: 'bibtex',
  summary: 'BibTeX and BibLaTeX',
  extensions: ['.bib', '.bibtex'],
  example:
    '@article{poon2016, title = {The Bitcoin Lightning Network}, author = {Poon, Joseph and Dryja, Thaddeus}, year = 2016, url = {https://lightning.network/paper.pdf}}',
  needs: ['bibtex'],

  looksLike: (text) => /(?:^|\n)\s*@[a-z]+\s*[{(]\s*[^\s,{}()]*\s*[,=]/iu.test(text.slice(0, 20_000)),

  *scan(text, { bibtex: library }) {
    const strings: string[] = []
    const byKey = new Map<string, Span>()
    for (const found of bibtexBlocks(text)) {
      if ('problem' in found) {
        yield found
      } else if (found.block.kind === 'string') {
        const { from, to } = found.block.span
        if (strings.length < MOST_STRINGS && to - from < LONGEST_STRING) strings.push(text.slice(from, to))
      } else {
        const { block } = found
        if (block.key !== '') byKey.set(block.key.toLowerCase(), block.span)
        yield { entry: entryOf(text, block, strings, byKey, library) }
      }
    }
  },
}

/** Every entry is read with all of them. */
const MOST_STRINGS = 1000
const LONGEST_STRING = 1000

function entryOf(
  text: string,
  block: BibtexBlock,
  strings: readonly string[],
  byKey: ReadonlyMap<string, Span>,
  library: BibtexLibrary | undefined,
): ScannedEntry {
  const { span, key } = block
  const raw = rawFields(text, block)
  const words = WORDS.map(raw)
    .filter((each) => each !== undefined)
    .map(withoutLatex)
  // There may be very many: where an entry is suffices to read it when it is asked for.
  return {
    span,
    words: [...words, hostIn(raw('url') ?? raw('howpublished')), key].join(' '),
    source: () => sourceOf(text, span, strings, byKey, library),
  }
}

const rawFields =
  (text: string, { fields }: BibtexBlock) =>
  (name: string): string | undefined => {
    const span = fields.get(name)
    return span && text.slice(span.from, Math.min(span.to, span.from + LONGEST_FIELD))
  }

/** The block that has been found in a stretch of a text, with what it says. */
function blockIn(text: string, span: Span): BibtexBlock | undefined {
  for (const found of bibtexBlocks(text, span)) if ('block' in found) return found.block
  return undefined
}

const WORDS = ['title', 'author', 'editor', 'year', 'date']

/** UTF-16 units: of hundreds of authors the first will do. */
const LONGEST_FIELD = 5000

function sourceOf(
  text: string,
  span: Span,
  strings: readonly string[],
  byKey: ReadonlyMap<string, Span>,
  library: BibtexLibrary | undefined,
): Source {
  const block = blockIn(text, span)
  if (!block) return {}
  const raw = rawFields(text, block)
  const parent =
    block.fields.has('crossref') || block.fields.has('xdata')
      ? byKey.get(
          withoutLatex(raw('crossref') ?? raw('xdata') ?? '')
            .trim()
            .toLowerCase(),
        )
      : undefined
  const own = ownEntry(block, raw)
  const mentioned = strings.filter((each) => own.includes(/[{(]\s*([\w:+.-]+)/u.exec(each)?.[1] ?? '\0'))
  const read = library?.readEntry([...mentioned, own].join('\n'))
  const field = (name: string): string | undefined => {
    const value = read?.fields[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const title = read?.title ?? (raw('title') === undefined ? undefined : withoutLatex(raw('title') ?? ''))
  const authors = read && authorsOf(read.authors)
  const [given] = ['url', 'howpublished', 'note']
    .map((name) => addressIn(raw(name), name === 'url'))
    .filter((each) => each !== undefined)
  const eprint =
    /arxiv/iu.test(raw('archiveprefix') ?? raw('eprinttype') ?? '') || /^\W*\d{4}\.\d{4,5}/u.test(raw('eprint') ?? '')
      ? withoutLatex(raw('eprint') ?? '')
          .trim()
          .replace(/^arxiv:\s*/iu, '')
      : ''
  const url = given ?? (eprint === '' ? undefined : addressedSource(`arXiv:${eprint}`)?.url)
  const doi = doiIn(addressIn(raw('doi')) ?? unescaped(withoutDelimiters(raw('doi') ?? '')))
  // Of what a collection hands on to its papers, only the year is asked for.
  const collection = parent && blockIn(text, parent)
  const inherited = collection && (collection.fields.get('year') ?? collection.fields.get('date'))
  const year = /\d{4}/u.exec(
    field('year') ??
      field('date') ??
      raw('year') ??
      raw('date') ??
      (inherited ? text.slice(inherited.from, inherited.to) : ''),
  )?.[0]
  const accessed = /\d{4}-\d{2}-\d{2}/u.exec(raw('urldate') ?? '')?.[0]
  return {
    ...(title && { title }),
    ...(authors !== undefined && { authors }),
    ...(url !== undefined && { url }),
    ...(doi !== undefined && { doi }),
    ...(year !== undefined && { year }),
    ...(accessed !== undefined && { accessed }),
    ...(block.key !== '' && { key: block.key }),
  }
}

/** The entry with nothing but what is asked for: abstracts and the like take the library long. */
function ownEntry({ key, fields }: BibtexBlock, raw: (name: string) => string | undefined): string {
  const wanted = READ.filter((name) => fields.has(name)).map((name) => `  ${name} = ${raw(name) ?? '{}'}`)
  return `@misc{${key || 'entry'},\n${wanted.join(',\n')}\n}`
}

const READ = ['title', 'author', 'editor', 'year', 'date']

/** An address as it is meant: LaTeX has signs of its own in front of some characters. Quotes end one, unless it `isAll` that stands in braces. */
function addressIn(value: string | undefined, isAll = false): string | undefined {
  const found =
    value === undefined
      ? undefined
      : (isAll && !/^[\s{]*"/u.test(value) ? /https?:\/\/[^\s<>]+/iu : /https?:\/\/[^\s"<>]+/iu).exec(value)?.[0]
  return found && unescaped(found.replace(/\}+$/u, '')).replaceAll('"', '%22')
}

const unescaped = (text: string): string =>
  text
    .replace(/\\([_%&#~$^{}])(?:\{\})?/gu, '$1')
    .replace(/\{([_%&#~])\}/gu, '$1')
    .replaceAll('\\url{', '')
    .trim()

const withoutDelimiters = (text: string): string => text.replace(/^[{"\s]+|[}"\s]+$/gu, '')

const hostIn = (value: string | undefined): string => /\/\/([^/\s{}"]+)/u.exec(value ?? '')?.[1] ?? ''

/** A value as it can be looked for: accents and commands of LaTeX gone, their letters kept. Folding does the rest. */
function withoutLatex(value: string): string {
  if (!/[\\{}"$~]/u.test(value)) return value
  return value
    .replace(/\\(ss|aa|ae|oe|AA|AE|OE|[oOlLij])(?![a-zA-Z])/gu, '$1')
    .replace(/\\[a-zA-Z]+\s*|\\./gu, '')
    .replace(/[{}"$]+/gu, '')
    .replaceAll('~', ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

import { doiIn, type Source } from '../../core'
import { authorsOf, type Name } from '../authors'
import type { ScannedEntry, SourceFormat, SourceProblem } from '../format'

/**
 * CSL-JSON, as Zotero and Pandoc have it: a list of items, or one item; or the list as `items`, as Zotero's web API has it.
 * https://docs.citationstyles.org/en/stable/specification.html lists the variables.
 */
export const cslJson: SourceFormat = {
  id: 'csl-json',
  summary: 'CSL-JSON, as Zotero and Pandoc have it',
  extensions: ['.json'],
  example:
    '[{ "id": "poon2016", "type": "article", "title": "The Bitcoin Lightning Network", "author": [{ "family": "Poon", "given": "Joseph" }], "issued": { "date-parts": [[2016]] } }]',
  needs: [],

  looksLike: (text) =>
    /^\ufeff?\s*(?:(?:\{\s*"items"\s*:\s*)?\[\s*)?\{/u.test(text) && /"(?:title|author|DOI|URL)"\s*:/u.test(text),

  *scan(text) {
    const start = /^\ufeff?\s*(?:\{\s*"items"\s*:\s*(?=\[))?/u.exec(text)?.[0].length ?? 0
    if (start === text.length) return
    if (text[start] !== '[' && text[start] !== '{') {
      yield {
        problem: {
          span: { from: start, to: start + 1 },
          message: 'This is not CSL-JSON: it should begin with “[” or “{”.',
        },
      }
      return
    }
    let closed = text[start] === '{'
    let tries = 0
    for (let at = closed ? start : start + 1; at < text.length;) {
      const next = /[^\s,]/gu
      next.lastIndex = at
      const from = next.exec(text)?.index ?? text.length
      if (text[from] === ']') {
        closed = true
        break
      }
      if (from === text.length) break
      if (text[from] !== '{') {
        const to = Math.max(from + 1, indexOf(text, /[{\]\n]/gu, from + 1))
        yield {
          problem: {
            span: { from, to: from + text.slice(from, to).trimEnd().length },
            message: 'An item in braces is expected here.',
          },
        }
        at = to
        continue
      }
      const to = itemEnd(text, from)
      if (to === undefined) {
        yield {
          problem: {
            span: { from, to: from + 1 },
            message: 'The brace that opens here is never closed, so this item is not read.',
          },
        }
        // Each try may look through the rest of the text.
        at = tries++ < MOST_OPEN_ITEMS ? indexOf(text, /(?<=\n[ \t]{0,20})\{/gu, from + 1) : text.length
        continue
      }
      const item = itemIn(text, from, to)
      if ('problem' in item) yield item
      else yield { entry: item }
      at = to
      if (text[start] === '{') break
    }
    if (!closed)
      yield {
        problem: { span: { from: start, to: start + 1 }, message: 'The bracket that opens here is never closed.' },
      }
  },
}

/** How many items that are not closed are looked behind. */
const MOST_OPEN_ITEMS = 20

function indexOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

/** Where the braces of an item are closed; undefined where they are not. */
function itemEnd(text: string, from: number): number | undefined {
  const token = /[{}]|"(?:[^"\\\n]|\\.)*"?/gu
  token.lastIndex = from
  let depth = 0
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return match.index + 1
  }
  return undefined
}

function itemIn(text: string, from: number, to: number): ScannedEntry | { readonly problem: SourceProblem } {
  const source = text.slice(from, to)
  let item: Item
  try {
    item = JSON.parse(source) as Item
  } catch {
    return {
      problem: {
        span: { from, to: from + (/^[^\r\n]*/u.exec(source)?.[0].length ?? 1) },
        message: 'This item is not JSON, so it is not read.',
      },
    }
  }
  const { title, author, issued, id, URL: url } = item
  const names = Array.isArray(author)
    ? author
        .map(nameOf)
        .map(({ family, whole }) => family ?? whole)
        .filter(isText)
    : []
  return {
    span: { from, to },
    words: [title, ...names, yearOf(issued), id, url]
      .filter((each) => isText(each) || typeof each === 'number')
      .join(' '),
    source: () => sourceOf(JSON.parse(source) as Item),
  }
}

/** What anybody may have written. */
interface Item {
  readonly id?: unknown
  readonly title?: unknown
  readonly author?: unknown
  readonly issued?: unknown
  readonly accessed?: unknown
  readonly URL?: unknown
  readonly DOI?: unknown
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function sourceOf({ id, title, author, issued, accessed, URL: url, DOI: doi }: Item): Source {
  const authors = Array.isArray(author) ? authorsOf(author.map(nameOf)) : undefined
  const year = yearOf(issued)
  const day = dayOf(accessed)
  const known = isText(doi) ? doiIn(doi) : undefined
  return {
    ...(isText(title) && { title: title.replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/giu, '') }),
    ...(authors !== undefined && { authors }),
    ...(isText(url) && { url }),
    ...(known !== undefined && { doi: known }),
    ...(year !== undefined && { year }),
    ...(day !== undefined && { accessed: day }),
    ...((isText(id) || typeof id === 'number') && { key: String(id) }),
  }
}

function nameOf(written: unknown): Name {
  const name = (written ?? {}) as Readonly<Record<string, unknown>>
  const text = (key: string): string | undefined => {
    const value = name[key]
    return isText(value) ? value : undefined
  }
  const family = [text('non-dropping-particle') ?? text('dropping-particle'), text('family')].filter(isText).join(' ')
  return text('literal') === undefined
    ? { given: text('given'), family: family || undefined, suffix: text('suffix') }
    : { whole: text('literal') }
}

function partsOf(date: unknown): readonly string[] {
  const { 'date-parts': parts, raw, literal } = (date ?? {}) as Readonly<Record<string, unknown>>
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  if (Array.isArray(first)) return first.map(String)
  const text = [raw, literal].find(isText) ?? (isText(date) ? date : '')
  return /^(\d{4})(?:-(\d{1,2})-(\d{1,2}))?/u.exec(text)?.slice(1).filter(isText) ?? []
}

const yearOf = (date: unknown): string | undefined => partsOf(date).find((part) => /^\d{4}$/u.test(part))

function dayOf(date: unknown): string | undefined {
  const [year = '', month = '', day = ''] = partsOf(date)
  return /^\d{4}$/u.test(year) && /^\d{1,2}$/u.test(month) && /^\d{1,2}$/u.test(day)
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined
}

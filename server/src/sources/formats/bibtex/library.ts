import { parse } from '@retorquere/bibtex-parser'
import type { Name } from '../../authors'

/** What the parser library makes of one entry. The only file that knows it: it has a bundle of its own, loaded when it is first needed. */
export interface BibtexLibrary {
  /** Reads the first entry of a text, in which `@string`s may stand before it. Undefined where it cannot. */
  readEntry(text: string): BibtexEntry | undefined
}

export interface BibtexEntry {
  readonly title?: string | undefined
  readonly authors: readonly Name[]
  readonly fields: Readonly<Record<string, unknown>>
}

export const bibtexLibrary: BibtexLibrary = {
  readEntry(text) {
    try {
      // Titles stay as they are written: which words are names no library can tell.
      const {
        entries: [entry],
      } = parse(text, {
        sentenceCase: false,
        caseProtection: false,
        unsupported: 'ignore',
        verbatimFields: [...VERBATIM],
      })
      if (!entry) return undefined
      const { title, author, editor } = entry.fields
      return {
        title: typeof title === 'string' ? plain(title) : undefined,
        authors: (author ?? editor ?? []).map(nameOf),
        fields: entry.fields,
      }
    } catch {
      return undefined
    }
  },
}

/** In these a backslash or a percent sign is meant, or they are long and nobody asks for them. */
const VERBATIM = [
  'url',
  'doi',
  'eprint',
  'howpublished',
  'note',
  'file',
  'abstract',
  'keywords',
  'annotation',
  'annote',
  'review',
  'urldate',
]

interface Creator {
  readonly lastName?: string
  readonly firstName?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly name?: string
}

const nameOf = ({ lastName, firstName, prefix, suffix, name }: Creator): Name =>
  name === undefined
    ? {
        given: firstName && plain(firstName),
        family: plain([prefix, lastName].filter((part) => part).join(' ')),
        suffix,
      }
    : { whole: plain(name) }

/** Without the markup that stands for LaTeX's, and with marks on their letters. */
const plain = (text: string): string =>
  text
    .replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span|a|pre|code)\b[^<>]*>/giu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u0131\u0308', 'ï')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()

import { oneLine } from '../text/oneLine'
import type { Quiet } from './block'
import { quietsIn } from './inline'
import { readable } from './readable'

/** A piece of a paragraph as a reader sees it, on one line: words without their marks, links without their addresses. */
export const plainProse = (source: string): string => oneLine(wordsIn(source, LINKS_IN_LINKS))

/** How deep an image or a link may stand in another. */
const LINKS_IN_LINKS = 2

function wordsIn(source: string, depth: number): string {
  let found = ''
  let at = 0
  for (const quiet of quietsIn(source, { from: 0, to: source.length })) {
    found += unmarked(source.slice(at, quiet.from)) + shown(quiet, source.slice(quiet.from, quiet.to), depth)
    at = quiet.to
  }
  return found + unmarked(source.slice(at))
}

function shown({ type }: Quiet, text: string, depth: number): string {
  switch (type) {
    case 'comment':
    case 'html':
      return ''
    case 'escape':
      return text.slice(1)
    case 'code':
      return text.replace(/^`+ ?| ?`+$/gu, '')
    case 'math':
      return text.replace(/^\$+|\$+$/gu, '')
    case 'address':
      // What a citation leads to, `[[7]](url)`, is not read.
      return text.startsWith('<') ? text.slice(1, -1) : ''
    case 'image':
    case 'link': {
      const words = text.replace(/^!?\[|\](?:\([^]*|\[[^[\]]*\])?$/gu, '')
      return depth > 0 ? wordsIn(words, depth - 1) : words
    }
  }
}

/** Marks of emphasis at the edges of words; inside of one, as in `snake_case`, they belong to it. */
const unmarked = (text: string): string =>
  readable(
    text
      .replace(/(?<![\p{L}\p{N}])[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?![\p{L}\p{N}])/gu, '')
      .replace(/\*{2,3}/gu, '')
      .replace(/\[(\[\^?\d{1,6}\])\]/gu, '$1'),
  )

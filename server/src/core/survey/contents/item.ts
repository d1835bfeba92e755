import type { Prose } from '../../markdown'
import { lineStart } from '../../text/lines'
import type { ContentsItem } from './model'

const LINK = /^[*_]{0,3}\[((?:[^[\]\n]|\[[^[\]\n]{0,200}\]){1,500})\]\(<?#([^\s()<>]{1,500})>?\)[*_]{0,3}$/u

const MARK = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/u

/** The paragraph of a list's item, if it is one. Offsets are those of `text`. */
export function contentsItemIn({ span: { from, to } }: Prose, text: string): ContentsItem | undefined {
  if (to - from > LONGEST) return undefined
  const start = lineStart(text, from)
  const mark = text.slice(start, from)
  const match = MARK.test(mark) ? LINK.exec(text.slice(from, to)) : null
  if (!match) return undefined
  const [whole, words = '', slug = ''] = match
  const at = from + whole.indexOf('[') + 1
  const anchor = from + whole.lastIndexOf('#' + slug) + 1
  return {
    span: { from: start, to },
    mark,
    words: { from: at, to: at + words.length },
    anchor: { from: anchor, to: anchor + slug.length },
  }
}

/** UTF-16 units. */
const LONGEST = 1100

const ANCHOR =
  /<[^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^\s"'<>]{1,200})|\{[^{}\n]{0,100}?#([^\s{}]{1,200})[^{}\n]{0,100}\}/gu

/** What links lead to besides headings: `<a name="plasma">`, `{#plasma}`. */
export const anchorsIn = (text: string): readonly string[] =>
  MAY_ANCHOR.test(text) ? [...text.matchAll(ANCHOR)].map((match) => match[1] ?? match[2] ?? '') : []

const MAY_ANCHOR = /\b(?:id|name)\s*=|\{#/u

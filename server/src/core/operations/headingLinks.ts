import type { Document } from '../document'
import { blocksAt } from '../markdown'
import { shift, type Span } from '../text/span'
import { blockReader } from './blocks'

/** A link to a heading of the same file: `[words](#slug)`, or the definition of one, which has no words. */
export interface HeadingLink {
  /** In lower case and decoded. */
  readonly slug: string
  /** What stands after `#`. */
  readonly anchor: Span
  readonly words: Span
  readonly text: string
}

/** Every one that a reader can follow, in text order within each kind: links, then definitions. */
export function linksToHeadings(document: Document): readonly HeadingLink[] {
  const { text, markdown } = document
  const blockAt = blockReader(document)
  const links = [...text.matchAll(TAIL)].flatMap((match): readonly HeadingLink[] => {
    const [tail, before = '', slug = ''] = match
    const end = match.index + tail.length
    const found = blockAt({ from: match.index, to: end })
    if (!found || (found.block.type !== 'prose' && found.block.type !== 'heading')) return []
    const link = found.block.quiet.find(({ type, to }) => type === 'link' && found.start + to === end)
    if (!link) return []
    const words = { from: found.start + link.from + 1, to: match.index }
    const from = match.index + before.length
    return [{ slug: decoded(slug), anchor: { from, to: from + slug.length }, words, text: text.slice(words.from, words.to) }]
  })
  const definitions = [...text.matchAll(DEFINED)].flatMap((match): readonly HeadingLink[] => {
    const { start, blocks } = blocksAt(markdown, match.index)
    const at = match.index + match[0].length - (match[1]?.length ?? 0)
    const block = blocks.find(({ type, span }) => type === 'definition' && start + span.from <= at && at < start + span.to)
    if (block?.type !== 'definition') return []
    const url = shift(block.url, start)
    const anchor = { from: url.from + 1, to: url.to }
    return text[url.from] === '#' && anchor.from <= at && at <= anchor.to ? [{ slug: decoded(text.slice(anchor.from, anchor.to)), anchor, words: { from: at, to: at }, text: '' }] : []
  })
  return [...links, ...definitions]
}

/** Few characters make one: what is longer is no anchor of a heading. */
const TAIL = /(\]\([ \t]{0,9}<?#)([^\s()<>]{1,500})>?(?:[ \t]{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]{0,9}\)/gu

const DEFINED = /\]:[ \t]{0,9}<?#([^\s<>]{1,500})/gu

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug).toLowerCase()
  } catch {
    return slug.toLowerCase()
  }
}

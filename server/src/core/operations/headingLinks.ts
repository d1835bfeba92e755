import type { Document } from '../document'
import { linkedSlug } from '../survey/slugs'
import { shift, type Span } from '../text/span'
import { blockReader, isProse, quietEndingAt } from '../markdown/prose'

/** A link to a heading: `[words](#slug)`, `[words](other.md#slug)`, or the definition of one, which has no words. */
export interface HeadingLink {
  /** What stands in front of `#`, as it is written: the file that the heading is in. Empty where it is the same one. */
  readonly path: string
  /** In lower case and decoded. */
  readonly slug: string
  /** What stands after `#`. */
  readonly anchor: Span
  readonly words: Span
  readonly text: string
}

/** Every one that a reader can follow, in text order within each kind: links, then definitions. */
export function linksToHeadings(document: Document): readonly HeadingLink[] {
  const { text } = document
  const blockAt = blockReader(document.markdown)
  const links = [...text.matchAll(TAIL)].flatMap((match): readonly HeadingLink[] => {
    const [tail, before = '', pathInAngles, slugInAngles, barePath = '', bareSlug = ''] = match
    const [path, slug] = [pathInAngles ?? barePath, slugInAngles ?? bareSlug]
    const end = match.index + tail.length
    const found = blockAt({ from: match.index, to: end })
    if (!found || !isProse(found.block)) return []
    const link = quietEndingAt(found.block, end - found.start)
    if (link?.type !== 'link') return []
    const words = { from: found.start + link.from + 1, to: match.index }
    const from = match.index + before.length + (pathInAngles === undefined ? 0 : 1) + path.length + 1
    return [
      {
        path,
        slug: linkedSlug(slug),
        anchor: { from, to: from + slug.length },
        words,
        text: text.slice(words.from, words.to),
      },
    ]
  })
  const definitions = [...text.matchAll(DEFINED)].flatMap((match): readonly HeadingLink[] => {
    const at = match.index + match[0].length
    const found = blockAt({ from: match.index, to: at })
    if (found?.block.type !== 'definition') return []
    const url = shift(found.block.url, found.start)
    const anchor = { from: at, to: url.to }
    return url.from < at && at < url.to
      ? [
          {
            path: text.slice(url.from, at - 1),
            slug: linkedSlug(text.slice(at, url.to)),
            anchor,
            words: { from: at, to: at },
            text: '',
          },
        ]
      : []
  })
  return [...links, ...definitions]
}

/** In angle brackets an address may have blanks. Few characters make an anchor: what is longer is none of a heading. */
const TAIL =
  /(\]\([ \t]{0,9})(?:<([^<>#\n]{0,1000})#([^\s<>]{1,500})>|([^\s<>#[\]]{0,1000})#([^\s()<>]{1,500}))(?:[ \t]{1,9}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]{0,9}\)/gu

const DEFINED = /\]:[ \t]{0,9}(?:<[^<>#\n]{0,1000}|[^\s<>#]{0,1000})#/gu

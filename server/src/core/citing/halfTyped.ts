import type { Document } from '../document'
import { blocksAt } from '../markdown'
import { lineStart } from '../text/lines'

/**
 * Whether `offset` is in something that an author has begun on its line and not ended: code, a link's address, a link definition, a tag, a comment.
 * Markdown sees prose there until it is ended, but nobody means to cite in it.
 */
export function isHalfTyped(document: Document, offset: number): boolean {
  const before = proseBefore(document, offset)
  return (
    (before.match(/`/gu)?.length ?? 0) % 2 === 1 || before.endsWith('`') || OPEN.some((pattern) => pattern.test(before))
  )
}

const OPEN: readonly RegExp[] = [
  // `[text](`, `[text](<a b`, `[text](https://a.org "Title`
  /\]\([ \t]*(?:<[^<>]*|[^()\s]*(?:[ \t]+["'][^"'()]*)?)$/u,
  // `[7]: `, `[7]: https://a.org "Title`, but no footnote
  /^[ \t>]*\[(?!\^)[^[\]]+\]:[ \t]*(?:<[^<>]*|\S*(?:[ \t]+["'(][^"']*)?)$/u,
  // `<`, `<https://`, `<a href="`
  /<(?:[a-z/!?][^\s<>]*)?$/iu,
  /<[a-z][\w-]*[ \t][^<>]*=[ \t]*(?:"[^"<>]*|'[^'<>]*|[^\s"'<>]*)$/iu,
  /<!--/u,
]

/** UTF-16 units of a line that are looked at. */
const LINE_LOOKED_AT = 1000

/** What the line has before an offset, without what is ended: code, tags and the like. Of `![x](`, Markdown takes the first part for an image. */
function proseBefore({ buffer, markdown }: Document, offset: number): string {
  const start = Math.max(lineStart(buffer, offset), offset - LINE_LOOKED_AT)
  const { start: chunk, blocks } = blocksAt(markdown, Math.max(0, offset - 1))
  let words = ''
  let at = start
  for (const quiet of blocks.flatMap((block) => ('quiet' in block ? block.quiet : []))) {
    const [from, to] = [chunk + quiet.from, chunk + quiet.to]
    if (to <= at || from >= offset || quiet.type === 'image' || quiet.type === 'link') continue
    words += `${buffer.slice(at, Math.max(at, from))} `
    at = Math.min(offset, to)
  }
  return words + buffer.slice(at, offset)
}

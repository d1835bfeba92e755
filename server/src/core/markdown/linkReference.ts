import type { BlockContext, BlockParser, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'

/**
 * Reads `[7]: url 'title'` in the place of Lezer's own parser; `[^7]: url` is a footnote. That one reads a paragraph which begins like a definition
 * from its start again for each of its lines; this one gives up where no definition is so long.
 */
export const linkReference: BlockParser = {
  name: 'LinkReference',
  leaf: (_, leaf) => (BEGINS.test(leaf.content) ? definition() : null),
}

/** UTF-16 units. */
const LONGEST_REFERENCE = 2048

const LABEL = String.raw`\[(?!\s*\])(?:[^[\]\\]|\\[^])*`
const BEGINS = new RegExp(String.raw`^(?!\[\^)${LABEL}(?:\]:|\\?$)`, 'u')
const START = String.raw`^(${LABEL}\]):\s*(<(?:[^<>\n\\]|\\.)*>|[^\s<]\S*)`
const ALONE = new RegExp(String.raw`${START}[ \t\r]*(?=\n|$)`, 'u')
const TITLED = new RegExp(
  String.raw`${START}\s+("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^)\\]|\\[^])*\))[ \t\r]*(?=\n|$)`,
  'u',
)

function definition(): LeafBlockParser {
  let isNone = false
  return { nextLine, finish }

  function nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (isNone || (isNone = leaf.content.length > LONGEST_REFERENCE)) return false
    // Marks of lists and quotations are no part of it, but offsets are those of the text.
    const content = `${leaf.content}\n${' '.repeat(line.basePos)}${line.text.slice(line.basePos)}`
    const found = TITLED.exec(content) ?? ALONE.exec(content)
    // What reaches to the end may go on in the line after it.
    return found !== null && found[0].length < content.length && complete(cx, leaf, found)
  }

  function finish(cx: BlockContext, leaf: LeafBlock): boolean {
    const found = isNone ? null : (TITLED.exec(leaf.content) ?? ALONE.exec(leaf.content))
    return found?.[0].length === leaf.content.length && complete(cx, leaf, found)
  }
}

function complete(cx: BlockContext, leaf: LeafBlock, [whole, label = '', url = '', title]: RegExpExecArray): boolean {
  const { start } = leaf
  const urlAt = start + whole.indexOf(url, label.length + 1)
  const titleAt = title === undefined ? 0 : start + whole.lastIndexOf(title)
  cx.addLeafElement(
    leaf,
    cx.elt('LinkReference', start, start + whole.length, [
      cx.elt('LinkLabel', start, start + label.length),
      cx.elt('LinkMark', start + label.length, start + label.length + 1),
      cx.elt('URL', urlAt, urlAt + url.length),
      ...(title === undefined ? [] : [cx.elt('LinkTitle', titleAt, titleAt + title.length)]),
    ]),
  )
  return true
}

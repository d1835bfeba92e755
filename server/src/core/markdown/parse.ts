import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/markdown'
import type { Span } from '../text/span'
import type { Block, Definition, Quiet } from './block'
import { math } from './math'

const markdown = parser.configure(math)

export interface ParsedBlocks {
  readonly blocks: readonly Block[]
  /** Whether the last block would take in more text if there were more. */
  readonly open: boolean
}

/** The leaf blocks of a text. Never fails: any text is Markdown. */
export function parseBlocks(text: string): ParsedBlocks {
  const document = parsed(text)?.topNode
  // What nests deeper than the parser's stack is nothing that anybody reads.
  if (!document) return { blocks: [{ type: 'code', span: { from: 0, to: text.length } }], open: false }
  return { blocks: [...leaves(document)].flatMap((leaf) => toBlock(leaf, text)), open: isOpen(document.lastChild, text) }
}

function parsed(text: string): Tree | undefined {
  try {
    return markdown.parse(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/
const OPAQUE: Readonly<Record<string, 'code' | 'html' | 'comment'>> = {
  CodeBlock: 'code', FencedCode: 'code',
  HTMLBlock: 'html', ProcessingInstructionBlock: 'html', CommentBlock: 'comment',
}
const CONTAINERS = new Set(['Document', 'BulletList', 'OrderedList', 'ListItem', 'Blockquote'])

/** Everything below the containers, in text order. Not recursive, as lists and quotations nest as deep as one likes. */
function* leaves(document: SyntaxNode): Generator<SyntaxNode> {
  const cursor = document.cursor()
  while (cursor.next(CONTAINERS.has(cursor.name))) {
    if (!CONTAINERS.has(cursor.name)) yield cursor.node
  }
}

function toBlock(node: SyntaxNode, text: string): readonly Block[] {
  const { name } = node
  const top = node.parent?.name === 'Document'
  const heading = HEADING.exec(name)
  if (heading && top) {
    return [{ type: 'heading', level: Number(heading[1]), span: spanOf(node, text), content: headingContent(node, text), quiet: quiets(node, text) }]
  }
  if (heading || name === 'Paragraph') {
    const emphasis = top && !heading ? loneEmphasis(node, text) : undefined
    return [{ type: 'prose', span: spanOf(node, text), quiet: quiets(node, text), ...(emphasis && { emphasis }) }]
  }
  if (name === 'LinkReference') return [definition(node, text)]
  const type = OPAQUE[name]
  return type ? [{ type, span: spanOf(node, text) }] : []
}

/** Without the first half of a line break: to Lezer, only the second is one. */
const spanOf = ({ from, to }: SyntaxNode, text: string): Span => ({ from, to: text.charCodeAt(to - 1) === 13 ? to - 1 : to })

function headingContent(node: SyntaxNode, text: string): Span {
  const marks = node.getChildren('HeaderMark')
  const opening = marks.find((mark) => mark.from === node.from)
  const closing = marks.find((mark) => mark.from > node.from)
  return trimmed(text, { from: opening?.to ?? node.from, to: closing?.from ?? node.to })
}

export function trimmed(text: string, { from, to }: Span): Span {
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  while (from < to && isBlank(text.charCodeAt(from))) from++
  return { from, to }
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff

/** What the emphasis encloses, where the paragraph is nothing else. */
function loneEmphasis(paragraph: SyntaxNode, text: string): Span | undefined {
  let inner: Span = trimmed(text, paragraph)
  let node: SyntaxNode = paragraph
  for (;;) {
    const only: SyntaxNode | null = node.getChild('Emphasis') ?? node.getChild('StrongEmphasis')
    if (!only || only.from !== inner.from || only.to !== inner.to) break
    const [open, close] = only.getChildren('EmphasisMark')
    if (!open || !close) break
    inner = { from: open.to, to: close.from }
    node = only
  }
  return node === paragraph ? undefined : inner
}

function definition(node: SyntaxNode, text: string): Definition {
  const label = node.getChild('LinkLabel')
  const url = node.getChild('URL')
  const title = node.getChild('LinkTitle')
  const at = label ?? node
  return {
    type: 'definition',
    span: spanOf(node, text),
    label: { from: at.from + 1, to: at.to - 1 },
    url: url ? withoutAngles(text, url) : { from: node.to, to: node.to },
    ...(title && { title: { from: title.from + 1, to: title.to - 1 } }),
  }
}

const withoutAngles = (text: string, { from, to }: Span): Span =>
  text[from] === '<' && text[to - 1] === '>' ? { from: from + 1, to: to - 1 } : { from, to }

const QUIET: Readonly<Record<string, Quiet['type']>> = {
  InlineCode: 'code', InlineMath: 'math', Comment: 'comment', HTMLTag: 'html', ProcessingInstruction: 'html',
  Image: 'image', Autolink: 'address', Escape: 'escape',
}

/** The outermost quiet stretches below a block, in text order. Not recursive, as emphasis nests as deep as one likes. */
function quiets(block: SyntaxNode, text: string): readonly Quiet[] {
  const found: Quiet[] = []
  const cursor = block.cursor()
  for (let more = cursor.next(true); more && cursor.from < block.to;) {
    const type = cursor.name === 'Link' ? linkType(cursor.node, text) : QUIET[cursor.name]
    if (type) found.push({ type, from: cursor.from, to: cursor.to })
    more = cursor.next(!type)
  }
  return found
}

/** `[7]` alone is a link to Lezer, which does not know what is defined; to us it is text. So is `[1][2]`. */
function linkType(node: SyntaxNode, text: string): 'link' | undefined {
  const source = text.slice(node.from, node.to)
  return /^\[\d+\](?:\[\d*\])?$/.test(source) || /^\[[^\]]*\]$/.test(source) ? undefined : 'link'
}

/** What ends an HTML block that does not end at a blank line, by how it begins (CommonMark, HTML blocks 1 to 5). */
const HTML_ENDS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

function isOpen(last: SyntaxNode | null, text: string): boolean {
  if (last?.name === 'FencedCode') return last.getChildren('CodeMark').length < 2
  if (!last || !OPAQUE[last.name] || last.name === 'CodeBlock') return false
  const html = text.slice(last.from, last.to)
  const end = HTML_ENDS.find(([begin]) => begin.test(html))?.[1]
  return end ? !end.test(html) : !BLANK_LINE.test(text.slice(last.to))
}

const BLANK_LINE = /^[ \t]*\r?\n[ \t]*\r?\n/

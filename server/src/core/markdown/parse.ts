import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/markdown'
import type { Span } from '../text/span'
import type { Block, Definition } from './block'
import { quietsIn } from './inline'
import { linkReference } from './linkReference'

/** Blocks alone: what stands inside them is read by `inline.ts`. */
const markdown = parser.configure({
  remove: [
    'Escape',
    'Entity',
    'InlineCode',
    'HTMLTag',
    'Emphasis',
    'HardBreak',
    'Link',
    'Image',
    'LinkEnd',
    'Autolink',
  ],
  parseBlock: [linkReference],
})

export interface ParsedBlocks {
  readonly blocks: readonly Block[]
  /** Whether the last block would take in more text if there were more. */
  readonly open: boolean
}

/** The leaf blocks of a text. Never fails: any text is Markdown. */
export function parseBlocks(text: string): ParsedBlocks {
  // To Lezer the first half of a CRLF is a character of the line, which no blank line has. A blank keeps every offset.
  const document = parsed(text.replaceAll('\r\n', ' \n'))?.topNode
  // What nests so deep is nothing that anybody reads.
  if (!document) return { blocks: [{ type: 'code', span: { from: 0, to: text.length } }], open: false }
  return {
    blocks: [...leaves(document)].flatMap((leaf) => toBlock(leaf, text)),
    open: isOpen(document.lastChild, text),
  }
}

/** So many lists and quotations begun on one line: Lezer's time grows with the square of their number. Few lines have as many such characters at all, and a rule of them is none. */
const MANY = /^[ \t]*[-+*>\d][-+*>\d.) \t]{39}/m
const TOO_DEEP =
  /^(?![ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)\r?$)[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*){40}/mu

function parsed(text: string): Tree | undefined {
  if ((MANY.test(text) && TOO_DEEP.test(text)) || (FAR_IN.test(text) && nestsTooDeep(text))) return undefined
  try {
    return markdown.parse(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** An item so far in may be that of a list in so many others. Lezer goes through the blanks before it once for each of them. */
const FAR_IN = /^[ \t]{100}[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m
const ITEM = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t])/gm
const DEEPEST_LIST = 100

function nestsTooDeep(text: string): boolean {
  const around: number[] = []
  for (const [, blanks = ''] of text.matchAll(ITEM)) {
    const column = blanks.replaceAll('\t', '    ').length
    while ((around.at(-1) ?? -1) >= column) around.pop()
    around.push(column)
    if (around.length > DEEPEST_LIST) return true
  }
  return false
}

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/
const OPAQUE: Readonly<Record<string, 'code' | 'html' | 'comment'>> = {
  CodeBlock: 'code',
  FencedCode: 'code',
  HTMLBlock: 'html',
  ProcessingInstructionBlock: 'html',
  CommentBlock: 'comment',
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
    return [
      {
        type: 'heading',
        level: Number(heading[1]),
        span: spanOf(node, text),
        content: headingContent(node, text),
        quiet: quietsIn(text, node),
      },
    ]
  }
  if (heading || name === 'Paragraph') {
    const emphasis = top && !heading ? loneEmphasis(node, text) : undefined
    return [{ type: 'prose', span: spanOf(node, text), quiet: quietsIn(text, node), ...(emphasis && { emphasis }) }]
  }
  if (name === 'LinkReference') return [definition(node, text)]
  const type = OPAQUE[name]
  return type ? [{ type, span: spanOf(node, text) }] : []
}

/** Without the line break behind it, of which Lezer sometimes counts one half or all as part of the block. */
function spanOf({ from, to }: SyntaxNode, text: string): Span {
  const end = text.charCodeAt(to - 1) === 10 ? to - 1 : to
  return { from, to: text.charCodeAt(end - 1) === 13 ? end - 1 : end }
}

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

const LONE = /^([*_]{1,3})(?![\s*_])([^\n]*[^\s*_])([*_]{1,3})$/u

/** What the emphasis encloses, where the paragraph is nothing else and one line. */
function loneEmphasis(paragraph: Span, text: string): Span | undefined {
  const whole = trimmed(text, paragraph)
  const first = text.charCodeAt(whole.from)
  if ((first !== 42 && first !== 95) || whole.to - whole.from > LONGEST_LABEL_CONTENT) return undefined
  const [, open = '', words = '', close = ''] = LONE.exec(text.slice(whole.from, whole.to)) ?? []
  if (!words || [...open].reverse().join('') !== close) return undefined
  // A mark inside would end the emphasis, unless it is one within a word: `snake_case`.
  const inside = open.includes('*') ? /\*/u : /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u
  return inside.test(words) ? undefined : { from: whole.from + open.length, to: whole.to - close.length }
}

/** UTF-16 units. */
const LONGEST_LABEL_CONTENT = 200

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

import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { Span } from '../../text/span'
import type { Report } from './problem'

export type JsonNode = Node

/** The tree of a JSON text with comments and commas at the end of lists; of a broken one, what can be read of it. Never fails. */
export function parseJson(source: string, report: Report): JsonNode | undefined {
  // A byte order mark is no part of the text; a blank in its place keeps the offsets.
  const text = source.replace(/^\ufeff/u, ' ')
  if (text.length > LONGEST_CONFIG) {
    report(
      { from: 0, to: 1 },
      `This file is longer than ${LONGEST_CONFIG / 1_000_000} million characters and is not read.`,
    )
    return undefined
  }
  const deep = tooDeep(text)
  if (deep !== undefined) {
    report(
      { from: deep, to: deep + 1 },
      `More than ${DEEPEST_NESTING} brackets are open here, so this file is not read.`,
    )
    return undefined
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  // One slip makes the parser stumble over what follows, too.
  const [first] = errors
  if (first) report(spanOf(first), MESSAGES[printParseErrorCode(first.error)] ?? 'This is not JSON.')
  return tree
}

/** In UTF-16 units. */
const LONGEST_CONFIG = 1_000_000

/** The parser calls itself for every bracket. */
const DEEPEST_NESTING = 100

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*|[[{\]}]/gu

/** The bracket that goes too deep. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '[' || token === '{') depth++
    if (token === ']' || token === '}') depth--
    if (depth > DEEPEST_NESTING) return index
  }
  return undefined
}

/** At the end of a text there is nothing to underline but what stands before. */
const spanOf = ({ offset, length }: ParseError): Span =>
  length > 0 || offset === 0 ? { from: offset, to: offset + length } : { from: offset - 1, to: offset }

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is neither a text in quotes nor a number, `true` or `false`.',
  PropertyNameExpected: 'The name of a property in double quotes is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace `}` is missing here.',
  CloseBracketExpected: 'A closing bracket `]` is missing here.',
  EndOfFileExpected: 'Nothing may follow here.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'This text has no closing quote.',
  InvalidEscapeCharacter: 'This escape is not known: `\\` is written `\\\\`.',
  InvalidCharacter: 'This character must be escaped.',
}

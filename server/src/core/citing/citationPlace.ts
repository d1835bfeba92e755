import type { Document } from '../document'
import { linkTargetEnd } from '../markdown/linkTarget'
import type { Notation } from '../references/forms/form'
import { looksLikeIndex } from '../references/scan'
import { shift, type Span } from '../text/span'
import type { Text } from '../text/text'
import { groupMember, type GroupMember } from './groupMember'
import { isHalfTyped } from './halfTyped'
import { isProseAt } from '../markdown/prose'
import { inReferenceList } from './referenceLists'

/** A bracket in prose in which something is being cited. */
export interface CitationPlace {
  /** Where the open bracket begins. */
  readonly bracket: number
  /** What a citation replaces: the open bracket, what was typed after it, and its closing bracket if it has one. Of a group only the member at the cursor. */
  readonly replace: Span
  /** From where that begins to the cursor. */
  readonly typed: string
  /** `typed` without its brackets. */
  readonly query: string
  /** Whether what gives way leads to its source itself, as `[[7]](https://…)`. */
  readonly isLinked: boolean
  /** In `[1, |3]`, whose members are numbers without brackets of their own. */
  readonly group?: Pick<GroupMember, 'others' | 'separator'>
}

/** The bracket that is open at `offset`, where a citation may stand. Undefined elsewhere, and in the reference list. */
export function citationPlace(document: Document, offset: number): CitationPlace | undefined {
  const { buffer } = document
  const { notation } = document.survey
  const bracket = openBracket(buffer, offset, notation)
  if (
    !bracket ||
    !isProseAt(document.markdown, bracket.content) ||
    inReferenceList(document, offset) ||
    isHalfTyped(document, bracket.from)
  )
    return undefined
  const query = buffer.slice(bracket.content, offset)
  const member =
    notation === 'footnotes'
      ? undefined
      : groupMember(buffer.slice(bracket.content, bracket.end), query.length, document.survey)
  if (member === 'none') return undefined
  if (!member)
    return {
      bracket: bracket.from,
      replace: bracket.replace,
      typed: buffer.slice(bracket.replace.from, offset),
      query,
      isLinked: bracket.isLinked,
    }
  const replace = shift(member.span, bracket.content)
  const typed = buffer.slice(replace.from, offset)
  return { bracket: bracket.from, replace, typed, query: typed, isLinked: false, group: member }
}

/** A group of numbers may be long, what somebody looks for is not. */
const OPEN: Readonly<Record<Notation, RegExp>> = {
  brackets: /\[{1,2}(?![[^!])[\d ,;\-\u2010-\u2015]{0,300}[^[\]\n\r]{0,80}$/u,
  footnotes: /(?<!\[)\[(?:\^|(?![[^!]))[^[\]^\n\r]{0,80}$/u,
}
/** The end of what was typed before: up to the bracket that closes it. An outer bracket's own words are left to it. */
const REST = /^[^[\]\n\r]{0,80}[\d ,;\-\u2010-\u2015]{0,300}(\]{1,2})/u
const REST_IN_BRACKET = /^[\p{L}\p{N}]*(\]{1,2})/u
/** `- [`, `- [x`: a box to tick. */
const BOX = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]?$/u
/** What must not stand right before: `\[` is a bracket, `![` an image, `https://…[` an address. */
const BEFORE = /(?:^|[^\\])(?:\\\\)*\\$|!$|:\/\/[^\s<>()]*$/u

function openBracket(
  text: Text,
  offset: number,
  notation: Notation,
):
  | {
      readonly from: number
      readonly replace: Span
      readonly content: number
      readonly end: number
      readonly isLinked: boolean
    }
  | undefined {
  const near = text.slice(Math.max(0, offset - 400), offset)
  const line = near.slice(near.lastIndexOf('\n') + 1)
  const open = OPEN[notation].exec(line)
  if (!open || BOX.test(line) || /[\^!]/u.test(text.slice(offset, offset + 1))) return undefined
  const marks = /^(?:\[\[|\[\^)/u.test(open[0]) ? 2 : 1
  const brackets = notation === 'footnotes' ? 1 : marks
  const from = offset - open[0].length
  const before = line.slice(0, open.index)
  // `[text][` is the label of a link unless it follows a citation.
  if (
    BEFORE.test(before) ||
    (!open[0].startsWith('[^') && looksLikeIndex(before, before.length)) ||
    (before.endsWith(']') && !/\[\^?\d+\]{1,2}$/u.test(before))
  )
    return undefined
  const rest = text.slice(offset, offset + 400)
  const closing = (/\[[^\]]*$/u.test(before) ? REST_IN_BRACKET : REST).exec(rest)
  if (!closing?.[1]) return { from, replace: { from, to: offset }, content: from + marks, end: offset, isLinked: false }
  const length = closing[0].length - Math.max(0, closing[1].length - brackets)
  const target = brackets === 2 ? targetLength(text, offset + length) : 0
  return {
    from,
    replace: { from, to: offset + length + target },
    content: from + marks,
    end: offset + closing[0].length - closing[1].length,
    isLinked: target > 0,
  }
}

/** How long `(url)` is behind `[[7]]`, in UTF-16 units: where the number leads. With another number it would lead elsewhere. */
export const targetLength = (text: Text, from: number): number => (linkTargetEnd(text, from) ?? from) - from

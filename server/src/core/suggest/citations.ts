import UFuzzy from '@leeoniya/ufuzzy'
import type { Document } from '../document'
import { REFERENCES } from '../survey/profile'
import type { Reference } from '../references/model'
import { looksLikeIndex } from '../references/scan'
import type { Span } from '../text/span'
import { isProseAt } from './place'

/** References to cite at a place, the best first. */
export interface CitationSuggestions {
  /** What accepting one replaces: the open bracket, what was typed after it, and its closing bracket if it has one. */
  readonly replace: Span
  /** From the open bracket to the cursor. */
  readonly typed: string
  readonly items: readonly CitationSuggestion[]
}

export interface CitationSuggestion {
  readonly reference: Reference
  /** The citation in this file's form. */
  readonly insert: string
}

/** More than this nobody reads; typing narrows it. */
const LIMIT = 100

/** What may be cited at `offset`: where a bracket is open in prose. Otherwise nothing. */
export function suggestCitations(document: Document, offset: number): CitationSuggestions | undefined {
  const { survey, text } = document
  const bracket = openBracket(text, offset)
  if (!bracket || survey.references.length === 0) return undefined
  if (!isProseAt(document.markdown, bracket.content) || inReferenceList(document, offset)) return undefined
  const double = survey.dialect.citation === 'double'
  return {
    replace: bracket.replace,
    typed: text.slice(bracket.replace.from, offset),
    items: ranked(survey.references, text.slice(bracket.content, offset)).map((reference) => ({
      reference,
      insert: double ? `[[${reference.number}]]` : `[${reference.number}]`,
    })),
  }
}

interface OpenBracket {
  readonly replace: Span
  /** Where the text after the bracket begins. */
  readonly content: number
}

const OPEN = /\[{1,2}(?![[^!])[^[\]\n\r]{0,80}$/u
/** The end of what was typed before: up to the bracket that closes it. An outer bracket's own words are left to it. */
const REST = /^[^[\]\n\r]{0,80}(\]{1,2})/u
const REST_IN_BRACKET = /^[\p{L}\p{N}]*(\]{1,2})/u
/** In `[[7]](url)`, where the number leads: with another number it would lead elsewhere. */
const TARGET = /^\([^()\s]*\)/u
/** `- [`, `- [x`: a box to tick. */
const BOX = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]?$/u
/** What must not stand right before: `\[` is a bracket, `![` an image, `https://…[` an address. */
const BEFORE = /(?:^|[^\\])(?:\\\\)*\\$|!$|:\/\/[^\s<>()]*$/u

function openBracket(text: string, offset: number): OpenBracket | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 400), offset)
  const open = OPEN.exec(line)
  if (!open || BOX.test(line) || /[\^!]/u.test(text.charAt(offset))) return undefined
  const brackets = open[0].startsWith('[[') ? 2 : 1
  const from = offset - open[0].length
  const before = line.slice(0, open.index)
  // `[text][` is the label of a link unless it follows a citation.
  if (BEFORE.test(before) || looksLikeIndex(text, from) || (before.endsWith(']') && !/\[\d+\]{1,2}$/u.test(before))) return undefined
  const rest = text.slice(offset, offset + 100)
  const closing = (/\[[^\]]*$/u.test(before) ? REST_IN_BRACKET : REST).exec(rest)
  if (!closing?.[1]) return { replace: { from, to: offset }, content: from + brackets }
  const length = closing[0].length - Math.max(0, closing[1].length - brackets)
  const target = brackets === 2 ? TARGET.exec(text.slice(offset + length, offset + length + 2000))?.[0].length ?? 0 : 0
  return { replace: { from, to: offset + length + target }, content: from + brackets }
}

const inReferenceList = ({ survey }: Document, offset: number): boolean =>
  survey.sections.some(({ kind, body }) => kind === REFERENCES && body.from <= offset && offset <= body.to)

/** The best `LIMIT` references for what was typed. */
function ranked(references: readonly Reference[], query: string): readonly Reference[] {
  const typed = query.trim()
  if (typed === '') return distinct(references)
  if (/^\d+$/u.test(typed)) {
    const byNumber = references.filter(({ number }) => String(number).startsWith(typed)).sort((a, b) => a.number - b.number)
    if (byNumber.length > 0) return distinct(byNumber)
  }
  const [found, info, order] = new UFuzzy(UNICODE).search(references.map(wordsOf), typed, 1, 1000)
  const best = order && info ? order.map((i) => info.idx[i]) : found ?? []
  return distinct(best.map((i) => references[i ?? -1]).filter((reference) => reference !== undefined))
}

/** Of two entries with one number the first is meant. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  const byNumber = new Map<number, Reference>()
  for (const reference of references) {
    if (byNumber.size >= LIMIT) break
    if (!byNumber.has(reference.number)) byNumber.set(reference.number, reference)
  }
  return [...byNumber.values()]
}

/** uFuzzy's own settings for alphabets beyond Latin, with one typo allowed in a word. */
const UNICODE: UFuzzy.Options = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
}

const wordsOf = ({ number, title, authors, url }: Reference): string =>
  [title?.text, authors?.text, url && hostOf(url.text), number].filter((part) => part !== undefined).join(' ')

/** The host of an address without `www.`, or the address where there is none. */
export const hostOf = (url: string): string => /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?([^/?#\s]+)/iu.exec(url)?.[1]?.toLowerCase() ?? url

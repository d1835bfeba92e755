import type { Document } from '../document'
import type { Reference } from '../references/model'
import { citation } from '../survey/skeleton'
import type { Span } from '../text/span'
import { citationPlace } from './citationPlace'
import { folded } from './fold'
import { bestMatches } from './match'
import { relevanceOf } from './relevance'

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
  const { survey } = document
  const place = survey.references.length > 0 ? citationPlace(document, offset) : undefined
  if (!place) return undefined
  return {
    replace: place.replace,
    typed: place.typed,
    items: rankedReferences(document, offset, place.query, place.replace, document.buffer.slice(offset, offset + 1) === ']').map((reference) => ({ reference, insert: citation(survey.dialect, reference.number) })),
  }
}

/**
 * The best `LIMIT` references for what was typed, `query`, at a place where `replace` gives way to a citation. After a number that `isWhole`,
 * with the cursor at the end of a whole citation, another one is to take its place.
 */
export function rankedReferences(document: Document, offset: number, query: string, replace: Span, isWhole = false): readonly Reference[] {
  const { text, survey: { references } } = document
  const typed = query.trim()
  const texts = references.map((reference) => folded(wordsOf(reference, text)))
  const weigh = relevanceOf(document, offset, replace, texts)
  const all = (): readonly Reference[] => references.map((reference, index) => ({ reference, index, weight: weigh(index) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index).map(({ reference }) => reference)
  if (typed === '') return distinct(all())
  if (/^\d+$/u.test(typed)) {
    const byNumber = references.filter(({ number }) => String(number).startsWith(typed)).sort((a, b) => a.number - b.number)
    if (byNumber.length > 0) return distinct(isWhole && byNumber[0]?.number === Number(typed) ? [...byNumber, ...all()] : byNumber)
  }
  const best = bestMatches(texts, typed, LIMIT, weigh)
  return distinct(best.map((index) => references[index]).filter((reference) => reference !== undefined))
}

/** Of two entries with one number the first is meant. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  const firsts = new Map<number, Reference>()
  for (const reference of references) {
    const first = firsts.get(reference.number)
    if (!first || reference.numberSpan.from < first.numberSpan.from) firsts.set(reference.number, reference)
    if (firsts.size > LIMIT) break
  }
  return [...firsts.values()].slice(0, LIMIT)
}

/** Everything that one may remember of a source: what it is called, by whom it is, where and from which year, and its number. */
function wordsOf({ number, title, authors, url, body }: Reference, text: string): string {
  const years = text.slice(body.from, Math.min(body.to, body.from + LONGEST)).match(YEARS) ?? []
  return [title?.text, authors?.text, url && hostOf(url.text), ...new Set(years), number].filter((part) => part !== undefined).join(' ')
}

/** UTF-16 units of an entry that years are looked for in. */
const LONGEST = 2000

const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/gu

/** The host of an address without `www.`, or the address where there is none. */
export const hostOf = (url: string): string => /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?([^/?#\s]+)/iu.exec(url)?.[1]?.toLowerCase() ?? url

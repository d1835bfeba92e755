import type { Document } from '../../document'
import { looksLikeIndex } from '../../references/scan'
import { replacement } from '../../text/edit'
import type { Span } from '../../text/span'
import { mostCommon } from '../../text/mostCommon'
import type { DialectPart, Convertible, Left } from './dialectPart'
import { isWanted } from './wanted'

/** `[7]` and `[[7]]`, where prose cites and where the reference list has its numbers. */
export const citationParts: DialectPart = {
  option: 'citations',
  subject: 'Citations',
  of: ['', ''],
  choicesFor: (form) => ({ citations: form }),

  collect({ text, survey }, wanted) {
    const target = wanted.citations ?? 'single'
    const source = target === 'single' ? 'double' : 'single'
    if (survey.notation === 'footnotes') return { items: [], left: [], already: 0, target, source }
    const found = [...numbersOf({ text, survey })]
    const items: Convertible[] = []
    const left: Left[] = []
    let already = 0
    for (const { key, number, span } of found) {
      if (!isWanted(wanted, span)) continue
      const before = text.slice(span.from, span.to)
      const form = formOf(before, number)
      const after = target === 'single' ? `[${number}]` : `[[${number}]]`
      const reason = form === undefined ? 'more than a number in the brackets' : trouble(text, span, target)
      if (form === target)
        already += trouble(text, span, target === 'single' ? 'double' : 'single') === undefined ? 1 : 0
      else if (form === undefined && target === 'double') continue
      else if (reason !== undefined) left.push({ span, name: before, reason })
      else items.push({ key, span, name: before, form, edits: [replacement(span, after)], before, after })
    }
    for (const { span } of items.length > 0 && target === 'double' ? survey.groups : []) {
      if (isWanted(wanted, span))
        left.push({ span, name: text.slice(span.from, span.to), reason: 'several numbers in one pair of brackets' })
    }
    return { items, left, already, target, source }
  },
}

/** How most numbers are bracketed that can be bracketed either way: `[[7]](url)` cannot. */
export const usualBrackets = (document: Pick<Document, 'text' | 'survey'>): string | undefined =>
  mostCommon(numbersOf(document), ({ number, span }) => {
    const form = formOf(document.text.slice(span.from, span.to), number)
    return form && trouble(document.text, span, form === 'double' ? 'single' : 'double') === undefined
      ? form
      : undefined
  })

interface Bracketed {
  readonly key: string
  /** As it is written: `07` is no number of a citation, but may be one of an entry. */
  readonly number: string
  readonly span: Span
}

/** In no order. Items of an ordered list have no brackets. */
function* numbersOf({ text, survey }: Pick<Document, 'text' | 'survey'>): Iterable<Bracketed> {
  for (const { number, span, numberSpan } of survey.citations)
    yield { key: `citation ${number}`, number: text.slice(numberSpan.from, numberSpan.to), span }
  for (const [i, { label, numberSpan }] of survey.references.entries()) {
    if (label.from < numberSpan.from)
      yield { key: `reference ${i}`, number: text.slice(numberSpan.from, numberSpan.to), span: label }
  }
}

const formOf = (written: string, number: string): 'single' | 'double' | undefined =>
  written === `[${number}]` ? 'single' : written === `[[${number}]]` ? 'double' : undefined

/** Why a number in brackets would be no citation in others. */
function trouble(text: string, { from, to }: Span, target: 'single' | 'double'): string | undefined {
  if (target === 'double')
    return text[from - 1] === '[' || text[to] === ']' || text[to] === '('
      ? 'another bracket stands right beside'
      : undefined
  const isBehindWords = text[from - 1] === ']' && !/\[\d{1,6}\]\]?$/u.test(text.slice(Math.max(0, from - 10), from))
  const isBeforeWords = text[to] === '[' && !/^\[\[?\d{1,6}\]/u.test(text.slice(to, to + 10))
  if (text[to] === '(' || isBeforeWords || isBehindWords || text[from - 1] === '!')
    return 'with one pair of brackets it would be a link'
  if (text[to] === ':' && /(?:^|\n)[ \t]*$/u.test(text.slice(Math.max(0, from - LONGEST_INDENT), from)))
    return 'with one pair of brackets it would be a link definition'
  return looksLikeIndex(text, from) || text[from - 1] === '\\'
    ? 'with one pair of brackets it would be no citation'
    : undefined
}

/** UTF-16 units. A definition is indented by three blanks at most, or stands in a list. */
const LONGEST_INDENT = 40

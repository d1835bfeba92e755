import type { Document } from '../../document'
import { listFormNamed } from '../../references/forms'
import { looksLikeIndex, type CitationForm } from '../../references/scan'
import { replacement } from '../../text/edit'
import type { Span } from '../../text/span'
import { mostCommon } from '../../text/mostCommon'
import { citation } from '../../writing/skeleton'
import type { Collected, Convertible, DialectPart, Left } from './dialectPart'
import { isWanted, type Wanted } from './wanted'

/** `[7]`, `[[7]]` and `[^7]`, where prose cites and where the reference list has its numbers. */
export const citationParts: DialectPart = {
  option: 'citations',
  subject: 'Citations',
  of: ['', ''],
  choicesFor: (form) => ({ citations: form }),

  collect({ text, survey }, wanted) {
    const target = wanted.citations ?? 'single'
    const source = target === 'single' ? 'double' : 'single'
    if ((survey.notation === 'footnotes') !== (target === 'footnote'))
      return renotated({ text, survey }, wanted, target)
    if (target === 'footnote') return { items: [], left: [], already: 0, target }
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

/** From brackets to footnotes, or back: a list has one of the two, so all goes together, the labels of its entries too. */
function renotated(
  { text, survey }: Pick<Document, 'text' | 'survey'>,
  wanted: Wanted,
  target: CitationForm,
): Collected {
  const items: Convertible[] = []
  const left: Left[] = []
  const add = (key: string, span: Span, number: string, after: string): void => {
    if (!isWanted(wanted, span)) return
    const before = text.slice(span.from, span.to)
    const form = formOf(before.replace(/:$/u, ''), number)
    const reason = target === 'footnote' || key.startsWith('reference') ? undefined : trouble(text, span, target)
    if (reason === undefined)
      items.push({ key, span, name: before, form, edits: [replacement(span, after)], before, after })
    else left.push({ span, name: before, reason })
  }
  for (const { number, span } of survey.citations)
    add(`citation ${number}`, span, String(number), citation({ citation: target }, number))
  for (const [i, { form, number, label, numberSpan }] of survey.references.entries()) {
    const to = form === 'footnote' ? label.to + 1 : label.to
    const own = listFormNamed(target === 'footnote' ? 'footnote' : 'bracketed')
    add(
      `reference ${i}`,
      { from: label.from, to },
      text.slice(numberSpan.from, numberSpan.to),
      own.label(number, citation({ citation: target }, number)),
    )
  }
  return { items, left, already: 0, target }
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

const formOf = (written: string, number: string): CitationForm | undefined =>
  FORMS.find((form) => written === citation({ citation: form }, Number(number)))

const FORMS: readonly CitationForm[] = ['single', 'double', 'footnote']

/** Why a number in brackets would be no citation in others. */
function trouble(text: string, { from, to }: Span, target: CitationForm): string | undefined {
  if (target === 'double')
    return text[from - 1] === '[' || text[to] === ']' || text[to] === '('
      ? 'another bracket stands right beside'
      : undefined
  const isBehindWords = text[from - 1] === ']' && !/\[\^?\d{1,6}\]\]?$/u.test(text.slice(Math.max(0, from - 10), from))
  const isBeforeWords = text[to] === '[' && !/^\[[[^]?\d{1,6}\]/u.test(text.slice(to, to + 10))
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

import type { Document } from '../../document'
import { blockReader, isProseSpan } from '../../markdown/prose'
import { countedInitiatives } from '../../rules/shared/countedInitiatives'
import { initiativeName, quoted } from '../../survey/names'
import type { Initiative } from '../../survey/model'
import { normalTitle } from '../../survey/titles'
import { insertion, replacement, type Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import { anchorsOf, redirected } from '../headingAnchors'
import { linksToHeadings } from '../headingLinks'
import type { Outcome } from '../operation'
import type { Refusal } from '../../refusal'

/**
 * Counts the initiatives as they stand, or closes the gaps in their numbers. `#? What else?` stays. Text that clearly
 * names one by its number follows: `see #3`, `(#3)`, `#3 Plasma`, a link to its heading. Other numbers after a `#` stay and are noted.
 */
export function renumberInitiatives(document: Document, gaps: boolean): Outcome {
  const { survey } = document
  if (!survey.dialect.numbered)
    return {
      edits: [],
      changes: [],
      losses: [],
      notes: survey.initiatives.length > 0 ? ['The initiatives of this survey have no numbers.'] : [],
    }
  const counted = countedInitiatives(survey)
  const twin = gaps ? secondWithNumber(counted) : undefined
  if (twin) {
    return {
      refused: `Two initiatives have the number ${twin.number}, so their numbers do not say which comes first. Number them as they stand (--by list), or give one of them a number of its own.`,
      span: twin.numberSpan ?? twin.label.content,
    }
  }
  return withNumbers(document, gaps ? closed(counted) : new Map(counted.map((initiative, i) => [initiative, i + 1])))
}

/**
 * Gives initiatives these numbers; those without one here stay as they are. Mentions and links follow. `before` has, for each heading in
 * text order, what links call it, where that is not what they would call it now; `others` are edits of titles beside the numbers.
 */
export function withNumbers(
  document: Document,
  numbers: ReadonlyMap<Initiative, number>,
  before?: readonly string[],
  others: readonly Edit[] = [],
): Outcome {
  const { survey, text } = document
  const counted = countedInitiatives(survey)
  const changed = counted.filter(
    (initiative) => initiative.number !== String(numbers.get(initiative)) && numbers.has(initiative),
  )
  const mentioned = mentions(document, counted, numbers)
  if ('refused' in mentioned) return mentioned
  const edits = changed.map(({ numberSpan, label }, i): Edit => {
    const number = String(numbers.get(changed[i] as Initiative))
    return numberSpan ? replacement(numberSpan, number) : insertion(label.content.from, `#${number} `)
  })
  return {
    edits: [
      ...edits,
      ...mentioned.edits,
      ...others,
      ...linked(document, [...edits, ...others], changed, numbers, before),
    ].sort((a, b) => a.span.from - b.span.from),
    changes: changed.map((initiative) => ({
      subject: initiative.title || initiativeName(initiative),
      before: initiative.number === undefined ? 'no number' : `#${initiative.number}`,
      after: `#${numbers.get(initiative)}`,
      span: initiative.numberSpan ?? initiative.label.content,
    })),
    losses: [],
    notes: mentioned.unclear.map(
      (span) => `${quoted(excerpt(text, span))} stays as it is. If it means an initiative, correct it by hand.`,
    ),
  }
}

function secondWithNumber(counted: readonly Initiative[]): Initiative | undefined {
  const taken = new Set<number>()
  return counted.find(({ number }) => {
    if (number === undefined) return false
    if (taken.has(Number(number))) return true
    taken.add(Number(number))
    return false
  })
}

function closed(counted: readonly Initiative[]): ReadonlyMap<Initiative, number> {
  const present = [...new Set(counted.flatMap(({ number }) => (number === undefined ? [] : [Number(number)])))].sort(
    (a, b) => a - b,
  )
  const ranks = new Map(present.map((number, i) => [number, i + 1]))
  return new Map(
    counted.flatMap((initiative) =>
      initiative.number === undefined ? [] : [[initiative, ranks.get(Number(initiative.number)) ?? 0] as const],
    ),
  )
}

/** Where the text names an initiative by its number, and clearly so: `see #3`, `(#3)`, `#3 Plasma`. Refuses where that may be another one. */
export function mentionsOf(document: Document, initiative: Initiative): readonly Span[] | Refusal {
  const counted = countedInitiatives(document.survey)
  const numbers = new Map(counted.map((each) => [each, each === initiative ? -1 : Number(each.number)]))
  const found = mentions(document, counted, numbers)
  return 'refused' in found ? found : found.edits.map(({ span }) => span)
}

interface Mentions {
  readonly edits: readonly Edit[]
  readonly unclear: readonly Span[]
}

const MENTION = /(?<![\p{L}\p{N}_&#/[])#([1-9]\d{0,3})(?![\p{L}\p{N}_.-]*[\p{L}\p{N}_])/gu

function mentions(
  { text, markdown }: Document,
  counted: readonly Initiative[],
  numbers: ReadonlyMap<Initiative, number>,
): Mentions | Refusal {
  const named = new Map<number, Initiative[]>()
  for (const initiative of counted) {
    const number = Number(initiative.number)
    const twins = named.get(number)
    if (twins) twins.push(initiative)
    else named.set(number, [initiative])
  }
  const isMoved = (number: number): boolean =>
    named.get(number)?.some((initiative) => numbers.get(initiative) !== number) ?? false
  const edits: Edit[] = []
  const unclear: Span[] = []
  const blockAt = blockReader(markdown)
  for (const match of text.matchAll(MENTION)) {
    const number = Number(match[1])
    const span = { from: match.index + 1, to: match.index + match[0].length }
    const mention = { from: match.index, to: span.to }
    // Not in a heading: those numbers are its own.
    if (!isMoved(number) || blockAt(mention)?.block.type !== 'prose' || !isProseSpan(mention, blockAt)) continue
    const owners = named.get(number) ?? []
    const titled = owners.filter(
      ({ normal }) => normal !== '' && normalTitle(text.slice(span.to, span.to + 200)).startsWith(normal),
    )
    const [owner] = titled.length > 0 ? titled : owners
    if (titled.length === 0 && !isPointer(text, match.index, span.to)) unclear.push(mention)
    else if (titled.length !== 1 && owners.length > 1)
      return {
        refused: `${quoted(excerpt(text, span))} may mean two initiatives, as two have the number ${number}. Give one of them a number of its own.`,
        span: mention,
      }
    else if (owner) edits.push(replacement(span, String(numbers.get(owner))))
  }
  return { edits, unclear }
}

/** Links to headings whose numbers change: where they lead, and the number in their words. */
function linked(
  document: Document,
  edits: readonly Edit[],
  changed: readonly Initiative[],
  numbers: ReadonlyMap<Initiative, number>,
  before: readonly string[] | undefined,
): readonly Edit[] {
  if (edits.length === 0 && !before) return []
  const old = anchorsOf(document).map(({ from, slug }, i) => ({ from, slug: before?.[i] ?? slug }))
  const fresh = anchorsOf(document, edits)
  const anchors = new Map(old.map(({ slug }, i) => [slug, fresh[i]?.slug ?? slug]))
  const owners = new Map(changed.map((initiative) => [initiative.label.content.from, initiative]))
  const bySlug = new Map(
    old.flatMap(({ slug, from }) => {
      const owner = owners.get(from)
      return owner ? [[slug, owner] as const] : []
    }),
  )
  return linksToHeadings(document)
    .filter(({ path }) => path === '')
    .flatMap((link) => {
      const owner = bySlug.get(link.slug)
      const at =
        owner?.number === undefined ? -1 : link.text.search(new RegExp(`#${owner.number}(?![\\p{L}\\p{N}])`, 'u'))
      const from = link.words.from + at + 1
      return [
        ...redirected(link, anchors),
        ...(owner?.number !== undefined && at >= 0
          ? [replacement({ from, to: from + owner.number.length }, String(numbers.get(owner)))]
          : []),
      ]
    })
}

/** Whether what is around a number says that it points to an initiative. */
const isPointer = (text: string, from: number, to: number): boolean =>
  (text[from - 1] === '(' && text[to] === ')') ||
  /(?:\b(?:see|see also|cf\.?|initiatives?|siehe|vgl\.)|\b(?:see|initiatives?)[^.!?\n]{0,40}#\d+(?:,| and| or|, and))[ \u00a0]$/iu.test(
    text.slice(Math.max(0, from - 80), from),
  )

const excerpt = (text: string, { from, to }: Span): string =>
  text.slice(Math.max(text.lastIndexOf('\n', from) + 1, from - 20), to).trim()

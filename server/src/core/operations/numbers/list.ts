import type { LinkDefinition, Reference } from '../../references/model'
import { definitionSpan, isListItem } from '../../rules/shared/referenceBlock'
import { plainTitle } from '../../rules/shared/names'
import type { Survey } from '../../survey/model'
import { REFERENCES } from '../../survey/profile'
import { endOfLine, lineStart, nextText, trimmedEnd, writtenEnd } from '../../text/lines'
import { oneLine } from '../../text/oneLine'
import { lastAtMost, startingBy } from '../../text/search'
import { contains, type Span } from '../../text/span'

/** The reference list as something to renumber and reorder. Where a survey has only link definitions, those are its list. */
export interface ReferenceList {
  /** In text order. */
  readonly items: readonly Item[]
  /** Those that may change places with one another: between two headings. In text order. */
  readonly stretches: readonly (readonly Item[])[]
  /** The link definitions that belong to no item. */
  readonly strays: readonly LinkDefinition[]
}

/** An entry with what moves along with it. */
export interface Item {
  readonly number: number
  readonly numberSpan: Span
  /** The number as it is marked: `[7]`. */
  readonly label: Span
  /** The entry alone. */
  readonly entry: Span
  /** Whole lines, without the last line break: its comment above, its link definition, and a remark below it. */
  readonly block: Span
  /** Every link definition that leads to it, wherever it stands. */
  readonly definitions: readonly LinkDefinition[]
  /** What it says, blanks aside: two with the same words are copies. */
  readonly words: string
  readonly source: string | undefined
  /** As messages call it. */
  readonly name: string
  readonly title: string | undefined
  readonly authors: string | undefined
  readonly url: string | undefined
  /** Whether Markdown counts it, as in a list of nothing but ones: then its number is not what is written. */
  readonly counted: boolean
}

/** Where an entry and its definition end, and a remark may begin. */
export const writtenTo = ({ entry, definitions, block }: Pick<Item, 'entry' | 'definitions' | 'block'>): number =>
  definitions.reduce((end, { span }) => (span.to <= block.to ? Math.max(end, span.to) : end), entry.to)

/** Whether two entries are about one source. */
export const sameSource = (a: Item, b: Item): boolean => (a.source !== undefined && a.source === b.source) || a.words === b.words

export function referenceList(survey: Survey, text: string): ReferenceList {
  const { references, definitions } = survey
  if (references.length === 0) return ofDefinitions(definitions, text)
  const below = references.map((reference) => definitionBelow(reference, definitions, text))
  const taken = new Set(below)
  const free = definitions.filter((definition) => !taken.has(definition))
  const drafts = references.map((reference, i) => draftOf(reference, below[i], free, text))
  const owned = ownersOf(drafts, definitions, text)
  const lists = survey.sections.filter(({ kind }) => kind === REFERENCES).map(({ body }) => body)
  const isCounted = drafts.some(({ reference }) => isListItem(reference) && Number(written(reference.numberSpan, text)) !== reference.number)
  const items = blocksOf(drafts, definitions, lists, text).map(({ draft: { reference }, block }): Item => ({
    number: reference.number,
    numberSpan: reference.numberSpan,
    label: reference.label,
    entry: reference.span,
    block,
    definitions: owned.get(reference) ?? [],
    words: wordsIn(reference.body, text),
    source: reference.source,
    name: plainTitle((reference.title?.text ?? text.slice(reference.body.from, reference.body.to)).replace(/\s+/gu, ' ')) || `[${reference.number}]`,
    title: reference.title?.text,
    authors: reference.authors?.text,
    url: (reference.url ?? reference.definition?.url)?.text.replace(/^<|>$/gu, ''),
    counted: isCounted && isListItem(reference) && written(reference.numberSpan, text) === '1',
  }))
  const claimed = new Set([...owned.values()].flat())
  return { items, stretches: stretchesOf(items, lists, text), strays: definitions.filter((definition) => !claimed.has(definition)) }
}

interface Draft {
  readonly reference: Reference
  /** From the start of its first line to the end of its definition. */
  readonly span: Span
}

/** The link definition that directly follows an entry and has its number. */
function definitionBelow({ number, span }: Reference, definitions: readonly LinkDefinition[], text: string): LinkDefinition | undefined {
  const next = definitions[lastAtMost(definitions, span.to - 1, (definition) => definition.span.from) + 1]
  return next?.number === number && nextText(text, span.to) === next.span.from ? next : undefined
}

/** `definitions` may be those right above entries. */
function draftOf(reference: Reference, below: LinkDefinition | undefined, definitions: readonly LinkDefinition[], text: string): Draft {
  const line = lineStart(text, reference.span.from)
  const above = startingBy(definitions, line - 1)
  const end = above?.number === reference.number ? definitionSpan(above, text).to : undefined
  const isAbove = end !== undefined && end < line && nextText(text, end) >= line
  return { reference, span: { from: above && isAbove ? lineStart(text, above.span.from) : line, to: below ? definitionSpan(below, text).to : reference.span.to } }
}

/** A definition is that of the entry beside it, else of the first with its number. */
function ownersOf(drafts: readonly Draft[], definitions: readonly LinkDefinition[], text: string): ReadonlyMap<Reference, readonly LinkDefinition[]> {
  const firsts = new Map<number, Draft>()
  for (const draft of drafts) if (!firsts.has(draft.reference.number)) firsts.set(draft.reference.number, draft)
  const owned = new Map<Reference, LinkDefinition[]>()
  for (const definition of definitions) {
    const { number, span } = definition
    const beside = startingBy(drafts, span.from)
    const isBeside = beside?.reference.number === number && (contains(beside.span, span) || nextText(text, beside.reference.span.to) === span.from)
    const owner = isBeside ? beside : firsts.get(number)
    if (!owner) continue
    const list = owned.get(owner.reference)
    if (list) list.push(definition)
    else owned.set(owner.reference, [definition])
  }
  return owned
}

/** What stands between two entries belongs to the upper one, save for a comment about the lower, headings, rules, and definitions that others have. */
function blocksOf(drafts: readonly Draft[], definitions: readonly LinkDefinition[], lists: readonly Span[], text: string): readonly { readonly draft: Draft; readonly block: Span }[] {
  const others = drafts.map(({ reference, span }, i) => otherBetween(reference, span.to, drafts[i + 1]?.span.from, definitions, text))
  const ends = drafts.map(({ span }, i) => {
    const next = others[i] ?? drafts[i + 1]?.span.from
    if (next === undefined || divides(text.slice(span.to, next))) return undefined
    return writtenEnd(text, { from: span.to, to: next })
  })
  const remarked = ends.filter((end, i) => end !== undefined && isRemark(text.slice(drafts[i]?.span.to, end))).length
  let from = drafts[0]?.span.from ?? 0
  return drafts.map((draft, i) => {
    const { span } = draft
    const end = ends[i]
    const last = end === undefined ? lastEnd(span, drafts[i + 1]?.span.from, lists, text, remarked * 2 > drafts.length - 1) : end
    const to = end === undefined || isRemark(text.slice(span.to, end)) ? last : span.to
    const start = i > 0 && ends[i - 1] !== undefined && others[i - 1] === undefined ? Math.min(from, span.from) : aboutStart(text, span.from)
    from = lineStart(text, nextText(text, ends[i] ?? to))
    return { draft, block: { from: start, to } }
  })
}

/** Where the line of the first definition starts that is not an entry's own, between this and the next; undefined where there is none, or no next. */
function otherBetween({ number }: Reference, end: number, next: number | undefined, definitions: readonly LinkDefinition[], text: string): number | undefined {
  if (next === undefined) return undefined
  for (let i = lastAtMost(definitions, end - 1, ({ span }) => span.from) + 1; (definitions[i]?.span.from ?? next) < next; i++) {
    if (definitions[i]?.number !== number) return lineStart(text, definitions[i]?.span.from ?? next)
  }
  return undefined
}

/** Where the last entry before a heading ends: a remark below it is its own where it is indented, or where the others have remarks, too. */
function lastEnd(span: Span, next: number | undefined, lists: readonly Span[], text: string, remarked: boolean): number {
  const limit = Math.min(next ?? text.length, lists.find((list) => list.from <= span.from && span.from < list.to)?.to ?? text.length)
  const rest = text.slice(span.to, limit)
  const heading = HEADING.exec(rest)
  const end = writtenEnd(text, { from: span.to, to: span.to + (heading?.index ?? rest.length) })
  const first = text.slice(lineStart(text, nextText(text, span.to)), nextText(text, span.to))
  return end > span.to && (remarked || /^(?: {2}|\t)/u.test(first)) ? end : paragraphEnd(text, span.to)
}

/** Where the text ends that stands directly below a line, without a blank one between. */
export function paragraphEnd(text: string, at: number): number {
  let end = at
  for (let line = endOfLine(text, at); line < text.length;) {
    const start = text.indexOf('\n', line) + 1
    const stop = endOfLine(text, start)
    if (start === 0 || text.slice(start, stop).trim() === '' || ENDS_REMARK.test(text.slice(start, Math.min(stop, start + 20)))) return end
    end = trimmedEnd(text, { from: start, to: stop })
    line = stop
  }
  return end
}

/** A heading, a link definition, or an entry. */
const ENDS_REMARK = /^(?:#|[ \t>]*\[{1,2}\d{1,6}\])/u

/** Where a comment about an entry's first line starts, else that line. */
function aboutStart(text: string, line: number): number {
  const above = lineStart(text, line - 1)
  return line > 0 && /^[ \t]*<!--\s*survey-disable-next-line\b[^>]*-->\s*$/u.test(text.slice(above, line)) ? above : line
}

const HEADING = /^ {0,3}#{1,6}(?:\s|$)|^ {0,3}[^\s>#-][^\n]*\n {0,3}(?:=+|-+)[ \t]*\r?$|^[ \t]*(?:\*\*|__|[*_])[^*_\n]+(?:\*\*|__|[*_])[ \t]*\r?$/mu

const divides = (between: string): boolean => HEADING.test(between)

/** A rule, `***`, is none, nor are blanks. */
const isRemark = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)

function stretchesOf(items: readonly Item[], lists: readonly Span[], text: string): readonly (readonly Item[])[] {
  const stretches: Item[][] = []
  let previous: Item | undefined
  const listOf = (item: Item): number => lists.findIndex((list) => list.from <= item.entry.from && item.entry.from < list.to)
  // What is moved to entries of another form, an item of a list to paragraphs, may become part of its neighbour.
  const formOf = ({ entry, label, numberSpan }: Item): string => `${text.slice(lineStart(text, entry.from), entry.from).trim()} ${label.from === numberSpan.from}`
  for (const item of items) {
    if (previous && listOf(previous) === listOf(item) && formOf(previous) === formOf(item) && !divides(text.slice(previous.block.to, item.block.from))) stretches.at(-1)?.push(item)
    else stretches.push([item])
    previous = item
  }
  return stretches
}

function ofDefinitions(definitions: readonly LinkDefinition[], text: string): ReferenceList {
  const items = definitions.map((definition): Item => {
    const { number, numberSpan, url, source } = definition
    const whole = definitionSpan(definition, text)
    // Not the model's, which has none where a definition directly follows a paragraph.
    const title = /\s(["'])(.*)\1$/su.exec(text.slice(url.span.to, whole.to))?.[2]
    return {
      number, numberSpan, source, entry: whole,
      label: { from: numberSpan.from - 1, to: numberSpan.to + 1 },
      block: { from: lineStart(text, whole.from), to: whole.to },
      definitions: [definition],
      words: wordsIn({ from: numberSpan.to, to: whole.to }, text),
      name: plainTitle((title ?? url.text).replace(/\s+/gu, ' ')) || `[${number}]`,
      title,
      authors: undefined,
      url: url.text,
      counted: false,
    }
  })
  const stretches: Item[][] = []
  items.forEach((item, i) => {
    const previous = items[i - 1]
    if (previous && trimmedEnd(text, { from: previous.block.to, to: item.block.from }) === previous.block.to) stretches.at(-1)?.push(item)
    else stretches.push([item])
  })
  return { items, stretches, strays: [] }
}

const wordsIn = ({ from, to }: Span, text: string): string => oneLine(text.slice(from, to))

const written = ({ from, to }: Span, text: string): string => text.slice(from, to)

import type { Block, Definition, Heading, Prose } from '../markdown'
import type { LinkDefinition, NumberGroup, Reference } from '../references/model'
import { isoDate } from '../references/dates'
import { styleOf } from '../references'
import type { Field } from '../references/dialect'
import { normalAddress } from '../references/address'
import { citationsIn, entriesIn, groupsIn, lateDefinitionsIn, linkLabelsIn, listedEntry, type Entry, type FoundCitation } from '../references/scan'
import { startingBy } from '../text/search'
import { shift, type Span } from '../text/span'
import type { Label, Placeholder } from './model'
import type { SectionTemplate } from './profile'
import type { Reader } from './reader'
import { INITIATIVE_NUMBER, normalTitle, withoutCitations } from './titles'

/** What one chunk says to a survey. Offsets are relative to the chunk. Everything else is put together from these. */
export interface Facts {
  readonly marks: readonly Mark[]
  /** What stands before the first mark, and behind each: one more than there are marks. */
  readonly stretches: readonly Stretch[]
  readonly citations: readonly FoundCitation[]
  /** `[1, 2]` and `[3–5]`. */
  readonly groups: readonly NumberGroup[]
  readonly definitions: readonly LinkDefinition[]
  /** What would be references if they stood in the reference list. */
  readonly entries: readonly ReadEntry[]
  readonly directives: readonly Directive[]
  readonly linkLabels: readonly number[]
}

/** A reference as far as one chunk tells. */
export type ReadEntry = Omit<Reference, 'origin' | 'definition'>

/** A heading, or an emphasised paragraph whose text is a section's title. */
export interface Mark {
  readonly label: Label
  /** Without an initiative's number. */
  readonly title: string
  readonly normal: string
  /** The title without citations. */
  readonly words: string
  readonly number: string | undefined
  readonly numberSpan: Span | undefined
  /** The section of an initiative that the title names. */
  readonly initiativeSection: SectionTemplate | undefined
  /** The section of the survey that the title names. */
  readonly surveySection: SectionTemplate | undefined
  readonly opensInitiatives: boolean
}

/** What there is to read between two marks. */
export interface Stretch {
  /** The weights of its blocks, or-ed. */
  readonly weights: number
  readonly placeholders: readonly Placeholder[]
}

/** How far a block is written; and a heading without text, which is one that is being typed. */
export const WEIGHTS = { placeholder: 1, draft: 2, none: 4, text: 8, heading: 16 } as const

export interface Directive {
  readonly span: Span
  readonly reach: 'line' | 'next-line' | 'section' | 'file'
  readonly codes: readonly string[]
}

/** Reads one chunk. `text` is the chunk's own. */
export function factsOf(blocks: readonly Block[], text: string, reader: Reader): Facts {
  const facts: Collected = { marks: [], stretches: [{ weights: 0, placeholders: [] }], citations: [], groups: [], definitions: [], entries: [], directives: [], linkLabels: [] }
  for (const block of blocks) readBlock(block, text, reader, facts)
  return facts
}

type Collected = { -readonly [K in Exclude<keyof Facts, 'stretches'>]: Facts[K] extends readonly (infer T)[] ? T[] : never } & {
  stretches: { weights: number; placeholders: Placeholder[] }[]
}

function readBlock(block: Block, text: string, reader: Reader, facts: Collected): void {
  switch (block.type) {
    case 'heading': {
      // It must not end what stands above it.
      if (block.content.from === block.content.to) return addContent(WEIGHTS.heading, [], facts)
      addMark(mark({ form: 'heading', level: block.level, span: block.span, content: words(block, text) }, text, reader), facts)
      for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
      append(facts.citations, citationsIn(text, block.content, block.quiet))
      append(facts.groups, groupsIn(text, block.content, block.quiet))
      append(facts.linkLabels, linkLabelsIn(text, block.content))
      return
    }
    case 'prose':
      return readProse(block, text, reader, facts)
    case 'definition': {
      const definition = numbered(block, text)
      if (definition) facts.definitions.push(definition)
      return
    }
    case 'comment':
      append(facts.directives, directivesIn(text, block.span))
      return
    case 'code':
    case 'html':
      return addContent(WEIGHTS.text, [], facts)
    case 'front-matter':
  }
}

function addMark(found: Mark, facts: Collected): void {
  facts.marks.push(found)
  facts.stretches.push({ weights: 0, placeholders: [] })
}

function addContent(weight: number, placeholders: readonly Placeholder[], facts: Collected): void {
  const stretch = facts.stretches.at(-1)
  if (!stretch) return
  stretch.weights |= weight
  append(stretch.placeholders, placeholders)
}

/** Not by spreading, which fails for more items than a call can have arguments. */
function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}

function readProse(block: Prose, text: string, reader: Reader, facts: Collected): void {
  append(facts.citations, citationsIn(text, block.span, block.quiet))
  append(facts.groups, groupsIn(text, block.span, block.quiet))
  append(facts.linkLabels, linkLabelsIn(text, block.span))
  for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
  if (block.emphasis) {
    const label = mark({ form: 'emphasis', span: block.span, content: block.emphasis }, text, reader)
    if (label.initiativeSection ?? label.surveySection) return addMark(label, facts)
  }
  const placeholders = placeholdersIn(block, text, reader)
  const entries = entriesIn(text, block.span)
  const listed = entries.length === 0 ? listedEntry(text, block.span, facts.entries.at(-1)) : undefined
  const found = listed ? [listed] : entries
  for (const entry of found) facts.entries.push(reference(entry, text))
  const definitions = lateDefinitionsIn(text, block.span)
  append(facts.definitions, definitions)
  const placed = placeholders.map((span) => ({ ...span, within: isIn(found, span) ? 'entry' : isIn(definitions, span) ? 'definition' : undefined } as const))
  addContent(weigh(block, text, placeholders, reader), placed, facts)
}

/** Whether a span starts in one of items in text order. */
function isIn(items: readonly { readonly span: Span }[], { from }: Span): boolean {
  const last = startingBy(items, from)
  return last !== undefined && from < last.span.to
}

function mark(label: Label, text: string, reader: Reader): Mark {
  const content = text.slice(label.content.from, label.content.to)
  const number = label.form === 'heading' ? INITIATIVE_NUMBER.exec(content) : null
  const title = (number ? content.slice(number[0].length) : content).trim()
  const normal = normalTitle(title)
  const initiativeSection = number ? undefined : reader.initiativeSection(normal)
  const surveySection = number ? undefined : reader.surveySection(normal)
  const digits = number?.[1]
  const at = label.content.from + content.indexOf(digits ?? '')
  return {
    label,
    title,
    normal,
    words: withoutCitations(title),
    number: digits,
    numberSpan: digits === undefined ? undefined : { from: at, to: at + digits.length },
    initiativeSection,
    surveySection,
    opensInitiatives: label.form === 'heading' && !number && reader.opensInitiatives(normal),
  }
}

/** Of a setext heading over several lines, the first: findings and labels sit on one line. A comment at its end is no title. */
function words({ content, quiet }: Heading, text: string): Span {
  const end = text.slice(content.from, content.to).search(/\r?\n/)
  const line = end < 0 ? content : { from: content.from, to: content.from + end }
  const comment = quiet.find(({ type, to }) => type === 'comment' && to === line.to)
  return comment ? { from: line.from, to: line.from + text.slice(line.from, comment.from).trimEnd().length } : line
}

function placeholdersIn(block: Prose, text: string, reader: Reader): readonly Span[] {
  const prose = text.slice(block.span.from, block.span.to)
  if (!reader.mayHoldPlaceholder.test(prose)) return NONE
  const found: Span[] = []
  const hidden = block.quiet.filter(({ type }) => HIDDEN.has(type))
  let next = 0
  for (const match of prose.matchAll(reader.placeholder)) {
    const span = { from: block.span.from + match.index, to: block.span.from + match.index + match[0].length }
    while ((hidden[next]?.to ?? Infinity) <= span.from) next++
    if ((hidden[next]?.from ?? Infinity) >= span.to) found.push(span)
  }
  return found
}

const NONE: readonly never[] = []

const HIDDEN: ReadonlySet<string> = new Set(['code', 'comment', 'math'])

/** One of `WEIGHTS`, or 0 where there is nothing to read. */
function weigh(block: Prose, text: string, placeholders: readonly Span[], reader: Reader): number {
  const without = [...placeholders, ...block.quiet.filter((quiet) => quiet.type === 'comment')]
  const rest = remove(text, block.span, without)
  if (!/[a-z0-9]/i.test(rest) && !/[\p{L}\p{N}\p{So}]/u.test(rest) && !block.quiet.some((quiet) => quiet.type === 'image')) {
    return placeholders.length > 0 ? WEIGHTS.placeholder : 0
  }
  if (placeholders.length > 0) return WEIGHTS.draft
  return rest.length < 40 && reader.saysNone(normalTitle(rest)) ? WEIGHTS.none : WEIGHTS.text
}

function remove(text: string, within: Span, spans: readonly Span[]): string {
  let rest = ''
  let at = within.from
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from < at) continue
    rest += `${text.slice(at, span.from)} `
    at = span.to
  }
  return rest + text.slice(at, within.to)
}

function numbered(definition: Definition, text: string): LinkDefinition | undefined {
  const label = text.slice(definition.label.from, definition.label.to)
  if (!/^\d{1,6}$/.test(label)) return undefined
  const { url, title } = definition
  return {
    number: Number(label),
    span: definition.span,
    numberSpan: definition.label,
    url: { text: text.slice(url.from, url.to), span: url },
    source: normalAddress(text.slice(url.from, url.to)),
    ...(title && { title: { text: text.slice(title.from, title.to), span: title } }),
  }
}

function reference(entry: Entry, text: string): ReadEntry {
  const { number, span, label, numberSpan, body } = entry
  const written = text.slice(body.from, body.to)
  const style = styleOf(written)
  const { title, authors, url, accessed } = style.parse(written)
  const moved = (field: Field | undefined): Field | undefined => field && { text: field.text, span: shift(field.span, body.from) }
  return {
    number, span, label, numberSpan, body,
    style: style.id,
    title: moved(title),
    authors: moved(authors),
    url: moved(url),
    source: url && normalAddress(url.text),
    accessed: moved(accessed),
    accessedOn: accessed && isoDate(accessed.text),
  }
}

const DIRECTIVE = /<!--\s{0,99}survey-disable-(line|next-line|section|file)\b([^<>]{0,999}?)-->/gu

function directivesIn(text: string, within: Span): readonly Directive[] {
  return [...text.slice(within.from, within.to).matchAll(DIRECTIVE)].map((match) => ({
    span: { from: within.from + match.index, to: within.from + match.index + match[0].length },
    reach: match[1] as Directive['reach'],
    codes: match[2]?.match(/[a-z][a-z-]*[a-z]/gu) ?? [],
  }))
}

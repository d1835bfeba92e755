import type { Block, Heading, Prose, Quiet } from '../../markdown'
import type { LinkByNumber, LinkDefinition, NumberGroup } from '../../references/model'
import { listForms } from '../../references/forms'
import type { Notation } from '../../references/forms/form'
import {
  citationReaders,
  groupsIn,
  lateDefinitionsIn,
  linksByNumberIn,
  type FoundCitation,
} from '../../references/scan'
import { spansIn, startingBy } from '../../text/search'
import type { Span } from '../../text/span'
import type { Placeholder } from '../model'
import { labelIn } from '../labels'
import { linesOf } from '../labels/line'
import type { Words } from '../words'
import { anchorsIn, contentsItemIn } from '../contents/item'
import type { ContentsItem } from '../contents/model'
import { numberedDefinition } from './definition'
import { directivesIn, type Directive } from './directives'
import { readEntry, type ReadEntry } from './entry'
import { FoundLabel } from './foundLabel'
import { headingWords } from './mark'
import { placeholdersIn } from './placeholders'
import type { Stretch } from './stretch'
import { weigh, WEIGHTS } from './weight'

/** What one chunk says to a survey. Offsets are relative to the chunk. Everything else is put together from these. */
export interface Facts {
  /** Everything that may be a label: who reads by a profile takes of it what is one. */
  readonly labels: readonly FoundLabel[]
  /** What stands before the first label, and behind each: one more than there are labels. */
  readonly stretches: readonly Stretch[]
  readonly citations: readonly FoundCitation[]
  /** `[^7]`. */
  readonly footnotesCited: readonly FoundCitation[]
  /** `[1, 2]` and `[3–5]`. */
  readonly groups: readonly NumberGroup[]
  readonly definitions: readonly LinkDefinition[]
  /** What would be references if they stood in the reference list. */
  readonly entries: readonly ReadEntry[]
  /** The footnotes, which are references wherever they stand if a file lists none otherwise. */
  readonly footnotes: readonly ReadEntry[]
  readonly directives: readonly Directive[]
  readonly linksByNumber: readonly LinkByNumber[]
  /** What would be the entries of a table of contents. */
  readonly contentsItems: readonly ContentsItem[]
  /** What links may lead to besides headings. */
  readonly anchors: readonly string[]
}

/** Reads one chunk. `text` is the chunk's own. */
export function factsOf(blocks: readonly Block[], text: string, words: Words): Facts {
  const facts: Collected = {
    labels: [],
    stretches: [{ weights: 0, placeholders: [] }],
    citations: [],
    footnotesCited: [],
    groups: [],
    definitions: [],
    entries: [],
    footnotes: [],
    directives: [],
    linksByNumber: [],
    contentsItems: [],
    anchors: [...anchorsIn(text)],
  }
  blocks.forEach((block, i) => readBlock(block, text, words, facts, blocks[i + 1]?.span.from))
  return facts
}

type Collected = {
  -readonly [K in Exclude<keyof Facts, 'stretches'>]: Facts[K] extends readonly (infer T)[] ? T[] : never
} & {
  stretches: { weights: number; placeholders: Placeholder[] }[]
}

/** `next` is where the next block begins. */
function readBlock(block: Block, text: string, words: Words, facts: Collected, next: number | undefined): void {
  switch (block.type) {
    case 'heading': {
      // It must not end what stands above it.
      if (block.content.from === block.content.to) return addContent(WEIGHTS.heading, [], facts)
      addLabel(headingLabel(block, text), facts)
      for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
      addCitations(block.content, block.quiet, text, facts)
      append(facts.linksByNumber, linksByNumberIn(text, block.quiet))
      return
    }
    case 'prose':
      return readProse(block, text, words, facts, next)
    case 'definition': {
      const definition = numberedDefinition(block, text)
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

function addLabel(found: FoundLabel, facts: Collected): void {
  facts.labels.push(found)
  facts.stretches.push({ weights: 0, placeholders: [] })
}

function headingLabel(heading: Heading, text: string): FoundLabel {
  const { level, span } = heading
  return new FoundLabel({ form: 'heading', level, span, content: headingWords(heading, text) }, text, undefined, true, {
    weights: 0,
    placeholders: [],
  })
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

function readProse(block: Prose, text: string, words: Words, facts: Collected, next: number | undefined): void {
  addCitations(block.span, block.quiet, text, facts)
  append(facts.linksByNumber, linksByNumberIn(text, block.quiet))
  for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
  const item = contentsItemIn(block, text)
  if (item) facts.contentsItems.push(item)
  const placeholders = placeholdersIn(block, text, words)
  const found = entriesOf({ ...block, span: withoutTitle(block, text) }, text, facts)
  const definitions = lateDefinitionsIn(text, block.span)
  append(facts.definitions, definitions)
  const placed = placeholders.map(
    (span) =>
      ({ ...span, within: isIn(found, span) ? 'entry' : isIn(definitions, span) ? 'definition' : undefined }) as const,
  )
  addProse(block, placed, text, words, facts, next)
}

/** What a paragraph says, around the labels in it and behind them. */
function addProse(
  block: Prose,
  placeholders: readonly Placeholder[],
  text: string,
  words: Words,
  facts: Collected,
  next: number | undefined,
): void {
  const part = (span: Span): Stretch => {
    const inside = spansIn(placeholders, span)
    const quiet = spansIn(block.quiet, span)
    return { weights: weigh({ ...block, span, quiet }, text, inside, words), placeholders: inside }
  }
  const add = (span: Span): void => {
    const { weights, placeholders: inside } = part(span)
    addContent(weights, inside, facts)
  }
  let at = block.span.from
  if (MAY_HOLD_LABEL.test(text.slice(block.span.from, block.span.to)) || isListItem(block, text)) {
    for (const line of linesOf(block, text, next)) {
      const found = labelIn(line)
      if (!found) continue
      if (line.from > at) add({ from: at, to: line.from })
      const { form, span, content, isAlone } = found
      const column = line.column > 1 || line.markAt !== undefined ? line.column : undefined
      const own = part({ from: line.from, to: span.to })
      addLabel(new FoundLabel({ form, span, content }, text, column, isAlone, own), facts)
      at = span.to
    }
  }
  if (at < block.span.to) add(at === block.span.from ? block.span : { from: at, to: block.span.to })
}

/** Emphasis at the beginning of a line, or a colon or a number near it: few paragraphs have them. */
const MAY_HOLD_LABEL = /^[ \t]*(?:[*_]|[^\n:：]{1,130}[:：]|(?:[A-Z]|\d{1,3})[.)][ \t])/mu

const isListItem = ({ span: { from } }: Prose, text: string): boolean =>
  ' \t'.includes(text.charAt(from - 1)) && from > 0

/** A line such as `Citations:` right above the entries of a list is its title. */
function withoutTitle({ span }: Prose, text: string): Span {
  const [title] = LIST_TITLE.exec(text.slice(span.from, span.from + LONGEST_LIST_TITLE)) ?? []
  return title === undefined ? span : { from: span.from + title.length, to: span.to }
}

const LIST_TITLE = /^[*_]{0,3}\p{L}[^\n[\]:：]{0,60}[*_]{0,3}[:：][*_]{0,3}[ \t]*\r?\n(?=[ \t]*\[)/u

/** UTF-16 units. */
const LONGEST_LIST_TITLE = 80

function addCitations(within: Span, quiet: readonly Quiet[], text: string, facts: Collected): void {
  append(facts.citations, citationReaders.brackets(text, within, quiet))
  append(facts.footnotesCited, citationReaders.footnotes(text, within, quiet))
  append(facts.groups, groupsIn(text, within, quiet))
}

/** Notes the entries that a paragraph holds: footnotes, and those of another form before them. */
function entriesOf({ span }: Prose, text: string, facts: Collected): readonly ReadEntry[] {
  const read: Readonly<Record<Notation, ReadEntry[]>> = { brackets: [], footnotes: [] }
  for (const { notation, entriesIn } of listForms) {
    if (read[notation].length > 0) continue
    const to = read.footnotes[0]?.span.from ?? span.to
    for (const entry of entriesIn(text, { from: span.from, to }, facts.entries.at(-1)))
      read[notation].push(readEntry(entry, text))
  }
  append(facts.entries, read.brackets)
  append(facts.footnotes, read.footnotes)
  return [...read.brackets, ...read.footnotes]
}

/** Whether a span starts in one of items in text order. */
function isIn(items: readonly { readonly span: Span }[], { from }: Span): boolean {
  const last = startingBy(items, from)
  return last !== undefined && from < last.span.to
}

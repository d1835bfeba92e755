import type { Block, Prose, Quiet } from '../../markdown'
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
import { startingBy } from '../../text/search'
import type { Span } from '../../text/span'
import type { Placeholder } from '../model'
import type { Reader } from '../reader'
import { numberedDefinition } from './definition'
import { directivesIn, type Directive } from './directives'
import { readEntry, type ReadEntry } from './entry'
import { headingMark, mark, type Mark } from './mark'
import { placeholdersIn } from './placeholders'
import { weigh, WEIGHTS } from './weight'

/** What one chunk says to a survey. Offsets are relative to the chunk. Everything else is put together from these. */
export interface Facts {
  readonly marks: readonly Mark[]
  /** What stands before the first mark, and behind each: one more than there are marks. */
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
}

/** What there is to read between two marks. */
export interface Stretch {
  /** The weights of its blocks, or-ed. */
  readonly weights: number
  readonly placeholders: readonly Placeholder[]
}

/** Reads one chunk. `text` is the chunk's own. */
export function factsOf(blocks: readonly Block[], text: string, reader: Reader): Facts {
  const facts: Collected = {
    marks: [],
    stretches: [{ weights: 0, placeholders: [] }],
    citations: [],
    footnotesCited: [],
    groups: [],
    definitions: [],
    entries: [],
    footnotes: [],
    directives: [],
    linksByNumber: [],
  }
  for (const block of blocks) readBlock(block, text, reader, facts)
  return facts
}

type Collected = {
  -readonly [K in Exclude<keyof Facts, 'stretches'>]: Facts[K] extends readonly (infer T)[] ? T[] : never
} & {
  stretches: { weights: number; placeholders: Placeholder[] }[]
}

function readBlock(block: Block, text: string, reader: Reader, facts: Collected): void {
  switch (block.type) {
    case 'heading': {
      // It must not end what stands above it.
      if (block.content.from === block.content.to) return addContent(WEIGHTS.heading, [], facts)
      addMark(headingMark(block, text, reader), facts)
      for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
      addCitations(block.content, block.quiet, text, facts)
      append(facts.linksByNumber, linksByNumberIn(text, block.quiet))
      return
    }
    case 'prose':
      return readProse(block, text, reader, facts)
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
  addCitations(block.span, block.quiet, text, facts)
  append(facts.linksByNumber, linksByNumberIn(text, block.quiet))
  for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
  if (block.emphasis) {
    const label = mark({ form: 'emphasis', span: block.span, content: block.emphasis }, text, reader)
    if (label.initiativeSection ?? label.surveySection) return addMark(label, facts)
  }
  const placeholders = placeholdersIn(block, text, reader)
  const found = entriesOf(block, text, facts)
  const definitions = lateDefinitionsIn(text, block.span)
  append(facts.definitions, definitions)
  const placed = placeholders.map(
    (span) =>
      ({ ...span, within: isIn(found, span) ? 'entry' : isIn(definitions, span) ? 'definition' : undefined }) as const,
  )
  addContent(weigh(block, text, placeholders, reader), placed, facts)
}

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

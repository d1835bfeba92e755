import type { Block, Prose } from '../../markdown'
import type { LinkByNumber, LinkDefinition, NumberGroup } from '../../references/model'
import {
  citationsIn,
  entriesIn,
  groupsIn,
  lateDefinitionsIn,
  linksByNumberIn,
  listedEntry,
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
  /** `[1, 2]` and `[3–5]`. */
  readonly groups: readonly NumberGroup[]
  readonly definitions: readonly LinkDefinition[]
  /** What would be references if they stood in the reference list. */
  readonly entries: readonly ReadEntry[]
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
    groups: [],
    definitions: [],
    entries: [],
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
      append(facts.citations, citationsIn(text, block.content, block.quiet))
      append(facts.groups, groupsIn(text, block.content, block.quiet))
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
  append(facts.citations, citationsIn(text, block.span, block.quiet))
  append(facts.groups, groupsIn(text, block.span, block.quiet))
  append(facts.linksByNumber, linksByNumberIn(text, block.quiet))
  for (const quiet of block.quiet) if (quiet.type === 'comment') append(facts.directives, directivesIn(text, quiet))
  if (block.emphasis) {
    const label = mark({ form: 'emphasis', span: block.span, content: block.emphasis }, text, reader)
    if (label.initiativeSection ?? label.surveySection) return addMark(label, facts)
  }
  const placeholders = placeholdersIn(block, text, reader)
  const entries = entriesIn(text, block.span)
  const listed = entries.length === 0 ? listedEntry(text, block.span, facts.entries.at(-1)) : undefined
  const found = listed ? [listed] : entries
  for (const entry of found) facts.entries.push(readEntry(entry, text))
  const definitions = lateDefinitionsIn(text, block.span)
  append(facts.definitions, definitions)
  const placed = placeholders.map(
    (span) =>
      ({ ...span, within: isIn(found, span) ? 'entry' : isIn(definitions, span) ? 'definition' : undefined }) as const,
  )
  addContent(weigh(block, text, placeholders, reader), placed, facts)
}

/** Whether a span starts in one of items in text order. */
function isIn(items: readonly { readonly span: Span }[], { from }: Span): boolean {
  const last = startingBy(items, from)
  return last !== undefined && from < last.span.to
}

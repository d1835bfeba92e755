import type { Chunk, Markdown } from '../markdown'
import type { LinkDefinition, NumberGroup } from '../references/model'
import { CitationAt, definitionAt, ReferenceAt } from '../references/placed'
import { shift, type Span } from '../text/span'
import type { Directive, Facts, Mark } from './facts'

/** The facts of a whole text, in text order, at offsets of that text. */
export interface Gathered {
  /** As the chunks have them: what most marks are asked for is not where they are. */
  readonly marks: readonly Mark[]
  /** For each mark, where the chunk that it is relative to starts. */
  readonly bases: readonly number[]
  /** For each mark, the weights of what stands between it and the next, or-ed. */
  readonly weights: readonly number[]
  readonly citations: readonly CitationAt[]
  readonly entries: readonly ReferenceAt[]
  readonly definitions: readonly LinkDefinition[]
  readonly groups: readonly NumberGroup[]
  readonly placeholders: readonly Span[]
  readonly directives: readonly Directive[]
  readonly linkLabels: readonly number[]
  readonly chunks: readonly Chunk<Facts>[]
  readonly checkpoints: readonly Checkpoint[]
}

/** How much was gathered in front of a chunk. */
interface Checkpoint {
  readonly counts: readonly [marks: number, citations: number, entries: number, definitions: number, groups: number, placeholders: number, directives: number, linkLabels: number]
  /** The weights of the last mark so far. */
  readonly weights: number
}

/** One checkpoint in so many chunks: enough to begin near an edit, and few. */
const STRIDE = 16

/** Puts together what the chunks say. What `before` has of the chunks in front of an edit is taken over as it is. */
export function gather({ chunks, starts }: Markdown<Facts>, before: Gathered | undefined): Gathered {
  const known = before ? Math.min(before.checkpoints.length - 1, Math.floor(commonLength(chunks, before.chunks) / STRIDE)) : -1
  const all = before && known >= 0 ? upTo(before, known, chunks) : nothing(chunks)
  for (let i = Math.max(0, known * STRIDE); i < chunks.length; i++) {
    if (i % STRIDE === 0) all.checkpoints.push(checkpoint(all))
    add(all, (chunks[i] as Chunk<Facts>).content, starts[i] as number)
  }
  return all
}

/** How many chunks are the same objects from the start on. */
function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

type Growing = { -readonly [K in Exclude<keyof Gathered, 'chunks'>]: Gathered[K] extends readonly (infer T)[] ? T[] : never } & Pick<Gathered, 'chunks'>

const nothing = (chunks: Gathered['chunks']): Growing => ({ chunks, marks: [], bases: [], weights: [], citations: [], entries: [], definitions: [], groups: [], placeholders: [], directives: [], linkLabels: [], checkpoints: [] })

function add(all: Growing, facts: Facts, start: number): void {
  const { marks, stretches, citations, entries, definitions, groups, directives, linkLabels } = facts
  stretches.forEach(({ weights, placeholders }, i) => {
    if (i > 0) all.weights.push(weights)
    else if (all.weights.length > 0) all.weights[all.weights.length - 1] = (all.weights.at(-1) ?? 0) | weights
    for (const span of placeholders) all.placeholders.push(shift(span, start))
  })
  for (const mark of marks) {
    all.marks.push(mark)
    all.bases.push(start)
  }
  for (const citation of citations) all.citations.push(new CitationAt(citation, start))
  for (const entry of entries) all.entries.push(new ReferenceAt(entry, start))
  for (const definition of definitions) all.definitions.push(definitionAt(definition, start))
  for (const { span, numbers } of groups) all.groups.push({ span: shift(span, start), numbers })
  for (const number of linkLabels) all.linkLabels.push(number)
  for (const directive of directives) all.directives.push({ ...directive, span: shift(directive.span, start) })
}

const checkpoint = (all: Growing): Checkpoint => ({
  counts: [all.marks.length, all.citations.length, all.entries.length, all.definitions.length, all.groups.length, all.placeholders.length, all.directives.length, all.linkLabels.length],
  weights: all.weights.at(-1) ?? 0,
})

function upTo(before: Gathered, index: number, chunks: Gathered['chunks']): Growing {
  const { counts: [marks, citations, entries, definitions, groups, placeholders, directives, linkLabels], weights } = before.checkpoints[index] as Checkpoint
  const kept = before.weights.slice(0, marks)
  if (marks > 0) kept[marks - 1] = weights
  return {
    chunks,
    marks: before.marks.slice(0, marks),
    bases: before.bases.slice(0, marks),
    weights: kept,
    citations: before.citations.slice(0, citations),
    entries: before.entries.slice(0, entries),
    definitions: before.definitions.slice(0, definitions),
    groups: before.groups.slice(0, groups),
    placeholders: before.placeholders.slice(0, placeholders),
    directives: before.directives.slice(0, directives),
    linkLabels: before.linkLabels.slice(0, linkLabels),
    checkpoints: before.checkpoints.slice(0, index),
  }
}

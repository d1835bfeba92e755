import type { Chunk, Markdown } from '../markdown'
import type { GroupPart, LinkByNumber, LinkDefinition, NumberGroup } from '../references/model'
import { CitationAt, definitionAt, ReferenceAt } from '../references/placed'
import { shift } from '../text/span'
import type { ContentsItem } from './contents/model'
import { markOf, type Directive, type Facts, type FoundLabel, type Mark, type Stretch } from './facts'
import type { Placeholder } from './model'
import type { Reader } from './reader'

/** The facts of a whole text, in text order, at offsets of that text. Each list is put together when somebody asks for it. */
export interface Gathered extends Marked {
  readonly citations: readonly CitationAt[]
  readonly footnotesCited: readonly CitationAt[]
  readonly entries: readonly ReferenceAt[]
  readonly footnotes: readonly ReferenceAt[]
  readonly definitions: readonly LinkDefinition[]
  readonly groups: readonly NumberGroup[]
  readonly directives: readonly Directive[]
  readonly linksByNumber: readonly LinkByNumber[]
  readonly contentsItems: readonly ContentsItem[]
  readonly anchors: readonly string[]
}

/** The part of the facts that depends on who reads. */
export interface Marked {
  /** As the chunks have them: what most marks are asked for is not where they are. */
  readonly marks: readonly Mark[]
  /** For each mark, where the chunk that it is relative to starts. */
  readonly bases: readonly number[]
  /** For each mark, the weights of what stands between it and the next, or-ed. */
  readonly weights: readonly number[]
  readonly placeholders: readonly Placeholder[]
}

/** Everything that may be a label, in text order. */
export interface Labelled {
  readonly labels: readonly FoundLabel[]
  /** For each, where its chunk starts. */
  readonly labelBases: readonly number[]
  /** For each, the weights of what stands between it and the next. */
  readonly labelWeights: readonly number[]
}

/** What a label is to who reads; null where it is none. */
type ReadLabel = (label: FoundLabel) => Mark | null

/** How a list grows by what one chunk says, which starts at an offset of the text. */
type Add<T> = (list: T[], facts: Facts, start: number, read: ReadLabel) => void

type Adders<Lists extends object> = {
  readonly [K in keyof Lists]: Lists[K] extends readonly (infer T)[] ? Add<T> : never
}

const adders: Adders<Omit<Gathered, keyof Marked> & Labelled> = {
  labels(list, { labels }) {
    for (const label of labels) list.push(label)
  },
  labelBases(list, { labels }, start) {
    for (let i = 0; i < labels.length; i++) list.push(start)
  },
  labelWeights: (list, { stretches }) => stretches.forEach(({ weights }, i) => addWeight(list, weights, i > 0)),
  citations(list, { citations }, start) {
    for (const citation of citations) list.push(new CitationAt(citation, start))
  },
  footnotesCited(list, { footnotesCited }, start) {
    for (const citation of footnotesCited) list.push(new CitationAt(citation, start))
  },
  footnotes(list, { footnotes }, start) {
    for (const entry of footnotes) list.push(new ReferenceAt(entry, start))
  },
  entries(list, { entries }, start) {
    for (const entry of entries) list.push(new ReferenceAt(entry, start))
  },
  definitions(list, { definitions }, start) {
    for (const definition of definitions) list.push(definitionAt(definition, start))
  },
  groups(list, { groups }, start) {
    for (const { span, numbers, parts } of groups)
      list.push({ span: shift(span, start), numbers, parts: parts.map((part) => partAt(part, start)) })
  },
  directives(list, { directives }, start) {
    for (const directive of directives) list.push({ ...directive, span: shift(directive.span, start) })
  },
  linksByNumber(list, { linksByNumber }, start) {
    for (const { number, numberSpan, span } of linksByNumber)
      list.push({ number, numberSpan: shift(numberSpan, start), span: shift(span, start) })
  },
  contentsItems(list, { contentsItems }, start) {
    for (const { span, mark, words, anchor } of contentsItems)
      list.push({ span: shift(span, start), mark, words: shift(words, start), anchor: shift(anchor, start) })
  },
  anchors(list, { anchors }) {
    for (const anchor of anchors) list.push(anchor)
  },
}

/** What a label that is none to the reader says belongs to what stands above it. */
const markAdders: Adders<Marked> = {
  marks(list, { labels }, _, read) {
    for (const label of labels) {
      const mark = read(label)
      if (mark) list.push(mark)
    }
  },
  bases(list, { labels }, start, read) {
    for (const label of labels) if (read(label)) list.push(start)
  },
  weights: (list, { labels, stretches }, _, read) =>
    stretches.forEach(({ weights }, i) => {
      const label = labels[i - 1]
      if (!label) addWeight(list, weights, false)
      else if (read(label)) list.push(weights)
      else addWeight(list, label.own.weights | weights, false)
    }),
  placeholders(list, { labels, stretches }, start, read) {
    const add = ({ placeholders }: Stretch): void => {
      for (const { from, to, within } of placeholders) list.push({ from: from + start, to: to + start, within })
    }
    stretches.forEach((stretch, i) => {
      const label = labels[i - 1]
      if (label && label.own.placeholders.length > 0 && !read(label)) add(label.own)
      add(stretch)
    })
  },
}

function addWeight(list: number[], weights: number, isNew: boolean): void {
  if (isNew) list.push(weights)
  else if (list.length > 0) list[list.length - 1] = (list.at(-1) ?? 0) | weights
}

function partAt({ numbers, span, first, last }: GroupPart, start: number): GroupPart {
  const firstAt = shift(first, start)
  return { numbers, span: shift(span, start), first: firstAt, last: last === first ? firstAt : shift(last, start) }
}

/** A list as it was last put together, to go on from in front of an edit. */
interface List<T> {
  readonly chunks: readonly Chunk<Facts>[]
  readonly items: readonly T[]
  /** In front of every so many chunks, how long the list was, and what its last item was. */
  readonly checkpoints: readonly { readonly length: number; readonly last: T | undefined }[]
}

type ListsOf<T> = Partial<Record<keyof T, List<unknown>>>

/** What was last put together, by nobody in particular and by readers. */
export interface Lists {
  readonly plain: ListsOf<Gathered & Labelled>
  readonly byReader: Map<Reader, ByReader>
}

interface ByReader {
  readonly lists: ListsOf<Marked>
  /** What each label is to the reader; null where it is none. */
  readonly marks: WeakMap<FoundLabel, Mark | null>
}

export const noLists = (): Lists => ({ plain: {}, byReader: new Map() })

/** A copy, to go on from in another version. */
export const copiedLists = ({ plain, byReader }: Lists): Lists => ({
  plain: { ...plain },
  byReader: new Map([...byReader].map(([reader, { lists, marks }]) => [reader, { lists: { ...lists }, marks }])),
})

/** One checkpoint in so many chunks: enough to begin near an edit, and few. */
const STRIDE = 16

/** Puts together what the chunks say. What `known` has of the chunks in front of an edit is taken over; what is new is put there. */
export const gather = (markdown: Markdown<Facts>, known: Lists): Omit<Gathered, keyof Marked> & Labelled =>
  collected(markdown, known.plain, () => null)

/** Puts together what a reader makes of the labels. */
export function gatherMarks(markdown: Markdown<Facts>, reader: Reader, { byReader }: Lists): Marked {
  const { lists, marks } = byReader.get(reader) ?? { lists: {}, marks: new WeakMap<FoundLabel, Mark | null>() }
  byReader.set(reader, { lists, marks })
  return collectedMarks(markdown, lists, (label) => {
    const known = marks.get(label)
    if (known !== undefined) return known
    const mark = markOf(label, reader) ?? null
    marks.set(label, mark)
    return mark
  })
}

/** Makes, of the ways in which lists grow, something with these lists, each put together when somebody asks. Made once: one of it is made for every key. */
function collector<T extends object>(
  by: Adders<T>,
): (markdown: Markdown<Facts>, known: ListsOf<T>, read: ReadLabel) => T {
  class Collected {
    readonly found: Partial<Record<keyof T, unknown>> = {}
    constructor(
      readonly markdown: Markdown<Facts>,
      readonly known: ListsOf<T>,
      readonly read: ReadLabel,
    ) {}
  }
  for (const name of Object.keys(by) as (keyof T & string)[]) {
    Object.defineProperty(Collected.prototype, name, {
      enumerable: true,
      get(this: Collected) {
        if (!(name in this.found)) {
          const list = collect(by[name] as Add<unknown>, this.markdown, this.known[name], this.read)
          this.known[name] = list
          this.found[name] = list.items
        }
        return this.found[name]
      },
    })
  }
  return (markdown, known, read) => new Collected(markdown, known, read) as unknown as T
}

const collected = collector(adders)
const collectedMarks = collector(markAdders)

function collect<T>(
  add: Add<T>,
  { chunks, starts }: Markdown<Facts>,
  before: List<T> | undefined,
  read: ReadLabel,
): List<T> {
  const kept = before
    ? Math.min(before.checkpoints.length - 1, Math.floor(commonLength(chunks, before.chunks) / STRIDE))
    : -1
  const from = before?.checkpoints[kept]
  const items = from && before ? before.items.slice(0, from.length) : []
  if (from?.last !== undefined) items[items.length - 1] = from.last
  const checkpoints = before?.checkpoints.slice(0, Math.max(0, kept)) ?? []
  for (let i = Math.max(0, kept * STRIDE); i < chunks.length; i++) {
    if (i % STRIDE === 0) checkpoints.push({ length: items.length, last: items.at(-1) })
    add(items, (chunks[i] as Chunk<Facts>).content, starts[i] as number, read)
  }
  return { chunks, items, checkpoints }
}

/** How many chunks are the same objects from the start on. */
function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

import type { Chunk, Markdown } from '../markdown'
import type { GroupPart, LinkByNumber, LinkDefinition, NumberGroup } from '../references/model'
import { CitationAt, definitionAt, ReferenceAt } from '../references/placed'
import { once } from '../text/once'
import { shift } from '../text/span'
import type { Directive, Facts, Mark } from './facts'
import type { Placeholder } from './model'

/** The facts of a whole text, in text order, at offsets of that text. Each list is put together when somebody asks for it. */
export interface Gathered {
  /** As the chunks have them: what most marks are asked for is not where they are. */
  readonly marks: readonly Mark[]
  /** For each mark, where the chunk that it is relative to starts. */
  readonly bases: readonly number[]
  /** For each mark, the weights of what stands between it and the next, or-ed. */
  readonly weights: readonly number[]
  readonly citations: readonly CitationAt[]
  readonly footnotesCited: readonly CitationAt[]
  readonly entries: readonly ReferenceAt[]
  readonly footnotes: readonly ReferenceAt[]
  readonly definitions: readonly LinkDefinition[]
  readonly groups: readonly NumberGroup[]
  readonly placeholders: readonly Placeholder[]
  readonly directives: readonly Directive[]
  readonly linksByNumber: readonly LinkByNumber[]
}

/** How a list grows by what one chunk says, which starts at an offset of the text. */
type Add<T> = (list: T[], facts: Facts, start: number) => void

const adders: { readonly [K in keyof Gathered]: Add<Gathered[K][number]> } = {
  marks(list, { marks }) {
    for (const mark of marks) list.push(mark)
  },
  bases(list, { marks }, start) {
    for (let i = 0; i < marks.length; i++) list.push(start)
  },
  weights: (list, { stretches }) =>
    stretches.forEach(({ weights }, i) => {
      if (i > 0) list.push(weights)
      else if (list.length > 0) list[list.length - 1] = (list.at(-1) ?? 0) | weights
    }),
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
  placeholders(list, { stretches }, start) {
    for (const { placeholders } of stretches)
      for (const { from, to, within } of placeholders) list.push({ from: from + start, to: to + start, within })
  },
  directives(list, { directives }, start) {
    for (const directive of directives) list.push({ ...directive, span: shift(directive.span, start) })
  },
  linksByNumber(list, { linksByNumber }, start) {
    for (const { number, numberSpan, span } of linksByNumber)
      list.push({ number, numberSpan: shift(numberSpan, start), span: shift(span, start) })
  },
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

export type Lists = Partial<Record<keyof Gathered, List<unknown>>>

/** One checkpoint in so many chunks: enough to begin near an edit, and few. */
const STRIDE = 16

/** Puts together what the chunks say. What `known` has of the chunks in front of an edit is taken over; what is new is put there. */
export function gather(markdown: Markdown<Facts>, known: Lists): Gathered {
  const gathered = {}
  for (const name of Object.keys(adders) as readonly (keyof Gathered)[]) {
    const find = once(() => found(name))
    Object.defineProperty(gathered, name, { get: find, enumerable: true })
  }
  return gathered as Gathered

  function found<K extends keyof Gathered>(name: K): Gathered[K] {
    const list = collect(
      adders[name] as Add<Gathered[K][number]>,
      markdown,
      known[name] as List<Gathered[K][number]> | undefined,
    )
    known[name] = list
    return list.items as Gathered[K]
  }
}

function collect<T>(add: Add<T>, { chunks, starts }: Markdown<Facts>, before: List<T> | undefined): List<T> {
  const kept = before
    ? Math.min(before.checkpoints.length - 1, Math.floor(commonLength(chunks, before.chunks) / STRIDE))
    : -1
  const from = before?.checkpoints[kept]
  const items = from && before ? before.items.slice(0, from.length) : []
  if (from?.last !== undefined) items[items.length - 1] = from.last
  const checkpoints = before?.checkpoints.slice(0, Math.max(0, kept)) ?? []
  for (let i = Math.max(0, kept * STRIDE); i < chunks.length; i++) {
    if (i % STRIDE === 0) checkpoints.push({ length: items.length, last: items.at(-1) })
    add(items, (chunks[i] as Chunk<Facts>).content, starts[i] as number)
  }
  return { chunks, items, checkpoints }
}

/** How many chunks are the same objects from the start on. */
function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

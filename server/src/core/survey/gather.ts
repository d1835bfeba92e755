import type { Chunk, Markdown } from '../markdown'
import type { Field } from '../references/dialect'
import type { Citation, LinkDefinition, Reference } from '../references/model'
import { shift, type Span } from '../text/span'
import { factsOf, type Facts, type Mark } from './facts'
import type { Reader } from './reader'

/** Remembers what chunks say. Chunks that an edit leaves alone are the same objects, so only new ones are read. */
export type FactsCache = WeakMap<Chunk, Facts>

/** The facts of a whole text, in text order, at offsets of that text. */
export function gather(markdown: Markdown, reader: Reader, cache: FactsCache): Facts {
  const all = { marks: [], content: [], citations: [], definitions: [], entries: [], placeholders: [], directives: [] } as Lists
  markdown.chunks.forEach((chunk, i) => {
    const start = markdown.starts[i] ?? 0
    let facts = cache.get(chunk)
    if (!facts) {
      facts = factsOf(chunk, markdown.text.slice(start, start + chunk.length), reader)
      cache.set(chunk, facts)
    }
    for (const mark of facts.marks) all.marks.push(movedMark(mark, start))
    for (const { span, weight } of facts.content) all.content.push({ span: shift(span, start), weight })
    for (const citation of facts.citations) all.citations.push(movedCitation(citation, start))
    for (const definition of facts.definitions) all.definitions.push(movedDefinition(definition, start))
    for (const entry of facts.entries) all.entries.push(movedReference(entry, start))
    for (const span of facts.placeholders) all.placeholders.push(shift(span, start))
    for (const directive of facts.directives) all.directives.push({ ...directive, span: shift(directive.span, start) })
  })
  return all
}

type Lists = { -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? T[] : never }

const movedMark = (mark: Mark, by: number): Mark => ({
  ...mark,
  label: { ...mark.label, span: shift(mark.label.span, by), content: shift(mark.label.content, by) },
  ...(mark.numberSpan && { numberSpan: shift(mark.numberSpan, by) }),
})

const movedCitation = ({ number, span, numberSpan }: Citation, by: number): Citation => ({
  number, span: shift(span, by), numberSpan: shift(numberSpan, by),
})

const movedField = ({ text, span }: Field, by: number): Field => ({ text, span: shift(span, by) })

const movedDefinition = (definition: LinkDefinition, by: number): LinkDefinition => ({
  number: definition.number,
  ...movedSpans(definition, by),
  url: movedField(definition.url, by),
  ...(definition.title && { title: movedField(definition.title, by) }),
})

const movedSpans = <T extends { span: Span; numberSpan: Span }>({ span, numberSpan }: T, by: number): { span: Span; numberSpan: Span } => ({
  span: shift(span, by), numberSpan: shift(numberSpan, by),
})

const movedReference = (entry: Reference, by: number): Reference => ({
  number: entry.number,
  ...movedSpans(entry, by),
  label: shift(entry.label, by),
  body: shift(entry.body, by),
  ...(entry.title && { title: movedField(entry.title, by) }),
  ...(entry.authors && { authors: movedField(entry.authors, by) }),
  ...(entry.url && { url: movedField(entry.url, by) }),
  ...(entry.accessed && { accessed: movedField(entry.accessed, by) }),
  ...(entry.accessedOn && { accessedOn: entry.accessedOn }),
})

import type { Markdown } from '../markdown'
import { extentOf, type FoundCitation } from '../references/scan'
import type { Change } from '../text/change'
import { moved } from '../text/moved'
import type { Span } from '../text/span'
import type { Facts } from './facts'

/**
 * What a survey is made of, as parts that most edits leave as they were. Each is what a chunk's facts have of it, spans
 * included; `textOf` gives the words of a span where the facts do not have them.
 */
const aspects = {
  /** Headings and labels, and with them initiatives, sections and everything that depends on where those are. */
  labels: ({ labels, directives }: Facts) => [labels, directives],
  /** How far sections are written. */
  weights: ({ stretches }: Facts) => stretches.map(({ weights }) => weights),
  placeholders: ({ stretches }: Facts, textOf: (span: Span) => string) =>
    stretches.map(({ placeholders }) =>
      placeholders.map(({ from, to, within }) => ({ from, to, within, text: textOf({ from, to }) })),
    ),
  citations: (facts: Facts) => [
    [facts.citations, facts.footnotesCited].map((citations) => citations.map(placed)),
    facts.groups,
    facts.linksByNumber,
    notationBy(facts),
  ],
  /** The numbers of the reference list. */
  numbers: (facts: Facts) => [
    [facts.entries, facts.footnotes].map((entries) =>
      entries.map(({ number, numberSpan, label }) => ({ number, numberSpan, label })),
    ),
    notationBy(facts),
  ],
  /** The whole of the reference list. */
  entries: (facts: Facts, textOf: (span: Span) => string) => [
    [facts.entries, facts.footnotes].map((entries) =>
      entries.map((entry) => ({ ...entry, words: textOf(entry.body) })),
    ),
    notationBy(facts),
  ],
  /** What may be a table of contents, and what links lead to besides headings. */
  contents: ({ contentsItems, anchors }: Facts, textOf: (span: Span) => string) => [
    contentsItems.map((item) => ({ ...item, text: textOf(item.span) })),
    anchors,
  ],
  definitions: (facts: Facts) => [facts.definitions, notationBy(facts)],
} satisfies Readonly<Record<string, (facts: Facts, textOf: (span: Span) => string) => unknown>>

function placed(found: FoundCitation): object {
  const { number, form, labelled, opensRange } = found
  const { from, length } = extentOf(found)
  return { from, to: from + length, number, form, labelled, opensRange }
}

/** What tells whether the list is one of footnotes, and so what counts of all the rest. */
const notationBy = ({ entries, footnotes, definitions }: Facts): readonly unknown[] => [
  entries.length,
  footnotes.length,
  definitions.length,
]

/** `text` is every character, in which no two versions are alike: for what reads more than the facts have. */
export type Aspect = keyof typeof aspects | 'text'

const names = Object.keys(aspects) as readonly (keyof typeof aspects)[]

const EVERYTHING: ReadonlySet<Aspect> = new Set<Aspect>([...names, 'text'])

/**
 * The aspects in which two versions, one change apart, differ by more than where things stand. Only the chunks that were
 * read anew are looked at; where these are more or fewer than before, everything counts as different.
 */
export function changedAspects(before: Markdown<Facts>, after: Markdown<Facts>, change: Change): ReadonlySet<Aspect> {
  const [a, b] = [before.chunks, after.chunks]
  if (a.length !== b.length) return EVERYTHING
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  let end = a.length
  while (end > first && a[end - 1] === b[end - 1]) end--
  const changed = new Set<Aspect>(['text'])
  for (let i = first; i < end; i++) {
    const [old, fresh] = [chunkOf(before, i), chunkOf(after, i)]
    for (const name of names) {
      if (
        !changed.has(name) &&
        !isSame(aspects[name](old.facts, old.textOf), aspects[name](fresh.facts, fresh.textOf), {
          change,
          before: old.start,
          after: fresh.start,
        })
      )
        changed.add(name)
    }
  }
  return changed
}

function chunkOf(
  { text, chunks, starts }: Markdown<Facts>,
  i: number,
): { readonly start: number; readonly facts: Facts; readonly textOf: (span: Span) => string } {
  const start = starts[i] ?? 0
  return { start, facts: chunks[i]?.content as Facts, textOf: ({ from, to }) => text.slice(start + from, start + to) }
}

interface Move {
  readonly change: Change
  /** Where the chunk starts, before and after. */
  readonly before: number
  readonly after: number
}

/** Whether two values are equal but for their spans, and the spans are where the change has moved them. */
function isSame(a: unknown, b: unknown, move: Move): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isSpan(a) && isSpan(b) && !isMoved(a, b, move)) return false
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)]
  return (
    keysOfA.length === keysOfB.length &&
    keysOfA.every(
      (key) =>
        ((key === 'from' || key === 'to') && isSpan(a)) ||
        isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], move),
    )
  )
}

const isSpan = (value: object): value is Span => 'from' in value && 'to' in value

function isMoved(a: Span, b: Span, { change, before, after }: Move): boolean {
  const expected = moved({ from: a.from + before, to: a.to + before }, change)
  return expected !== undefined && expected.from === b.from + after && expected.to === b.to + after
}

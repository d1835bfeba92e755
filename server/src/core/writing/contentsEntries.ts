import { nested } from '../survey/contents/headings'
import type { Contents, ContentsEntry, HeadingWords, ListedHeading } from '../survey/contents/model'
import { unlisted } from '../survey/contents/unlisted'
import { withoutCitations } from '../survey/titles'
import { deletion, insertion, replacement, type Edit } from '../text/edit'
import { oneLine } from '../text/oneLine'
import type { Text } from '../text/text'

/** Puts a heading into the table of contents: behind the nearest one above it that is listed, in the form of those of its level. */
export function entryAdded(contents: Contents, heading: ListedHeading, text: Text): readonly Edit[] {
  const { entries, headings } = contents
  const [first, second] = entries
  if (!first || !second) return []
  const gap = text.slice(first.span.to, second.span.from)
  const indexes = new Map(entries.map(({ heading: own, meant }, i) => [own ?? meant, i]))
  const above = headings.slice(0, headings.indexOf(heading)).findLast((each) => indexes.has(each))
  const place = above ? (indexes.get(above) ?? -1) : -1
  const model =
    entries.find((entry) => entry.heading?.level === heading.level && entry.heading.parent === heading.parent) ??
    entries.find((entry) => entry.heading?.level === heading.level) ??
    entries[place] ??
    first
  const previous = entries.slice(0, place + 1).findLast((entry) => indentOf(entry) <= indentOf(model))
  const next = entries.slice(place + 1)
  const count = countOf(model) === undefined ? undefined : countAfter(previous, model)
  const link = `${count === undefined ? model.mark : withCount(model, count)}[${wordsOf(heading)}](#${heading.slug})`
  const behind = entries[place]
  return [
    behind ? insertion(behind.span.to, gap + link) : insertion(first.span.from, link + gap),
    ...(count === undefined ? [] : recounted(next, model, count)),
  ]
}

/**
 * Keeps the table as it is meant where headings are put into the text: new ones are listed where those beside them are, and links to
 * others follow where their anchors change. A new heading has the place of its insertion, and a span of no length.
 */
export function entriesKept(
  contents: Contents | undefined,
  added: readonly HeadingWords[],
  text: Text,
): readonly Edit[] {
  if (!contents || added.length === 0) return []
  const old = new Map(contents.headings.map((heading) => [heading.span.from, heading]))
  const headings = nested(
    [...contents.headings, ...added].sort((a, b) => a.span.from - b.span.from),
    contents.style,
  )
  const fresh = new Map(headings.filter((heading) => !isAdded(heading)).map((heading) => [heading.span.from, heading]))
  const entries = contents.entries.map((entry): ContentsEntry => {
    const heading = entry.heading && fresh.get(entry.heading.span.from)
    return heading ? { ...entry, heading } : entry
  })
  const after = { ...contents, headings, entries }
  return [
    ...entries.flatMap(({ heading, anchor }) =>
      heading && heading.slug !== old.get(heading.span.from)?.slug ? [replacement(anchor, heading.slug)] : [],
    ),
    ...unlisted(after)
      .filter(isAdded)
      .flatMap((heading) => entryAdded(after, heading, text)),
  ]
}

const isAdded = ({ span: { from, to } }: HeadingWords): boolean => from === to

/** Takes entries out, with their lines. They must stand one below the other. */
export function entriesRemoved(contents: Contents | undefined, removed: readonly ContentsEntry[]): readonly Edit[] {
  const [first, last] = [removed[0], removed.at(-1)]
  if (!contents || !first || !last) return []
  const { entries } = contents
  const [previous, next] = [entries[entries.indexOf(first) - 1], entries[entries.indexOf(last) + 1]]
  const span = next
    ? { from: first.span.from, to: next.span.from }
    : { from: previous?.span.to ?? first.span.from, to: last.span.to }
  const count = countOf(first)
  return [
    deletion(span),
    ...(count === undefined ? [] : recounted(entries.slice(entries.indexOf(last) + 1), first, count - 1)),
  ]
}

/** Without citations and addresses. */
const wordsOf = ({ words }: ListedHeading): string =>
  oneLine(withoutCitations(words))
    .replace(/!?\[([^[\]]*)\]\([^()]*\)|\{[^{}]*#[^{}]*\}$/gu, '$1')
    .trim()

/** Columns in front of the mark. */
const indentOf = ({ mark }: ContentsEntry): number => mark.length - mark.trimStart().length

/** `3` in `3. `; undefined where items are not counted. */
function countOf({ mark }: ContentsEntry): number | undefined {
  const [count] = /\d+/u.exec(mark) ?? []
  return count === undefined ? undefined : Number(count)
}

const withCount = ({ mark }: ContentsEntry, count: number): string => mark.replace(/\d+/u, String(count))

const countAfter = (previous: ContentsEntry | undefined, model: ContentsEntry): number =>
  previous && indentOf(previous) === indentOf(model) ? (countOf(previous) ?? 0) + 1 : 1

/** The counts of the items of one list from here on, the first of which comes after `count`; a list of nothing but ones stays one. */
function recounted(entries: readonly ContentsEntry[], model: ContentsEntry, count: number): readonly Edit[] {
  const edits: Edit[] = []
  for (const entry of entries) {
    if (indentOf(entry) < indentOf(model)) break
    if (indentOf(entry) > indentOf(model)) continue
    const own = countOf(entry)
    if (own === undefined || own === 1) break
    count++
    const from = entry.span.from + entry.mark.search(/\d/u)
    if (own !== count) edits.push(replacement({ from, to: from + String(own).length }, String(count)))
  }
  return edits
}

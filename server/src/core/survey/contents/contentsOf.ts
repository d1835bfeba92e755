import type { Text } from '../../text/text'
import type { Gathered } from '../gather'
import { labelName } from '../labels/name'
import { linkedSlug, slugStyles } from '../slugs'
import { headingsOf, nested } from './headings'
import type { Contents, ContentsEntry, ContentsItem, HeadingWords, ListedHeading } from './model'

/** Fewer items make no table: a paragraph's two pointers are a list of links, too. */
const FEWEST = 3

/** The table of contents: the first such list of which half leads to headings, and that begins before `before` or below `<!-- toc -->`. */
export function contentsOf(gathered: Gathered, text: Text, before: number): Contents | undefined {
  for (const items of runsOf(gathered.contentsItems, text)) {
    const from = items[0]?.span.from ?? 0
    if (items.length < FEWEST || (from >= before && !TOC.test(text.slice(Math.max(0, from - 200), from)))) continue
    const found = read(items, headingsOf(gathered, text), gathered.anchors, text)
    if (found) return found
  }
  return undefined
}

const TOC = /<!--\s*toc\b/iu

function read(
  items: readonly ContentsItem[],
  words: readonly HeadingWords[],
  anchors: readonly string[],
  text: Text,
): Contents | undefined {
  const wanted = items.map(({ anchor }) => linkedSlug(text.slice(anchor.from, anchor.to)))
  const [best] = slugStyles
    .map((style) => {
      const headings = nested(words, style)
      const bySlug = new Map(headings.map((heading) => [heading.slug, heading]))
      return { style, headings, bySlug, hits: wanted.filter((slug) => bySlug.has(slug)).length }
    })
    .sort((a, b) => b.hits - a.hits)
  if (!best || best.hits * 2 < items.length) return undefined
  const { style, headings, bySlug } = best
  const others = new Set(anchors.map((anchor) => anchor.toLowerCase()))
  const byBare = new Map(headings.map((heading) => [bare(heading.slug), heading]))
  const entries = items.map((item, i): ContentsEntry => {
    const slug = wanted[i] ?? ''
    const heading = bySlug.get(slug) ?? byBare.get(bare(slug))
    return { ...item, ...(heading && { heading }), leads: heading !== undefined || others.has(slug) }
  })
  return {
    entries: withMeant(entries, headings, text),
    headings,
    style,
    isUnderstood: entries.filter(({ leads }) => leads).length * 3 >= entries.length * 2,
  }
}

/** For entries that lead nowhere, or to an anchor above a heading, the heading that has their words, or more or fewer of them; else the only one in their place. */
function withMeant(
  entries: readonly ContentsEntry[],
  headings: readonly ListedHeading[],
  text: Text,
): readonly ContentsEntry[] {
  const end = entries.at(-1)?.span.to ?? 0
  const left = new Set(headings.filter(({ span }) => span.from > end))
  for (const { heading } of entries) if (heading) left.delete(heading)
  return entries.map((entry, i) => {
    if (entry.heading) return entry
    const words = labelName(text.slice(entry.words.from, entry.words.to))
    const after = entries[i - 1]?.heading?.span.from ?? (i === 0 ? 0 : Infinity)
    const before = entries[i + 1]?.heading?.span.from ?? (i === entries.length - 1 ? Infinity : 0)
    const here = [...left].filter(
      ({ span: { from }, level }) => from > after && from < before && isLevel(level, entries),
    )
    const meant =
      [...left].find((heading) => isAlike(words, labelName(heading.words))) ?? (here.length === 1 ? here[0] : undefined)
    if (!meant) return entry
    left.delete(meant)
    return { ...entry, meant }
  })
}

const isLevel = (level: number, entries: readonly ContentsEntry[]): boolean =>
  entries.some(({ heading }) => heading?.level === level)

const isAlike = (a: string, b: string): boolean => a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))

/** Lists of items with nothing but blank lines between. */
function runsOf(items: readonly ContentsItem[], text: Text): readonly (readonly ContentsItem[])[] {
  const runs: ContentsItem[][] = []
  let end = -1
  for (const item of items) {
    const isNext = end >= 0 && item.span.from - end < LONGEST_GAP && text.slice(end, item.span.from).trim() === ''
    if (isNext) runs.at(-1)?.push(item)
    else runs.push([item])
    end = item.span.to
  }
  return runs
}

/** UTF-16 units between two items of one list. */
const LONGEST_GAP = 100

/** With nothing but letters and digits: what a site does with the rest differs. */
const bare = (slug: string): string => slug.replace(/[^\p{L}\p{N}]/gu, '')
